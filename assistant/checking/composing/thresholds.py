"""How many leftover fractions it takes: "at least three", "three or more", "up to two", "one or two at most"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.checking.composing.sets import join
from assistant.checking.marking.marks import Mark

ADDS = frozenset({"ADDITION", "NTH_UNIT"})
TURNED = frozenset("NEG NONE NO_ADDITION EXCEPT WITHOUT DOUBT RATHER TURN BELOW".split())
THERE_ARE = frozenset("have has had are is were only just".split())
STILL_TOLD = frozenset({"LEFTOVER", "LEFT"})


def thresholds(marks: list[Mark]) -> list[Mark]:
    """ "At least three leftover fractions earn another unit": from how many on, where nothing turns it round."""
    kinds = {mark.kind for mark in marks}
    if "AT_LEAST" not in kinds and "AT_MOST" not in kinds and "LEAST" not in kinds:
        return marks
    for at in range(len(marks)):
        least = _at_least(marks, at)
        if least is not None and _earned(marks, at):
            number, end = least
            return [*marks[:at], join("THRESHOLD", number, marks[at:end]), *_there_are(_spent(marks[end:]))]
        most = _at_most(marks, at)
        if most is not None:
            number, end = most
            return [*marks[:at], join("LEFT", tuple(range(1, number + 1)), marks[at:end]), *marks[end:]]
    return marks


def _at_least(marks: Sequence[Mark], at: int) -> tuple[int, int] | None:
    """ "at least three", "three or more", of fractions left over or of nothing else named."""
    first, after = marks[at], marks[at + 1] if at + 1 < len(marks) else None
    if after is None:
        return None
    if first.kind == "LEAST" and first.value is not None:
        return _few(first.value, at + 1)
    if first.kind == "AT_LEAST" and first.said != "or more" and after.kind in ("LEFT", "NUM"):
        return _few(after.value, at + 2) if after.noun in (None, "fraction") else None
    if first.kind in ("LEFT", "NUM", "FRACTIONS") and after.said == "or more":
        return _few(first.value, at + 2) if first.noun in (None, "fraction") else None
    return None


def _few(number: object, end: int) -> tuple[int, int] | None:
    return (number, end) if isinstance(number, int) and 1 < number < 5 else None


def _earned(marks: Sequence[Mark], at: int) -> bool:
    """A further unit, and what is left over, are spoken of; nothing denies or shuts out."""
    stretch = _stretch(marks, at)
    kinds = {mark.kind for mark in stretch}
    left = kinds & STILL_TOLD or any(mark.kind in STILL_TOLD for mark in marks)
    return bool(kinds & ADDS and left) and not kinds & TURNED


def _stretch(marks: Sequence[Mark], at: int) -> Sequence[Mark]:
    """The statement around a place: up to a full stop, a semicolon, a "because" or a "but"."""
    ends = [i for i, mark in enumerate(marks) if mark.kind in ("BECAUSE", "BUT") or mark.value in (".", ";")]
    begin = max((i + 1 for i in ends if i < at), default=0)
    return marks[begin : min((i for i in ends if i > at), default=len(marks))]


def _spent(marks: Sequence[Mark]) -> list[Mark]:
    """What a threshold is told of says nothing more: "fractions left over"."""
    end = 0
    while end < len(marks) and (marks[end].kind in ("THING", "LEFTOVER") or marks[end].said == "fractions"):
        end += 1
    return list(marks[end:])


def _there_are(marks: list[Mark]) -> list[Mark]:
    """ "..., and you only have two": so many are left over in this course."""
    for at in range(1, len(marks)):
        number, before = marks[at], marks[at - 1]
        closes = at + 1 == len(marks) or marks[at + 1].kind in ("PUNCT", "AND", "BECAUSE", "BUT")
        few = number.kind == "NUM" and number.noun in (None, "fraction") and number.value in (1, 2, 3, 4)
        if few and closes and before.said in THERE_ARE:
            return [*marks[:at], replace(number, kind="LEFT"), *marks[at + 1 :]]
    return marks


def _at_most(marks: Sequence[Mark], at: int) -> tuple[int, int] | None:
    """ "up to two leftover fractions", "no more than two are left": each of these numbers."""
    after = marks[at + 1] if at + 1 < len(marks) else None
    if marks[at].kind != "AT_MOST" or after is None or after.kind != "LEFT":
        return None
    return (after.value, at + 2) if isinstance(after.value, int) and 1 < after.value < 5 else None
