"""Units and frequencies against the unit rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from assistant.checking.advice import Advice
from assistant.checking.asking import units
from assistant.checking.judging.judgement import Judged, Said, worst
from assistant.checking.judging.leftovers import FIVES, leftover, threshold
from assistant.checking.judging.spans import (
    FIELDS,
    judge_cap,
    judge_payers_words,
    judge_span,
    judge_things,
    judge_two_a_day,
    of_each_field,
)
from assistant.rules.finding import UnitsRuling
from assistant.rules.frequency import canonical, is_one_session
from assistant.scenario import Scenario


def judge_units(advice: Advice, scenario: Scenario, _today: date) -> Judged:
    """A number of units, in all or on one date, against every ruling the scenario reaches."""
    code, value = advice.codes[0], advice.value
    if isinstance(value, tuple) and value[0] == "leftover":
        course = scenario.but(fractions=None) if "in general" in value else scenario
        return leftover(code, value[1], value[2], course)
    if isinstance(value, tuple) and value[0] == "threshold":
        return threshold(code, value[1], scenario)
    if isinstance(value, tuple) and value[0] == "sessions count":
        return judge_two_a_day(code, scenario)
    if isinstance(value, tuple) and value[0] == "cap":
        return judge_cap(code, value[1], value[2], scenario)
    if isinstance(value, tuple) and value[0] == "for":
        return judge_things(code, value, scenario)
    if isinstance(value, tuple) and value[0] == "per_date" and scenario.schedule == "bid" and not scenario.fractions:
        scenario = scenario.but(fractions=20)  # of any course of two sessions a day
    rulings = units(code, scenario)
    if scenario.sessions and len(rulings) > 1 and isinstance(value, int):
        return _summed(rulings, value)
    found = [(ruling, _judge_one(ruling, value, scenario)) for ruling in rulings]
    return _over_settings(found, counts=value not in (0, "none"), another=_another(advice, scenario))


def _summed(rulings: tuple[UnitsRuling, ...], value: int) -> Judged:
    """A course that crosses a change: the total is the sum of its parts."""
    known = [ruling.units for ruling in rulings]
    why = " ".join(ruling.why for ruling in rulings)
    references = tuple(ref for ruling in rulings for ref in ruling.references)
    if any(one is None for one in known):
        return Judged("no_data", why, references)
    said: Said = "pass" if sum(one or 0 for one in known) == value else "fail"
    return Judged(said, why, references, instead=why)


def _judge_one(ruling: UnitsRuling, value: Any, scenario: Scenario) -> Judged:
    kind, number = value if isinstance(value, tuple) and len(value) == 2 else ("total", 0 if value == "none" else value)
    verdict = _verdict(ruling, kind, number, scenario)
    note = ""
    if number == 1 and ruling.reported_per in ("course", "plan") and kind in ("total", "per_date"):
        verdict, note = "pass", _unpaid(ruling)
    if (
        verdict == "pass"
        and kind == "total"
        and isinstance(number, int)
        and number > 1
        and ruling.per_date == 1
        and (ruling.dates or 0) > 1
    ):
        note = f"{ruling.code}: one unit on each of {ruling.dates} dates, never {number} on one line."
    if verdict == "pass" and kind == "total" and ruling.stop:
        note = f"{ruling.code}: {ruling.stop}"
    return Judged(
        verdict, ruling.why, ruling.references, ruling.why, note, f"units.{ruling.code}", ruling.basis, ruling.period
    )


def _verdict(ruling: UnitsRuling, kind: str, number: Any, scenario: Scenario) -> Said:
    if not isinstance(number, int) or number < 0:
        return "fail"
    if ruling.basis == "no_rule" or (
        ruling.verdict == "no_data" and ruling.settled is None and ruling.per_date is None
    ):
        return "no_data"
    if kind == "per_date":
        return _per_date(ruling, number)
    if kind == "reaches":
        return _reaches(ruling, number)
    if kind == "at_least":  # of a count that no rule settles wholly
        return "pass" if ruling.basis == "partly_counted" and number == ruling.settled else "no_data"
    if ruling.units == 0:
        return "pass" if number == 0 else "fail"
    if kind == "dates":
        return "no_data" if ruling.units is None else "pass" if number in (ruling.dates, ruling.units) else "fail"
    if kind == "full_sets" and ruling.one_per == FIVES and scenario.fractions:
        return "pass" if number == scenario.fractions // 5 else "fail"
    if ruling.basis == "partly_counted":
        return "pass" if number == ruling.settled else "fail" if _impossible(ruling, number) else "no_data"
    if ruling.units is None:
        return "fail" if _impossible(ruling, number) else "no_data"
    return "pass" if number == ruling.units else "fail"


def _unpaid(ruling: UnitsRuling) -> str:
    return f"{ruling.code} is {IN_HOSPITAL['packaged']}."


def _reaches(ruling: UnitsRuling, number: int) -> Said:
    """Whether the count comes as far as the unit of that place."""
    if ruling.units is not None and ruling.basis != "partly_counted":
        return "pass" if number <= ruling.units else "fail"
    if ruling.settled is not None and number <= ruling.settled:
        return "pass"
    return "fail" if _impossible(ruling, number) else "no_data"


def _per_date(ruling: UnitsRuling, number: int) -> Said:
    if ruling.units == 0:
        return "pass" if number == 0 else "fail"
    if ruling.per_date is None or (ruling.stop and number in range(1, ruling.per_date + 1)):
        return "no_data"  # above the limit of a date only records decide
    return "pass" if number == ruling.per_date else "fail"


def _impossible(ruling: UnitsRuling, number: int) -> bool:
    """Below what full sets settle, or above what started sets could ever make."""
    below = ruling.settled is not None and number < ruling.settled
    return below or (ruling.started is not None and number > ruling.started)


def _over_settings(found: list[tuple[UnitsRuling, Judged]], *, counts: bool, another: bool) -> Judged:
    """With no setting told a count that holds in the office stands, with a word on the hospital: it packages the
    code, or (where who bills was told of another code only) bills it itself.
    """
    judged = [one for _, one in found]
    passing = [one for one in judged if one.verdict == "pass"]
    others = [(ruling, one) for ruling, one in found if one.verdict != "pass"]
    elsewhere = {ruling.basis for ruling, _ in others}
    if (
        counts
        and passing
        and len(elsewhere) == 1
        and elsewhere <= (IN_HOSPITAL.keys() if another else {"packaged", "not_valid"})
    ):
        note = f"In a hospital outpatient department {others[0][0].code} is {IN_HOSPITAL[others[0][0].basis]}."
        first = passing[0]
        return Judged(
            "pass",
            first.why,
            first.references,
            first.instead,
            f"{first.note} {note}".strip(),
            first.rule,
            first.reason,
            first.period,
        )
    return worst(judged)


def _another(advice: Advice, scenario: Scenario) -> bool:
    """Whether who bills was told of another code: "can the physician still bill 77435?" says nothing of 77373."""
    return advice.codes[0] not in scenario.codes and "biller" not in advice.condition


IN_HOSPITAL = {
    "packaged": "packaged: reported, not paid separately",
    "not_this_biller": "for the hospital to bill",
    "not_valid": "no code for the hospital's bill",
}


def judge_frequency(advice: Advice, scenario: Scenario, _today: date) -> Judged:
    """What one unit covers. "Weekly" passes where a week is five fractions, and the note says so."""
    value = advice.value
    if isinstance(value, tuple) and len(value) == 2:
        return judge_span(advice.codes[0], value, scenario)
    if isinstance(value, tuple):
        return _several(advice, value, scenario)
    code = advice.codes[0]
    if (own := judge_payers_words(code, str(value), scenario)) is not None:
        return own
    rulings = units(
        code,
        scenario.but(
            fractions=None,
            fractions_so_far=None,
            sessions=(),
            course_ended=None,
            technique=advice.condition.get("technique"),
        ),
    )
    found = [(ruling, _judge_covers(ruling, str(value), scenario)) for ruling in rulings]
    return _over_settings(found, counts=True, another=_another(advice, scenario))


def _several(advice: Advice, value: tuple[Any, ...], scenario: Scenario) -> Judged:
    """ "two units per session": more than one unit for a thing is never what a rule of ours says."""
    _, count, thing = value
    code = advice.codes[0]
    rulings = units(code, scenario.but(fractions=None, fractions_so_far=None, sessions=()))
    whys = rulings[0]
    if scenario.schedule == "bid":
        whys = units(code, scenario.but(fractions=20, fractions_so_far=None, sessions=()))[0]
    if count == 2 and thing == "day" and scenario.schedule == "bid" and whys.per_date == 2:
        return Judged("no_data" if whys.stop else "pass", whys.why, whys.references)
    if any(ruling.verdict == "no_data" and not ruling.one_per for ruling in rulings):
        return Judged("no_data", whys.why, whys.references)
    return Judged(
        "fail",
        f"One unit of {code} covers {_covers(whys.one_per) or 'nothing payable here'}.",
        whys.references,
        whys.why,
    )


# What may be one of these and need not be: a calculation or a device of a field, an insertion in several sessions.
NEAR = {"session": ("application",), "calculation": ("angle",), "device": ("angle",)}


def _judge_covers(ruling: UnitsRuling, said: str, scenario: Scenario) -> Judged:
    rule, period = f"frequency.{ruling.code}", ruling.period
    if ruling.reported_per:
        reported = _judge_covers(replace(ruling, one_per=ruling.reported_per, reported_per=""), said, scenario)
        return replace(reported, note=f"{reported.note} {_unpaid(ruling)}".strip())
    if not ruling.one_per:
        why = ruling.why
        if ruling.units is None:
            return Judged("no_data", why, ruling.references, rule=rule, period=period)
        return Judged("fail", why, ruling.references, why, rule=rule, reason=ruling.basis, period=period)
    holds = f"One unit of {ruling.code} covers {_covers(ruling.one_per)}."
    if said in FIELDS and of_each_field(ruling.code):
        told = said == "counted field" and scenario.technique != "imrt"
        counted = told or ruling.units is not None or (said == "counted field" and ruling.one_per == "calculation")
        return Judged("pass" if counted else "no_data", holds, ruling.references, rule=rule, period=period)
    said = "angle" if said in FIELDS else said
    if said in ("session", "day") and ruling.one_per == "course" and is_one_session(ruling):
        return Judged("pass", holds, ruling.references, rule=rule, period=period)
    plain = canonical(said)
    week = plain == FIVES and said == "week"
    right = plain == canonical(ruling.one_per)
    if said in NEAR.get(ruling.one_per, ()):
        return Judged("no_data", holds, ruling.references, rule=rule, period=period)
    if {plain, ruling.one_per} == {"session", "day"}:
        right = scenario.schedule != "bid"
    if ruling.one_per == FIVES and plain != FIVES:
        right = False
    note = f"A week here means five fractions of {ruling.code}, however many days they take." if week and right else ""
    verdict: Said = "pass" if right else "fail"
    return Judged(verdict, holds, ruling.references, holds, note, rule, "units" if not right else "", period)


def _covers(one_per: str) -> str:
    return "five fractions" if one_per == FIVES else f"one {one_per}" if one_per else ""
