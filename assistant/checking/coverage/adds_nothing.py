"""Words that add nothing to what a clause has told already: "in the same session", "either", "electrons only"."""

from __future__ import annotations

from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.checking.marking.marks import Mark


def told_of_a_session(reading: ClauseReading) -> bool:
    """ "In the same session" adds nothing to several isocenters or to electrons mixed with photons."""
    told = reading.conditions[0]
    levels = any(one.value in ("criteria", "billable") for one in reading.advice)
    return levels and (told.get("technique") == "mixed" or (told.get("isocenters") or 0) > 1)


def one_of_two(marks: list[Mark], at: int) -> bool:
    """ "either 77295 or 77301"."""
    kinds = [mark.said if mark.kind == "AND" else mark.kind for mark in marks[at + 1 : at + 4]]
    return kinds == ["CODE", "or", "CODE"]


def tells_technique(mark: Mark) -> bool:
    """ "Electrons only"."""
    return mark.kind == "FACT" and mark.value[0] == "technique"


def in_both(reading: ClauseReading, at: int) -> bool:
    """ "whether in a hospital or in an office": said of both places, and judged in both."""
    after = reading.marks[at + 1 :]
    places = [i for i, mark in enumerate(after) if mark.kind == "SETTING"]
    if len(places) != 2 or not {mark.kind for mark in after} <= BOTH_PLACES:
        return False
    return any(mark.said == "or" for mark in after[places[0] : places[1]]) and len(reading.conditions) > 1


BOTH_PLACES = frozenset("WORD ARTICLE PRONOUN SETTING AND THING LINK DO PUNCT".split())
