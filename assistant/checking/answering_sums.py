"""A sum that is right in itself and the answer all the same: "5 + 1 = 6 units", asked of a course that makes seven."""

from __future__ import annotations

import re

from assistant.checking.advice import Advice
from assistant.checking.discourse import Discourse, Reading
from assistant.checking.sentences import Sentence

ADDED = re.compile(r"(?:\+|\bplus\b)\s*\d+\s*(?:=|equals|makes|is|gives)\s*(\d+)(?![.,]?\d)")
OF_UNITS = re.compile(r"(?:=|equals|makes|gives)\s*(\d+)\s*units?\b")


def answering_sum(sentence: Sentence, lower: str, discourse: Discourse) -> Reading | None:
    """The units that the sum gives to the code that was asked about; None where it counts something else."""
    of_units = OF_UNITS.findall(lower)
    asked = discourse.asked.kind == "units"
    totals = of_units or (ADDED.findall(lower) if asked else [])
    if not totals or (not of_units and int(totals[-1]) == discourse.fractions):
        return None
    codes = discourse.codes or discourse.asked.codes
    if not codes:
        return Reading(sentence, "unreadable", "units of no code")
    return Reading(sentence, "advice", "", (Advice("units", codes, int(totals[-1])),), codes=codes)
