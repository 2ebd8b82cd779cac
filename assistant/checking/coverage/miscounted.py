"""Numbers that stand beside a count and were weighed with nothing: "in three months", "21 lines"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from assistant.checking.clauses.clause_reading import ClauseReading

WITHIN = frozenset("in within per every each over".split())


def miscounted(c: ClauseReading) -> Iterator[str]:
    """The words of such a number, where it is not the one that the advice was judged by."""
    signs = c.signs()
    if "DURATION" in signs:
        yield from _within_so_long(c)
    if "COUNTED" in signs:
        yield from _lines(c)
    if "SETCOUNT" in signs:
        yield from _sets_and_units(c)


def _within_so_long(c: ClauseReading) -> Iterator[str]:
    """ "Once in three calendar months": how often in a time, judged as once in all."""
    if any(one.kind == "frequency" or isinstance(one.value, tuple) for one in c.advice):
        return
    if not any(one.kind == "units" for one in c.advice):
        return
    for one, two in pairwise(c.marks):
        if two.kind == "DURATION" and one.said in WITHIN:
            yield two.said or f"{two.value} of a time"


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
