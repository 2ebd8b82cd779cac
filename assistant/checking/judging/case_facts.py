"""A code against what the case is treated with: its machine, and whether it is managed as external beam."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.checking.advice import Advice
from assistant.checking.judging.judgement import Judged, Said
from assistant.rules.code_sets import BEAM, DELIVERIES
from assistant.rules.codes import code_on
from assistant.rules.finding import LevelRuling
from assistant.rules.level import delivery_level
from assistant.rules.limits import TABLES
from assistant.rules.pairs import edits_on
from assistant.rules.payers import is_medicare
from assistant.rules.periods import day_of
from assistant.rules.technique import (
    BY_MACHINE,
    DELIVERY,
    OWN_MANAGEMENT,
    TakenIn,
    fits,
    machine_named,
    management,
    serves_machine,
    taken_in,
    technique_named,
)
from assistant.scenario import Period, Scenario
from corpus.rulebook import UnitRule, entry

OF_STEREOTACTIC = frozenset({"77432", "77435"})
BY_CHANNELS = frozenset({"hdr", "ldr", "proton"})
BEAM_ONLY = frozenset({"imrt", "proton"})  # techniques whose plan and devices are of no other
CHOOSING = frozenset({"billable", "payable", "named", "valid", "asked", "for", "delivers", "rather than", "extent"})


def against_the_case(advice: Advice, scenario: Scenario) -> Iterator[Judged]:
    """What the facts told of the case say against a code that is chosen, counted or paid in it."""
    if advice.kind == "modifier" and advice.polarity and advice.value in ("26", "TC"):
        beside = (_taken_in(code, scenario) or _beside_stereotactic(code, advice, scenario) for code in advice.codes)
        yield from (Judged("no_data", one.why, one.references) for one in beside if one is not None)
        return
    others = [code for code in advice.codes if not serves_machine(code, scenario.machine)]
    if isinstance(advice.value, tuple) and advice.value[0] == "told as":  # "77372, the linac code", of a cobalt unit
        yield from (_of_another_machine(code, scenario, "no_data") for code in others)
        return
    if not _chooses(advice):
        return
    if not advice.polarity:
        if len(others) == len(advice.codes):
            yield from (_of_another_machine(code, scenario, "pass") for code in others)
        return
    for code in advice.codes:
        if code in others:
            described = advice.kind == "validity" and len(others) < len(advice.codes)  # beside the one of this machine
            yield _of_another_machine(code, scenario, "no_data" if described else "fail")
        elif advice.kind == "frequency" and (inside := _taken_in(code, scenario)) is not None:
            yield Judged("fail", inside.why, inside.references, inside.why)
        elif (limited := _for_another_length(code, advice, scenario)) is not None:
            why = "{} serves courses of {} to {} fractions.".format(code, *(limited.course_fractions or (0, 0)))
            yield Judged("fail", why, (limited.reference,), why)
        elif (other := _delivered_otherwise(code, advice, scenario)) is not None:
            yield Judged("fail", other.why, other.references, other.why)
        elif (told := _beside_stereotactic(code, advice, scenario)) is not None:
            yield Judged("no_data", told.why, told.references)
        elif (held := _inside_the_delivery(code, scenario)) is not None:
            yield Judged("no_data", f"{code} may be inside the delivery of this case.", held.references)
        elif (payer := _denied_beside(code, advice, scenario)) is not None:
            yield Judged("no_data", f"{code} is denied beside {payer}, which the case names.")
        elif _planned_otherwise(code, scenario):
            yield Judged("no_data", f"{code} is of another technique than the case.")
        elif _untold(code, advice, scenario):
            yield Judged("no_data", f"{code} is one of several, and the case does not say which.")
        elif not _managed_so(code, scenario):
            ruling = code_on(code, day_of(scenario))
            yield Judged("no_data", f"Nothing we hold gives {code} to a course of this technique.", ruling.references)


def _taken_in(code: str, scenario: Scenario) -> TakenIn | None:
    known = entry(code)
    return taken_in(known, scenario.technique, scenario.fractions, day_of(scenario)) if known else None


def _delivered_otherwise(code: str, advice: Advice, scenario: Scenario) -> LevelRuling | None:
    """ "77402 x 12" of a surface course: the delivery code of another technique than the one told."""
    if scenario.technique is None or code not in DELIVERIES or advice.inherited:
        return None
    days = {day_of(scenario), scenario.dos.end if scenario.dos else day_of(scenario)}
    rulings = [delivery_level(scenario.but(dos=Period(day, day), sessions=())) for day in days]
    said = set(advice.codes) & set(DELIVERIES)
    if any(said & set(ruling.candidates) or not ruling.candidates for ruling in rulings):
        return None
    return rulings[0]


def _beside_stereotactic(code: str, advice: Advice, scenario: Scenario) -> TakenIn | None:
    """ "77387-26 is billed four times", asked of a course of 77373: what that takes in counts for nothing."""
    known = entry(code)
    if known is None or scenario.technique is not None or not _bills(advice):
        return None
    if not {"77373", "77435"} & set(scenario.codes) or not advice.polarity:
        return None
    return taken_in(known, "sbrt", None, day_of(scenario))


def _bills(advice: Advice) -> bool:
    counted = advice.kind in ("units", "frequency", "modifier")
    return counted or (advice.kind == "component" and advice.value == "billable")


def _inside_the_delivery(code: str, scenario: Scenario) -> LevelRuling | None:
    """ "Source handling: 77790" of seeds: what a delivery code that fits the case includes is no line of its own."""
    known = entry(code)
    if known is None or scenario.technique is None:
        return None
    day = day_of(scenario)
    ruling = delivery_level(scenario)
    holders = {one for tie in known.relations if tie.kind == "included_in" and tie.holds_on(day) for one in tie.codes}
    return ruling if holders & set(ruling.candidates) and code not in scenario.codes else None


def _denied_beside(code: str, advice: Advice, scenario: Scenario) -> str | None:
    """ "77300 is payable", asked of 77300 with 77317: an edit that nothing opens pays the other one."""
    paid = advice.kind == "component" and advice.value in ("payable", "billable") and len(advice.codes) == 1
    if not paid or code not in scenario.codes or not is_medicare(scenario.payer):
        return None
    day = day_of(scenario)
    for other in scenario.codes:
        if code == other or _alternatives(code, other):
            continue
        edits = [edit for table in TABLES for edit in edits_on(code, other, day, table)]
        if edits and all(edit.column2 == code and str(edit.indicator) == "0" for edit in edits):
            return other
    return None


def _alternatives(code: str, other: str) -> bool:
    """Two of one kind, of which a case takes the one or the other: 77427 and 77431."""
    one, two = entry(code), entry(other)
    return one is not None and two is not None and one.category == two.category == "management"


def _planned_otherwise(code: str, scenario: Scenario) -> bool:
    """ "Device: 77338" of a 2-D course: a code that its name ties to another technique of the beam."""
    own = technique_named(code)
    other = own in BEAM_ONLY or (own == "3d" and scenario.technique in BEAM_ONLY)
    return other and scenario.technique in BEAM and own != scenario.technique and code not in scenario.codes


def _for_another_length(code: str, advice: Advice, scenario: Scenario) -> UnitRule | None:
    """ "77372 is billed for each fraction" of a course of five."""
    known = entry(code)
    told = advice.condition.get("fractions", scenario.fractions)
    if known is None or advice.kind != "frequency" or advice.value != "session":
        return None
    return next((rule for rule in known.units if rule.holds_on(day_of(scenario)) and not fits(rule, told)), None)


def _untold(code: str, advice: Advice, scenario: Scenario) -> bool:
    """ "Bill 77771" of a cylinder whose channels nobody told; a code that was asked about is the asker's choice."""
    described = isinstance(advice.value, tuple) and advice.value[0] == "extent"
    settled = described or "technique" in advice.condition or advice.kind == "validity" or advice.measured
    by_energy = scenario.technique == "superficial" and scenario.kilovolts is None and scenario.machine is None
    if not (scenario.technique in BY_CHANNELS or by_energy) or settled:
        return False
    ruling = delivery_level(scenario)
    told, fitting = set(scenario.codes), set(ruling.candidates)
    asked = told & fitting == {code}
    return code in fitting and not asked and not fitting <= set(advice.codes)


