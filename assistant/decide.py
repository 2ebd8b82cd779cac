"""What should be said, before any prose exists: the rules asked for every code and matter of the question.

The checker asks the same rules about the prose afterwards, so an answer and its check cannot disagree about them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations
from typing import TypeVar

from assistant.rules import codes, payers
from assistant.rules.biller import billing
from assistant.rules.code_sets import LEVELS
from assistant.rules.finding import BillerRuling, CodeRuling, LevelRuling, ModifierRuling, PairRuling, StatusRuling, UnitsRuling
from assistant.rules.changes import Changes, changes_on
from assistant.rules.level import crosswalk, delivery_level
from assistant.rules.modifiers import modifier_by_period
from assistant.rules.pairs import pair
from assistant.rules.status import status_by_period
from assistant.rules.technique import is_stereotactic, management
from assistant.rules.units import units
from assistant.scenario import Period, Scenario
from corpus.rulebook import Disagreement, PayerRule, Point, entry

ONE_DAY = timedelta(days=1)
LOOK_BACK = timedelta(days=3 * 366)  # without a date, a change this recent is told with what held before it
NOTHING_KNOWN = ("no_rule", "no_data")
R = TypeVar("R", UnitsRuling, ModifierRuling, StatusRuling)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question wants to know: matters, codes, modifiers, and whether it wants yes or no."""

    matters: frozenset[str]
    codes: tuple[str, ...]
    modifiers: tuple[str, ...] = ()
    yes_no: bool = False
    frequency: str = ""  # "session", "image", ...: how often the question proposes to bill
    attributed_to: tuple[str, ...] = ()  # sources the question names: "medpayiq says so"


@dataclass(frozen=True, slots=True)
class Decision:
    """Everything the rules say to one question; the draft is written from it."""

    asked: Asked
    scenario: Scenario
    today: date
    units: tuple[UnitsRuling, ...] = ()
    before: tuple[UnitsRuling, ...] = ()  # what held before a recent change that left nothing to bill
    modifiers: tuple[ModifierRuling, ...] = ()
    pairs: tuple[tuple[str | None, PairRuling], ...] = ()  # with the setting whose table was asked
    codes: tuple[CodeRuling, ...] = ()
    statuses: tuple[StatusRuling, ...] = ()
    billers: tuple[BillerRuling, ...] = ()
    payer_rules: tuple[tuple[str, PayerRule], ...] = ()
    changes: Changes | None = None
    level: LevelRuling | None = None
    points: tuple[tuple[str, Point], ...] = ()
    disagreements: tuple[tuple[str, Disagreement], ...] = ()
    asks: tuple[str, ...] = ()

    @property
    def assumes_medicare(self) -> bool:
        """Whether no payer was told and something here is Medicare's."""
        ruled = self.units or self.modifiers or self.pairs or self.statuses or self.level
        return self.scenario.payer is None and bool(ruled)

    @property
    def day(self) -> date:
        """The date of service the answer begins with: the last one told, else today."""
        return self.scenario.dos.end if self.scenario.dos else self.today


