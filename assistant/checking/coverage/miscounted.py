"""Numbers that stand beside a count and were weighed with nothing: "21 lines", "six sets of five = 5 units"."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.checking.clauses.clause_reading import ClauseReading


def miscounted(c: ClauseReading) -> Iterator[str]:
    """The words of such a number, where it is not the one that the advice was judged by."""
    signs = c.signs
    if "COUNTED" in signs:
        yield from _lines(c)
    if "SETCOUNT" in signs:
        yield from _sets_and_units(c)
    if "FRACTIONS" in signs:
        yield from _course_of_another_length(c)


def _lines(c: ClauseReading) -> Iterator[str]:
    """ "For 20 sessions that makes 21 lines": as many lines as units, each on its date."""
    fractions = next((mark.value for mark in c.marks if mark.kind == "FRACTIONS"), None)
    dated = any(one.kind == "units" and one.value == ("per_date", 1) for one in c.advice)
    for mark in c.marks:
        if mark.kind == "COUNTED" and dated and fractions is not None and mark.value not in (None, fractions):
            yield f"{mark.value} lines"


def _sets_and_units(c: ClauseReading) -> Iterator[str]:
    """ "Six complete blocks of five = 5 units": each full set makes one unit."""
    sets = [mark.value for mark in c.marks if mark.kind == "SETCOUNT"]
    units = [mark.value for mark in c.marks if mark.kind == "UNITS"]
    more = c.has("LEFT", "LEFTOVER", "ADDITION", "PLUS", "NEG")
    if len(sets) == len(units) == 1 and not more and isinstance(units[0], int) and sets != units:
        yield "sets of five"


def _course_of_another_length(c: ClauseReading) -> Iterator[str]:
    """ "A single 77435 that covers the course of three fractions", of a course of four."""
    told = c.background.fractions
    if told is None or not any(one.kind == "frequency" and one.value == "course" for one in c.advice):
        return
    for at in c.at("FRACTIONS"):
        if c.marks[at].value != told and at and c.marks[at - 1].said == "of":
            yield f"{c.marks[at].value} fractions"
