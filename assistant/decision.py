"""What a question asks of the rules, and everything they say to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from assistant.rules.changes import Changes
from assistant.rules.claim_line import ToldLine
from assistant.rules.finding import (
    BillerRuling,
    CodeRuling,
    LevelRuling,
    ModifierRuling,
    PairRuling,
    StatusRuling,
    UnitsRuling,
)
from assistant.rules.indicators import Indicator
from assistant.rules.judged_line import JudgedLine
from assistant.scenario import Scenario
from corpus.rulebook import Disagreement, PayerRule, Point

ANYBODY = ("anybody",)  # the question asks who says otherwise, whoever it is


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question wants to know: matters, codes, modifiers, and whether it wants yes or no."""

    matters: frozenset[str]
    codes: tuple[str, ...]
    modifiers: tuple[str, ...] = ()
    yes_no: bool = False
    denies: bool = False  # "was 77014 deleted?" proposes that the code is gone
    frequency: str = ""  # "session", "image", ...: how often the question proposes to bill
    attributed_to: tuple[str, ...] = ()  # sources the question names: "medpayiq says so"
    indicators: tuple[Indicator, ...] = ()  # letters and numbers of CMS files to explain: "status B", "MAI 2"
    reviewers: tuple[str, ...] = ()  # eviCore, Evolent, Carelon: companies that review for a payer
    told_units: tuple[tuple[str, int], ...] = ()  # "77437 x2", "14 calcs" (no code): the units the question proposes
    of_a_limit: bool = False  # it asks for the limit itself
    of_one_date: bool = False  # it asks for a limit, a line, one session: the fractions of the course do not matter
    of_global: bool = False  # it asks whether a code goes out whole or in its two parts
    of_global_days: bool = False  # it asks for the global period
    of_staff: bool = False  # a nurse practitioner, an assistant or a resident is in it
    idle: tuple[str, ...] = ()  # told beside a level and raising none: "images", "simulation", "shaping"
    by_name: frozenset[str] = frozenset()  # codes that the question names by a service or a course, not by number
    planned: str = ""  # "simple", "intermediate", "complex": how involved the clinical planning is told to be
    device: str = ""  # "custom", "bolus", "board": what the treatment device is told to be
    simulated: str = ""  # "simple", "complex": how involved the simulation is told to be
    of_edits: bool = False  # whether a table has the pair, whoever bills which
    heated: str = ""  # "superficial", "deep": how deep hyperthermia is told to reach
    and_now: bool = False  # beside dates that are past it asks for today as well
    planned_together: bool = False  # several volumes or a boost told to be planned at once
    of_source_code: bool = False  # it asks for units of the code of radioactive sources
    of_apcs: bool = False  # it asks for the hospital's payment class
    of_amount: bool = False  # it asks for an amount of money: how the code is paid is all that is told
    of_visit: bool = False  # an evaluation and management visit is in it, by code or by name
    visit_reason: str = ""  # "check", "other": what the visit was for, told when we asked
    denied_as_part: bool = False  # a denial says that the line is part of another service
    denied_for_number: bool = False  # a denial says that the units are too many
    afterwards: bool = False  # the visit was after the course
    apart: bool = False  # two codes on different dates, which the tables of pairs do not compare
    claim: tuple[ToldLine, ...] = ()  # the lines of a claim that the question lists, to be judged one by one
    again: bool = False  # "can I charge 77263 again", "77263 each?": more than one of it in a course
    of_weeks: bool = False  # it tells weeks or weekdays, which a count of fractions must set right
    billed: tuple[tuple[str, int], ...] = ()  # "we were paid for 2 x 77427": units billed already
    both_tables: bool = False  # it asks for the practitioners' limit beside the hospital's
    guessed: bool = False  # nothing was asked in words we know; what a code is, is only the best guess


@dataclass(frozen=True, slots=True)
class Decision:
    """Everything the rules say to one question; the draft is written from it."""

    asked: Asked
    scenario: Scenario
    today: date
    case: str = ""  # "for Aetna": how its sentences begin where a question names several cases
    units: tuple[UnitsRuling, ...] = ()
    before: tuple[UnitsRuling, ...] = ()  # what held before a recent change that left nothing to bill
    modifiers: tuple[ModifierRuling, ...] = ()
    pairs: tuple[tuple[str | None, PairRuling], ...] = ()  # with the setting whose table was asked
    codes: tuple[CodeRuling, ...] = ()
    lines: tuple[JudgedLine, ...] = ()  # of the claim that the question lists
    statuses: tuple[StatusRuling, ...] = ()
    billers: tuple[BillerRuling, ...] = ()
    payer_rules: tuple[tuple[str, PayerRule], ...] = ()
    changes: Changes | None = None
    level: LevelRuling | None = None
    choices: tuple[LevelRuling, ...] = ()  # codes of other families that one number parts
    points: tuple[tuple[str, Point], ...] = ()
    disagreements: tuple[tuple[str, Disagreement], ...] = ()
    asks: tuple[str, ...] = ()

    @property
    def assumes_medicare(self) -> bool:
        """Whether no payer was told and something here is Medicare's."""
        paid = "coverage" in self.asked.matters or any(
            one.treatment in ("bundled", "packaged") and self.day <= one.period.end for one in self.statuses
        )
        ruled = self.units or self.modifiers or self.pairs or (self.statuses and paid) or self.level or self.lines
        return self.scenario.payer is None and not self.asked.reviewers and bool(ruled)

    @property
    def day(self) -> date:
        """The date of service the answer begins with: the last one told, else today."""
        return self.scenario.last_day(self.today)
