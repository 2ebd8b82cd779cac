"""Two codes that something splits: "no modifier splits 77431 from 77427" is said of their edit."""

from __future__ import annotations

from dataclasses import replace

from assistant.checking.marking.marks import Mark

SPLITS = frozenset("split splits splitting".split())
MODIFYING = frozenset({"MOD", "NO_MODIFIER", "ANY_MODIFIER", "MODIFIER_WORD", "NUM"})


def split_from(marks: list[Mark]) -> list[Mark]:
    """The row with that word as one that opens a pair."""
    return [
        replace(mark, kind="OPENS") if mark.said in SPLITS and _one_from_the_other(marks, at) else mark
        for at, mark in enumerate(marks)
    ]


def _one_from_the_other(marks: list[Mark], at: int) -> bool:
    behind = [(mark.kind, mark.said) for mark in marks[at + 1 : at + 4]]
    two = len(behind) == 3 and behind[0][0] == behind[2][0] == "CODE" and behind[1][1] == "from"
    return two and any(mark.kind in MODIFYING for mark in marks[max(0, at - 4) : at])
