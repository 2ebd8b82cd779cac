"""Modifiers that mark a hospital's own department, and two that never share a line."""

from __future__ import annotations

from assistant.checking.advice import Advice
from assistant.checking.judging.judgement import Judged, same
from assistant.rules.described_modifiers import TOGETHER_NEVER
from corpus.modifiers import modifier

# Which department of a hospital, off its campus, each of them marks.
DEPARTMENTS = {"PO": "excepted", "PN": "not excepted"}


def judge_department(advice: Advice) -> Judged:
    """Whether the modifier is that of the department which was asked about."""
    _, said, department = advice.value
    known = modifier(said)
    if known is None:
        return Judged("no_data", f"No source we hold describes modifier {said}.")
    why = f"{said} means: {known.meaning}."
    return same((DEPARTMENTS[said] == department) == advice.polarity, why, (known.reference,), instead=why)


def judge_apart(advice: Advice) -> Judged:
    """Two modifiers that contradict each other, where the list of such pairs names them."""
    _, *two = advice.value
    held = [known.reference for one in two if (known := modifier(one)) is not None]
    if frozenset(two) not in TOGETHER_NEVER:
        return Judged("no_data", f"No source we hold sets {two[0]} against {two[1]}.")
    why = f"{two[0]} and {two[1]} never stand together on one line."
    return same(advice.polarity, why, tuple(held), instead=why)
