"""The rules asked for every code of a question: what holds now, and what held until recently.

Where no setting was told, office and hospital are both asked; what they agree on is kept once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import combinations

from assistant.decision import Asked
from assistant.recent import now_and_before, wherever
from assistant.rules import payers
from assistant.rules.biller import billing
from assistant.rules.codes import code_on, either
from assistant.rules.finding import BillerRuling, ModifierRuling, PairRuling, StatusRuling, UnitsRuling
from assistant.rules.modifiers import OF_VISITS, VISITS, modifier_by_period, modifier_on
from assistant.rules.pairs import pair
from assistant.rules.status import status_by_period, status_on
from assistant.rules.technique import is_stereotactic, management
from assistant.rules.units import units
from assistant.scenario import Scenario


def units_of(known: tuple[str, ...], scenario: Scenario, today: date) -> tuple[UnitsRuling, ...]:
    """The codes asked for; beside a stereotactic management code also the weekly one, which coders add by habit."""
    wanted = known
    if is_stereotactic(scenario.technique, scenario.fractions):
        managed = management(scenario.technique, scenario.fractions, scenario.last_day(today))
        wanted = tuple(dict.fromkeys((*known, *(("77427",) if set(managed) & set(known) else ()))))
    told = tuple(_counted(code, scenario, today) for code in wanted)
    instead = {code for rulings in told for one in rulings if _points_to_one(one) for code in one.see} - set(wanted)
    told = (*told, *(_counted(code, scenario, today) for code in sorted(instead)))
    # Of a course of one or two fractions the weekly code that nobody asked about has only its arithmetic to say.
    unasked = {"77427"} - set(known)
    every = (ruling for rulings in told for ruling in rulings)
    return tuple(one for one in every if not (one.code in unasked and one.basis == "counted" and not one.units))


def _counted(code: str, scenario: Scenario, today: date) -> tuple[UnitsRuling, ...]:
    return tuple(wherever(now_and_before(units(code, scenario), scenario, today), today))


def _points_to_one(ruling: UnitsRuling) -> bool:
    """Whether a course too short for the code has one other: two fractions are no unit of 77427 but one of 77431."""
    return ruling.basis == "counted" and ruling.units == 0 and len(ruling.see) == 1


def modifiers_of(known: tuple[str, ...], asked: Asked, scenario: Scenario, today: date) -> tuple[ModifierRuling, ...]:
    """The modifiers asked for, else those of the two parts of a service; none on a date the code does not exist."""
    visits = tuple(code for code in asked.codes if code.startswith(VISITS))
    if (
        asked.of_visit and set(asked.modifiers) <= OF_VISITS
    ):  # 25 is the visit's, and of the other line nothing was asked
        marks = asked.modifiers or ("25",)
        return tuple(modifier_on(code, mark, scenario.last_day(today), scenario) for code in visits for mark in marks)
    if not asked.modifiers and "pair" in asked.matters and len(asked.codes) > 1 and scenario.biller is None:
        return ()  # "together with a modifier?" means the one that opens the pair
    marks = asked.modifiers or (("26",) if scenario.biller == "professional" else ("26", "TC"))
    told = (now_and_before(modifier_by_period(code, mark, scenario), scenario, today)
            for code in known for mark in marks)  # fmt: skip
    rulings = (ruling for each in told for ruling in each)
    return tuple(one for one in rulings if code_on(one.code, one.period.start).valid is not False)


def statuses_of(
    known: tuple[str, ...], scenario: Scenario, today: date, *, of_payment: bool = False
) -> tuple[StatusRuling, ...]:
    """How the code is paid; in the office and in the hospital where neither place nor biller was told."""
    places = [scenario]
    if not (scenario.setting or scenario.biller) and payers.is_medicare(scenario.payer):
        places.append(scenario.but(setting="hospital_outpatient"))
    told = [now_and_before(status_by_period(code, place), scenario, today) for code in known for place in places]
    in_hospital = scenario.setting == "hospital_outpatient" and scenario.biller is None
    if of_payment and in_hospital and payers.is_medicare(scenario.payer):
        # Of the physician's work in a hospital also what the hospital's own bill makes of it, where it may stand there.
        own = scenario.but(biller="facility")
        told += [now_and_before(status_by_period(code, own), scenario, today) for code in known
                 if status_on(code, scenario.last_day(today), own).treatment != "wrong_code_set"]  # fmt: skip
    rulings = tuple(dict.fromkeys(ruling for each in told for ruling in each))
    return tuple(one for one in rulings if not any(_holds_longer(other, one) for other in rulings))


def _holds_longer(other: StatusRuling, one: StatusRuling) -> bool:
    """Whether another ruling says the same for all of these dates and more."""
    same = (other.code, other.system, other.why) == (one.code, one.system, one.why) and other is not one
    return same and other.period.start <= one.period.start and one.period.end <= other.period.end


def billers_of(known: tuple[str, ...], scenario: Scenario, day: date) -> Iterable[BillerRuling]:
    """Whose bill a code belongs on; physician and facility both where a place but no biller was told."""
    asking = (scenario.biller,) if scenario.biller or not scenario.setting else ("professional", "facility")
    for code in known:
        for biller in asking:
            ruling = billing(code, day, scenario.setting, biller)
            yield _on_no_hospital_bill(ruling, day, scenario) if ruling.system == "opps" and ruling.allowed else ruling


def _on_no_hospital_bill(ruling: BillerRuling, day: date, scenario: Scenario) -> BillerRuling:
    """A technical code unknown to OPPS, as G6012 of 2025, is not the hospital's to bill; else the ruling itself."""
    held = status_on(ruling.code, day, scenario.but(setting="hospital_outpatient", biller="facility"))
    if held.treatment != "wrong_code_set":
        return ruling
    instead = f" The hospital uses {either(held.see)}." if held.see else ""
    why = f"{ruling.code} is no code for a hospital outpatient bill (OPPS status {held.letter}).{instead}"
    return replace(ruling, allowed=False, why=why, references=held.references)


def pairs_of(named: tuple[str, ...], scenario: Scenario) -> Iterable[tuple[str | None, PairRuling]]:
    """Each pair by the table of the setting told; by both tables when none is and they differ."""
    for one, other in combinations(named, 2):
        office = pair(one, other, scenario)
        if scenario.setting or scenario.biller == "professional" or not payers.is_medicare(scenario.payer):
            yield scenario.setting, office
            continue
        hospital = pair(one, other, scenario.but(setting="hospital_outpatient", biller="facility"))
        yield from _by_both_tables(scenario, office, hospital)


def _by_both_tables(
    scenario: Scenario, office: PairRuling, hospital: PairRuling
) -> Iterable[tuple[str | None, PairRuling]]:
    """What each table says, and what neither holds once: a table quoted for want of the other is not told twice."""
    if office.why == hospital.why:
        yield scenario.setting, office
    elif office.missing and hospital.missing:
        neither = office.missing.replace("no practitioner table", "neither a practitioner nor a hospital table")
        yield scenario.setting, replace(office, why=f"{neither} {office.elsewhere}".rstrip(), missing=neither)
    elif office.together == "no_data":
        yield "hospital_outpatient", hospital
        yield scenario.setting, _without_the_other_table(office)
    else:
        yield scenario.setting, office
        yield "hospital_outpatient", _without_the_other_table(hospital) if hospital.together == "no_data" else hospital


def _without_the_other_table(ruling: PairRuling) -> PairRuling:
    return replace(ruling, why=ruling.missing, elsewhere="") if ruling.missing else ruling
