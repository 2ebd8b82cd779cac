"""A sum that is right in itself and the answer all the same: "5 + 1 = 6 units", asked of a course that makes seven."""

from __future__ import annotations

import re

from assistant.checking.advice import Advice
from assistant.checking.discourse import Discourse, Reading
from assistant.checking.sentences import Sentence
from assistant.reading.patterns import Seldom

ADDED = re.compile(r"(?:\+|\bplus\b)\s*\d+\s*(?:=|equals|makes|is|gives)\s*(\d+)(?![.,]?\d)")
TAKEN_OFF = re.compile(r"(\d+)\s*(?:[-−–]|\bminus\b)\s*\d+\s*(?:=|equals|makes|is|gives)\s*(\d+)(?![.,]?\d)")
IN_FIVES = re.compile(r"=.*\b(\d+)\s*(?:/|÷)\s*5\s*=\s*(\d+)\W*$", re.S)
DIVIDED = Seldom(r"(\d+)\s*(?:/|÷|divided by)\s*(?:5|five)\b", "/", "÷", "divided")
OF_UNITS = re.compile(r"(?:=|equals|makes|gives)\s*(\d+)\s*units?\b")


def answering_sum(sentence: Sentence, lower: str, discourse: Discourse) -> Reading | None:
    """The units that the sum gives to the code that was asked about; None where it counts something else."""
    if divides_another_course(lower, discourse.fractions):
        return Reading(sentence, "unreadable", "a sum of another course")
    of_units = OF_UNITS.findall(lower)
    totals = of_units or (
        _of_other_numbers(lower, discourse.fractions) if discourse.asked.kind in ("units", "") else []
    )
    if not totals or (not of_units and int(totals[-1]) == discourse.fractions):
        return None
    codes = discourse.codes or discourse.asked.codes
    if not codes:
        return Reading(sentence, "unreadable", "units of no code")
    return Reading(sentence, "advice", "", (Advice("units", codes, int(totals[-1])),), codes=codes)


def _of_other_numbers(lower: str, fractions: int | None) -> list[str]:
    """What comes of adding, of taking from something else than the course, and of a last step in fives."""
    taken = [found[1] for found in TAKEN_OFF.findall(lower) if int(found[0]) != fractions]
    in_fives = [found[1] for found in IN_FIVES.findall(lower) if int(found[0]) != fractions]
    return ADDED.findall(lower) + taken + in_fives


def divides_another_course(lower: str, fractions: int | None) -> bool:
    """ "35 / 5 = 7" of a course of 31: right in itself, and of more fractions than were given."""
    return fractions is not None and any(int(one[1]) > fractions for one in DIVIDED.finditer(lower))