def decide(asked: Asked, scenario: Scenario, today: date) -> Decision:
    """Ask every rule the question touches. Raises CountError and DateError for facts that cannot be."""
    day = scenario.dos.end if scenario.dos else today
    validity = tuple(codes.code_on(code, day) for code in asked.codes)
    living = tuple(ruling.code for ruling in validity if entry(ruling.code))
    wants = asked.matters.__contains__
    decision = Decision(asked, scenario, today, codes=validity)
    ended = [ruling.code for ruling in validity if ruling.valid is False and ruling.replaced_by]
    if ended and not wants("units"):
        decision = replace(decision, level=crosswalk(ended[0], scenario.on(day)))
    elif wants("which_code") and (not living or set(living) & set(LEVELS)):
        decision = replace(decision, level=delivery_level(scenario.on(day)))
    if wants("units") or wants("frequency"):
        counted = (ruling for code in _counted(living, scenario, day) for ruling in _units(code, scenario, today))
        decision = replace(decision, units=tuple(counted))
        before = (ruling for code in living for ruling in _until_recently(code, decision))
        decision = replace(decision, before=tuple(before))
    if wants("modifier"):
        marks = asked.modifiers or (("26",) if scenario.biller == "professional" else ("26", "TC"))
        told = (_now_and_before(modifier_by_period(code, mark, scenario), scenario, today, _modifier_says)
                for code in living for mark in marks)  # fmt: skip
        decision = replace(decision, modifiers=tuple(ruling for rulings in told for ruling in rulings))
    if wants("pair"):
        decision = replace(decision, pairs=tuple(_pairs(living, scenario.on(day))))
    if wants("coverage") or wants("comparison") or asked.modifiers:
        told_statuses = (_now_and_before(_statuses(code, scenario), scenario, today, _status_says) for code in living)
        decision = replace(decision, statuses=tuple(ruling for rulings in told_statuses for ruling in rulings))
    if wants("who_bills"):
        billers = (billing(code, day, scenario.setting, scenario.biller) for code in living)
        decision = replace(decision, billers=tuple(billers))
    if wants("what_changed"):
        decision = replace(decision, changes=changes_on(living, scenario.dos.start if scenario.dos else day))
    decision = replace(
        decision,
        payer_rules=tuple(_payer_rules(living, scenario.payer, day)),
        points=tuple(_points(living, asked, day)),
        disagreements=tuple((code, one) for code in living for one in _disagreements(code, day)),
    )
    return replace(decision, asks=_asks(decision))


def _counted(living: tuple[str, ...], scenario: Scenario, day: date) -> tuple[str, ...]:
    """The codes asked for; beside a stereotactic management code also the weekly one, which coders add by habit."""
    if not is_stereotactic(scenario.technique, scenario.fractions):
        return living
    managed = management(scenario.technique, scenario.fractions, day)
    wrongly_added = ("77427",) if set(managed) & set(living) else ()
    return tuple(dict.fromkeys((*living, *wrongly_added)))


def _units(code: str, scenario: Scenario, today: date) -> tuple[UnitsRuling, ...]:
    rulings = _now_and_before(units(code, scenario), scenario, today, _units_say)
    return tuple(sorted(_wherever(rulings, today), key=lambda ruling: (ruling.period.end < today, ruling.setting == "hospital_outpatient")))


def _until_recently(code: str, decision: Decision) -> Iterable[UnitsRuling]:
    """What one unit covered before a change in the last years made the code unpayable for the dates told."""
    told = decision.scenario.dos
    now = [ruling for ruling in decision.units if ruling.code == code and ruling.basis == "bundled"]
    if told is None or not now:
        return
    for ruling in units(code, decision.scenario.but(dos=None, sessions=(), fractions=None)):
        recent = ruling.period.end < told.start and told.start - ruling.period.end < LOOK_BACK
        if recent and ruling.one_per:
            yield ruling


def _wherever(rulings: tuple[UnitsRuling, ...], today: date) -> tuple[UnitsRuling, ...]:
    """Rulings that say the same in every setting, told once; evidence that begins later in one is no difference."""
    merged: list[UnitsRuling] = []
    for ruling in rulings:
        twin = next((one for one in merged if _same_but_for_place(one, ruling, today)), None)
        if twin is None:
            merged.append(ruling)
            continue
        period = Period(max(twin.period.start, ruling.period.start), min(twin.period.end, ruling.period.end))
        references = tuple(dict.fromkeys((*twin.references, *ruling.references)))
        merged[merged.index(twin)] = replace(twin, setting=None, period=period, references=references)
    return tuple(merged)


def _same_but_for_place(one: UnitsRuling, other: UnitsRuling, today: date) -> bool:
    now = one.period.end >= today and other.period.end >= today
    both = (one.period == other.period or now) and one.setting != other.setting
    return both and (one.units, one.per_date, one.basis, one.why) == (other.units, other.per_date, other.basis, other.why)


