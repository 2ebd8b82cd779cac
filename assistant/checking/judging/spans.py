"""Judging what many things in one span count as, what the count does not hang on, and a payer's cap."""

from __future__ import annotations

import re
from typing import Any

from assistant.checking.asking import units
from assistant.checking.judging.judgement import Judged, same, worst
from assistant.reading.number_words import WORDS
from assistant.rules import payers
from assistant.rules.finding import UnitsRuling
from assistant.rules.frequency import spoken
from assistant.scenario import Scenario
from corpus.rulebook import entry

# Spans from the shorter to the longer: what one unit of the longer covers, one unit of it covers in the shorter.
LENGTHS = {"session": 1, "day": 2, "date": 2, "5 fractions": 3, "week": 3, "course": 4}
# What a unit of these covers holds whatever is done in it; what it is of the same kind as, nothing here says.
UNMOVED: dict[str, frozenset[str]] = {
    "image": frozenset({"session", "day", "5 fractions", "course", "plan"}),
    "angle": frozenset({"day", "5 fractions", "course", "plan"}),
    "day": frozenset({"5 fractions", "course", "plan"}),
    "session": frozenset({"course", "plan", "device", "calculation", "simulation", "consultation"}),
    "segment": frozenset({"session", "day", "5 fractions", "course", "plan", "device"}),
    "calculation": frozenset({"session", "5 fractions", "course"}),
    "device": frozenset({"session", "5 fractions", "course", "plan"}),
    "plan": frozenset({"session", "5 fractions"}),
    "week": frozenset(
        {"session", "5 fractions", "course", "plan", "device", "calculation", "simulation", "consultation"}
    ),
    "calendar": frozenset({"session", "5 fractions", "course", "plan", "device", "calculation", "simulation"}),
}
CAP = re.compile(r"at most (?P<units>\w+) in an? (?P<days>\d+)-day course")


def judge_span(code: str, value: tuple[Any, ...], scenario: Scenario) -> Judged:
    """ "within": several in one span are one unit. "not by": no unit hangs on how many there are."""
    whole = scenario.but(fractions=None, fractions_so_far=None, sessions=(), course_ended=None)
    kind, thing = value
    return worst([_one(ruling, kind, thing, scenario) for ruling in units(code, whole)])


def _one(ruling: UnitsRuling, kind: str, thing: str, scenario: Scenario) -> Judged:
    covers = ruling.one_per
    if not covers:
        return Judged("no_data", ruling.why, ruling.references)
    holds = f"One unit of {ruling.code} covers {spoken(covers)}."
    known = entry(ruling.code)
    if kind == "hangs on" and (covers == thing or (thing == "session" and covers == "5 fractions")):
        return Judged("pass", holds, ruling.references)
    if kind == "not by" and thing == "session" and known and any(rule.course_fractions for rule in known.units):
        return Judged("no_data", f"{ruling.code} serves courses of a certain length.", ruling.references)
    if kind == "hangs on":
        unmoved = covers in UNMOVED.get(thing, ())
        return Judged("fail" if unmoved else "no_data", holds, ruling.references, holds if unmoved else "")
    if kind == "not by":
        settled = covers == thing or (thing == "session" and covers in ("session", "day", "5 fractions"))
        right = True if covers in UNMOVED.get(thing, ()) else False if settled else None
        return same(right, holds, ruling.references, instead=holds)
    if covers not in LENGTHS or thing not in LENGTHS:
        return Judged("no_data", holds, ruling.references)
    if covers == "session" and thing in ("day", "date"):
        return same(scenario.schedule != "bid", holds, ruling.references, instead=holds)
    return same(LENGTHS[thing] <= LENGTHS[covers], holds, ruling.references, instead=holds)


def judge_things(code: str, value: tuple[Any, ...], scenario: Scenario) -> Judged:
    """ "two plans are two units": so many as there are of what one unit covers; one, where no unit hangs on them."""
    _, number, thing, made = value
    whole = scenario.but(fractions=None, fractions_so_far=None, sessions=(), course_ended=None)
    found = []
    for ruling in units(code, whole):
        covers = ruling.one_per
        holds = f"One unit of {code} covers {spoken(covers)}." if covers else ruling.why
        right = made == number if covers == thing else made == 1 if covers in UNMOVED.get(thing, ()) else None
        if thing == "angle" and ruling.units == number:  # "nine fields make nine units", of a plan with nine
            right = made == number
        found.append(same(right, holds, ruling.references, instead=holds))
    return worst(found)


def judge_cap(code: str, most: int, days: int, scenario: Scenario) -> Judged:
    """A payer's cap against the payer's own rule."""
    known = entry(code)
    own = [
        (rule, found)
        for rule in (known.payers if known else ())
        if rule.matter == "units"
        and rule.payer in payers.order(scenario.payer)
        and scenario.dos is not None
        and rule.holds_on(scenario.dos.start)
        and (found := CAP.search(rule.value))
    ]
    if not own:
        return Judged("no_data", f"We hold no cap of {payers.name(scenario.payer)} on {code}.")
    rule, found = own[0]
    why = f"{payers.name(scenario.payer)} on {code}: {rule.value}."
    return same((most, days) == (WORDS.get(found["units"]), int(found["days"])), why, (rule.reference,), why)


def judge_payers_words(code: str, thing: str, scenario: Scenario) -> Judged | None:
    """A frequency against what a payer says of it in words of its own; None where the payer is silent."""
    known = entry(code)
    if known is None or payers.is_medicare(scenario.payer):
        return None
    day = scenario.dos.start if scenario.dos else None
    for rule in known.payers:
        binds = rule.matter == "units" and rule.payer in payers.order(scenario.payer) and not CAP.search(rule.value)
        if binds and (day is None or rule.holds_on(day)):
            why = f"{payers.name(scenario.payer)} on {code}: {rule.value}."
            return same(True if rule.value == f"once per {thing}" else None, why, (rule.reference,), why)
    return None


def judge_two_a_day(code: str, scenario: Scenario) -> Judged:
    """ "Both sessions of a day count as fractions": true of a code counted by fractions, where a break lies between."""
    twice = scenario.but(schedule="bid", fractions=20, fractions_so_far=None, sessions=())
    found = []
    for ruling in units(code, twice):
        counted = ruling.one_per == "5 fractions" and ruling.basis == "counted"
        right = ruling.units == 20 // 5 if counted else None
        found.append(same(right, ruling.why, ruling.references, instead=ruling.why))
    return worst(found)


# A field of the plan; one that is said to be calculated or delivered is what the rule counts.
FIELDS = frozenset({"field", "counted field"})


def of_each_field(code: str) -> bool:
    known = entry(code)
    return known is not None and any(rule.one_per.of_each == "field" for rule in known.units)
