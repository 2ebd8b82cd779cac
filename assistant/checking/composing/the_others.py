"""Fractions beyond the full sets pointed at: "the other three", "the three at the end", "six full sets and four more",
"the four that remain".

Only so many as can be left over (one to four), and "other" and "more" only after the full part was told.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.checking.composing.sets import join
from assistant.checking.marking.marks import Mark

FULL = frozenset({"SETS", "SETCOUNT"})
FURTHER = frozenset({"more", "extra", "additional", "further"})
OTHERS = FURTHER | {"other", "at the end", "LEFTOVER"}  # what points at them
JOINS = frozenset({"and", "plus", "with", "+"})
GIVES = frozenset(
    """give gives gave make makes made bring brings earn earns yield yields add adds produce produces pay pays generate
    generates create creates support supports""".split()
)


def the_others(marks: list[Mark]) -> list[Mark]:
    """The row with such numbers read as what is left over."""
    row: list[Mark] = []
    at = 0
    while at < len(marks):
        mark, ahead = marks[at], marks[at + 1 : at + 3]
        before = row[-1] if row else None
        length = 0
        if mark.kind == "SOMEBODY" and mark.said == "other" and ahead and _few(ahead[0]) and _full_part(row):
            length = 2
        elif _few(mark) and before is not None and ahead:
            more = ahead[0].said in FURTHER and before.said in JOINS and len(row) > 1 and row[-2].kind in FULL
            at_the_end = ahead[0].said == "at the end" and before.said == "the"
            length = 2 if more or at_the_end else 0
        if _few(mark) and [one.kind for one in ahead] == ["PRONOUN", "LEFTOVER"] and ahead[0].said == "that":
            length = 3  # "the four that remain"
        if length:
            number = next(one.value for one in marks[at : at + length] if one.kind == "NUM")
            row.append(join("LEFT", number, marks[at : at + length]))
        else:
            row.append(mark)
        at += length or 1
    return row


def one_for_the_rest(marks: list[Mark]) -> list[Mark]:
    """ "The last three give one": one more, as the full sets have given theirs."""
    row = list(marks)
    for at in range(2, len(row)):
        one = (
            row[at].kind == "ONCE"
            or row[at].said == "another"
            or (row[at].kind == "NUM" and row[at].value == 1 and row[at].noun is None)
        )
        closes = at + 1 == len(row) or row[at + 1].kind in ("PUNCT", "BECAUSE", "BUT")
        if one and closes and row[at - 1].said in GIVES and row[at - 2].kind == "LEFT" and _full_part(row[: at - 2]):
            row[at] = join("ADDITION", "", [row[at]])
    return row


def _few(mark: Mark) -> bool:
    return mark.kind == "NUM" and mark.noun in (None, "fraction") and mark.value in (1, 2, 3, 4)


def _full_part(before: Sequence[Mark]) -> bool:
    """Whether full sets, or fractions that make full sets, were told before."""
    return any(
        mark.kind in FULL
        or (mark.kind in ("NUM", "FRACTIONS") and mark.noun in (None, "fraction") and _fives(mark.value))
        for mark in before
    )


def _fives(value: object) -> bool:
    return isinstance(value, int) and value > 0 and value % 5 == 0
