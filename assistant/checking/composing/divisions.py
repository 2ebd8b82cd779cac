"""Fractions told to make units: "30 sessions / 5 = 6 units", "21 is four units", "40 makes eight".

A division by five that gives units says of the fractions what they make; it stays a bare sum where it does not come
out, so that no count rides on a wrong one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.checking.marking.marks import Mark

MAKING = frozenset(
    {"make", "makes", "yield", "yields", "give", "gives", "come to", "comes to", "work out to", "works out to"}
)
BEING = frozenset({"is", "are", "means", "mean", "equals", "="})
OPENED = frozenset({"PUNCT", "BECAUSE", "AND", "BUT"})
ENDED = frozenset({"PUNCT", "UNIT", "BECAUSE", "WORD", "AND", "BUT"})
FIVES = 5
ENOUGH = 3  # so many left over make one more, and the quotient is no longer the count


def fractions_that_make(marks: list[Mark]) -> list[Mark]:
    """The row with the numbers of fractions that make units told as such."""
    return _bare_numbers(_divided(marks))


def _divided(marks: Sequence[Mark]) -> list[Mark]:
    """ "30 sessions / 5 = 6 units" says what "30 sessions = 6 units" says."""
    row = list(marks)
    for at in range(len(row) - 5, -1, -1):
        if row[at].kind != "NUM":
            continue
        whole, sign, by, gives, units = row[at : at + 5]
        divides = sign.kind == "PUNCT" and sign.value in ("/", "÷") and by.kind == "NUM" and by.value == FIVES
        told = units.kind == "NUM" and whole.noun in (None, "fraction") and by.noun is None
        linked = gives.value == "=" or gives.said in BEING | MAKING
        if not (divides and told and linked and _of_units(row, at + 4) and isinstance(whole.value, int)):
            continue
        full, rest = divmod(whole.value, FIVES)
        if units.value == full and rest < ENOUGH:
            row[at : at + 4] = [replace(whole, kind="FRACTIONS", noun="fraction"), gives]
    return row


def _bare_numbers(marks: Sequence[Mark]) -> list[Mark]:
    """ "40 makes eight", "21 is four units": the first number is of fractions, the second of units."""
    row = list(marks)
    for at in range(len(row) - 2):
        if row[at].kind != "NUM":
            continue
        first, verb, last = row[at : at + 3]
        opens = at == 0 or row[at - 1].kind in OPENED
        bare = last.kind == "NUM" and first.noun is None and not first.said
        if not (opens and bare and isinstance(first.value, int) and first.value > FIVES):
            continue
        makes = verb.kind == "LINK" and verb.said in MAKING and last.noun in (None, "unit")
        ends = at + 3 == len(row) or row[at + 3].kind in ENDED
        if (makes and ends) or ((verb.said in BEING or verb.value == "=") and _of_units(row, at + 2)):
            row[at] = replace(first, kind="FRACTIONS", noun="fraction")
    return row


def _of_units(marks: Sequence[Mark], at: int) -> bool:
    """ "six units", "5 full units"; never "six", which may count anything."""
    after = next((mark for mark in marks[at + 1 : at + 3] if mark.said not in ("full", "complete")), None)
    return marks[at].noun == "unit" or (marks[at].noun is None and after is not None and after.kind == "UNIT")
