"""What should be said, before any prose exists: the rules asked for every code and matter of the question.

The checker asks the same rules about the prose afterwards, so an answer and its check cannot disagree about them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import combinations

from assistant.decision import Asked, Decision
from assistant.recent import now_and_before, until_recently, wherever
from assistant.rules import codes, payers
from assistant.rules.biller import billing
from assistant.rules.changes import changes_on
from assistant.rules.code_sets import LEVELS
from assistant.rules.finding import (
    BillerRuling,
    CodeRuling,
    LevelRuling,
    ModifierRuling,
    PairRuling,
    StatusRuling,
    UnitsRuling,
)
from assistant.rules.level import crosswalk, delivery_level
from assistant.rules.modifiers import modifier_by_period
from assistant.rules.pairs import pair
from assistant.rules.status import status_by_period
from assistant.rules.technique import is_stereotactic, management
from assistant.rules.units import units
from assistant.scenario import Scenario
from corpus.rulebook import Disagreement, PayerRule, Point, entry


def decide(asked: Asked, scenario: Scenario, today: date, case: str = "") -> Decision:
    """Ask every rule the question touches. Raises CountError and DateError for facts that cannot be."""
    decision = Decision(asked, scenario, today, case)
    day, wants = decision.day, asked.matters.__contains__
    validity = tuple(codes.code_on(code, day) for code in asked.codes)
    level = _level(validity, scenario.on(day), asked)
    known = tuple(ruling.code for ruling in validity if entry(ruling.code))
    known = _chosen(known, level)
    counted = _units(known, scenario, today) if wants("units") or wants("frequency") else ()
    decision = replace(
        decision,
        codes=validity,
        level=level,
        units=counted,
        before=tuple(ruling for code in known for ruling in until_recently(code, counted, scenario)),
        modifiers=_modifiers(known, asked, scenario, today) if wants("modifier") else (),
        pairs=tuple(_pairs(asked.codes, scenario.on(day))) if wants("pair") else (),
        statuses=_statuses(known, scenario, today) if _is_about_payment(asked) else (),
        billers=tuple(_billers(known, scenario, day)) if wants("who_bills") or wants("comparison") else (),
        changes=changes_on(known, scenario.dos.start if scenario.dos else day) if wants("what_changed") else None,
        payer_rules=tuple(_payer_rules(known, scenario.payer, day)),
        points=tuple(_points(known, asked, day, facility=scenario.biller == "facility")),
        disagreements=tuple((code, one) for code in known for one in _disagreements(code, day)),
    )
    return replace(decision, asks=_asks(decision))


def _is_about_payment(asked: Asked) -> bool:
    return bool(asked.matters & {"coverage", "comparison"} or asked.modifiers)


def _level(validity: tuple[CodeRuling, ...], scenario: Scenario, asked: Asked) -> LevelRuling | None:
    """The code that takes an ended one's place; or the delivery code where a question names none or a level."""
    ended = [ruling.code for ruling in validity if ruling.valid is False and ruling.replaced_by]
    if ended:
        return None if "units" in asked.matters else crosswalk(ended[0], scenario)
    named = {ruling.code for ruling in validity if ruling.valid}
    if "comparison" in asked.matters:
        return None
    if named >= set(LEVELS):  # "delivery" by name: one of the levels is meant
        return delivery_level(scenario)
    return delivery_level(scenario) if "which_code" in asked.matters and (not named or named & set(LEVELS)) else None


def _chosen(known: tuple[str, ...], level: LevelRuling | None) -> tuple[str, ...]:
    """ "Delivery" by name is the levels; what the facts told rule out of them is dropped."""
    if level is None or not set(known) >= set(LEVELS):
        return known
    meant = (level.code,) if level.code else level.candidates
    return (*meant, *(code for code in known if code not in LEVELS))


def _units(known: tuple[str, ...], scenario: Scenario, today: date) -> tuple[UnitsRuling, ...]:
    """The codes asked for; beside a stereotactic management code also the weekly one, which coders add by habit."""
    wanted = known
    if is_stereotactic(scenario.technique, scenario.fractions):
        managed = management(scenario.technique, scenario.fractions, scenario.dos.end if scenario.dos else today)
        wanted = tuple(dict.fromkeys((*known, *(("77427",) if set(managed) & set(known) else ()))))
    told = (wherever(now_and_before(units(code, scenario), scenario, today), today) for code in wanted)
    return tuple(ruling for rulings in told for ruling in rulings)


def _modifiers(known: tuple[str, ...], asked: Asked, scenario: Scenario, today: date) -> tuple[ModifierRuling, ...]:
    marks = asked.modifiers or (("26",) if scenario.biller == "professional" else ("26", "TC"))
    told = (now_and_before(modifier_by_period(code, mark, scenario), scenario, today)
            for code in known for mark in marks)  # fmt: skip
    rulings = (ruling for each in told for ruling in each)
    return tuple(one for one in rulings if codes.code_on(one.code, one.period.start).valid is not False)


def _statuses(known: tuple[str, ...], scenario: Scenario, today: date) -> tuple[StatusRuling, ...]:
    """How the code is paid; in the office and in the hospital where neither place nor biller was told."""
    places = [scenario]
    if not (scenario.setting or scenario.biller) and payers.is_medicare(scenario.payer):
        places.append(scenario.but(setting="hospital_outpatient"))
    told = (now_and_before(status_by_period(code, place), scenario, today) for code in known for place in places)
    return tuple(dict.fromkeys(ruling for rulings in told for ruling in rulings))


def _billers(known: tuple[str, ...], scenario: Scenario, day: date) -> Iterable[BillerRuling]:
    """Whose bill a code belongs on; physician and facility both where a place but no biller was told."""
    asking = (scenario.biller,) if scenario.biller or not scenario.setting else ("professional", "facility")
    for code in known:
        yield from (billing(code, day, scenario.setting, biller) for biller in asking)


def _pairs(named: tuple[str, ...], scenario: Scenario) -> Iterable[tuple[str | None, PairRuling]]:
    """Each pair by the table of the setting told; by both tables when none is and they differ."""
    for one, other in combinations(named, 2):
        office = pair(one, other, scenario)
        yield scenario.setting, office
        if scenario.setting or scenario.biller == "professional" or not payers.is_medicare(scenario.payer):
            continue
        hospital = pair(one, other, scenario.but(setting="hospital_outpatient", biller="facility"))
        if hospital.why != office.why:
            yield "hospital_outpatient", hospital


def _points(known_codes: tuple[str, ...], asked: Asked, day: date, *, facility: bool) -> Iterable[tuple[str, Point]]:
    for code in known_codes:
        known = entry(code)
        assert known is not None  # an entry was looked for
        for point in known.documentation:
            about_work = _is_about_parts(asked) or ("who_bills" in asked.matters and not facility)
            wanted = "documentation" in asked.matters if point.about == "record" else about_work
            if wanted and point.holds_on(day):
                yield code, point
        if "supervision" in asked.matters:
            yield from ((code, point) for point in known.supervision if point.holds_on(day))


def _is_about_parts(asked: Asked) -> bool:
    return "modifier" in asked.matters and set(asked.modifiers) <= {"26", "TC"}


def _payer_rules(known_codes: tuple[str, ...], payer: str | None, day: date) -> Iterable[tuple[str, PayerRule]]:
    """What the payer itself says of the codes; its modifiers are ruled on already."""
    for code in known_codes:
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
