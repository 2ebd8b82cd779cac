"""An arrow behind a number of fractions: "33 fx -> seven" says what they make, and no code that takes their place."""

from __future__ import annotations

from dataclasses import replace

from assistant.checking.marking.marks import Mark

COUNTS = frozenset({"NUM", "UNITS", "ONCE", "TWICE"})


def arrows_that_count(marks: list[Mark]) -> list[Mark]:
    """The row with such arrows as the sign of a sum."""
    return [
        replace(mark, kind="PUNCT", value="=", said="=")
        if mark.kind == "REPLACED" and mark.said == "->" and _between_counts(marks, at)
        else mark
        for at, mark in enumerate(marks)
    ]


def _between_counts(marks: list[Mark], at: int) -> bool:
    before, behind = marks[at - 1] if at else None, marks[at + 1 : at + 2]
    of_fractions = before is not None and before.kind == "NUM" and before.noun == "fraction"
    return of_fractions and bool(behind) and behind[0].kind in COUNTS and behind[0].noun in (None, "unit", "times")