def _chooses(advice: Advice) -> bool:
    kind = advice.value[0] if isinstance(advice.value, tuple) else advice.value
    if advice.kind == "frequency":
        return True
    if advice.kind == "units":
        return kind not in ("none", "at_most")
    return advice.kind in ("component", "validity") and kind in CHOOSING


def _of_another_machine(code: str, scenario: Scenario, verdict: Said = "fail") -> Judged:
    own = next(
        one for family in BY_MACHINE if code in family for one in family if machine_named(one) == scenario.machine
    )
    known = entry(own)
    period = known.period_on(day_of(scenario)) if known else None
    why = f"{code} is of another machine; this one takes {own}" + (f": {period.service}." if period else ".")
    return Judged(verdict, why, (period.reference,) if period else (), why)


def _managed_so(code: str, scenario: Scenario) -> bool:
    """Weekly management is of external beams, stereotactic management of stereotactic courses."""
    known = entry(code)
    if known is None or scenario.technique is None:
        return True
    if code in OF_STEREOTACTIC:
        managed = management(scenario.technique, scenario.fractions, day_of(scenario))
        return managed == (code,) or (code in managed and code in scenario.codes)
    if code in {one for codes in DELIVERY.values() for one in codes} and scenario.technique in DELIVERY:
        ruling = delivery_level(scenario)
        return code in ruling.candidates or not set(ruling.candidates) & set(DELIVERY["srs"])
    own = OWN_MANAGEMENT.get(scenario.technique)
    return known.category != "management" or own is None or code in own or code == "77470"