def _now_and_before(
    rulings: Iterable[R], scenario: Scenario, today: date, says: Callable[[R], object]
) -> tuple[R, ...]:
    """The rulings for the dates told; without a date those in force, then what recently held before them."""
    told = tuple(rulings)
    if scenario.dos is not None or scenario.sessions:
        return told
    now = [ruling for ruling in told if ruling.period.start <= today <= ruling.period.end]
    changed = {ruling.period.start for ruling in now if today - ruling.period.start < LOOK_BACK}
    said = {says(ruling) for ruling in now}
    before = [
        ruling
        for ruling in told
        if ruling.period.end < today and ruling.period.end + ONE_DAY in changed and says(ruling) not in said and _is_known(ruling)
    ]
    return (*now, *before)


def _is_known(ruling: UnitsRuling | ModifierRuling | StatusRuling) -> bool:
    if isinstance(ruling, UnitsRuling):
        return ruling.basis not in NOTHING_KNOWN
    if isinstance(ruling, ModifierRuling):
        return ruling.allowed is not None
    return ruling.treatment != "no_data"


def _units_say(ruling: UnitsRuling) -> tuple[object, ...]:
    return (ruling.code, ruling.units, ruling.basis, ruling.setting)


def _modifier_says(ruling: ModifierRuling) -> tuple[object, ...]:
    return (ruling.code, ruling.modifier, ruling.allowed, ruling.required, ruling.why)


def _status_says(ruling: StatusRuling) -> tuple[object, ...]:
    return (ruling.code, ruling.system, ruling.treatment)


def _statuses(code: str, scenario: Scenario) -> tuple[StatusRuling, ...]:
    if scenario.setting or scenario.biller or not payers.is_medicare(scenario.payer):
        return status_by_period(code, scenario)
    both = (*status_by_period(code, scenario), *status_by_period(code, scenario.but(setting="hospital_outpatient")))
    return tuple(dict.fromkeys(both))


def _pairs(living: tuple[str, ...], scenario: Scenario) -> Iterable[tuple[str | None, PairRuling]]:
    """Each pair by the table of the setting told; by both tables when none is and they differ."""
    for one, other in combinations(living, 2):
        office = pair(one, other, scenario)
        yield scenario.setting, office
        if scenario.setting or scenario.biller == "professional" or not payers.is_medicare(scenario.payer):
            continue
        hospital = pair(one, other, scenario.but(setting="hospital_outpatient", biller="facility"))
        if hospital.why != office.why:
            yield "hospital_outpatient", hospital


def _points(living: tuple[str, ...], asked: Asked, day: date) -> Iterable[tuple[str, Point]]:
    for code in living:
        known = entry(code)
        assert known is not None  # `living` holds codes with an entry
        for point in known.documentation:
            wanted = "documentation" in asked.matters if point.about == "record" else "modifier" in asked.matters
            if wanted and point.holds_on(day):
                yield code, point
        if "supervision" in asked.matters:
            yield from ((code, point) for point in known.supervision if point.holds_on(day))


def _payer_rules(living: tuple[str, ...], payer: str | None, day: date) -> Iterable[tuple[str, PayerRule]]:
    """What the payer itself says of the codes; its modifiers are ruled on already."""
    for code in living:
        known = entry(code)
        for rule in known.payers if known and payer else ():
            if rule.payer == payer and rule.matter != "modifier" and rule.holds_on(day):
                yield code, rule


def _disagreements(code: str, day: date) -> Iterable[Disagreement]:
    known = entry(code)
    for one in known.disagreements if known else ():
        if (one.start is None or one.start <= day) and (one.end is None or day <= one.end):
            yield one


def _asks(decision: Decision) -> tuple[str, ...]:
    """The missing facts that would change the answer, at most two."""
    asks: list[str] = []
    if decision.level is not None:
        asks += decision.level.asks
    uncounted = [ruling for ruling in decision.units if ruling.basis == "needs_count"]
    if "units" in decision.asked.matters and any(_by_fraction(ruling) for ruling in uncounted):
        asks.append("fractions")
    return tuple(dict.fromkeys(asks))[:2]


def _by_fraction(ruling: UnitsRuling) -> bool:
    return ruling.one_per.endswith("fractions") or ruling.one_per in ("session", "day")
