""" "77407, or 77412 with CBCT": what is said of the second code alone chooses it, and must be its criterion."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.checking.marking.marks import Mark
from assistant.rules.code_sets import LEVELS

CHOOSING = frozenset("with for when if in on where by after once as".split())
JOINED = frozenset("by with to as".split())
CRITERIA = ("level 3", "criteri", "isocent", "motion", "gat", "breath", "total skin", "mixed")


def choosing_the_second(reading: ClauseReading) -> Iterator[str]:
    """The word behind ", or 77412" that chooses it by something else than a criterion of its level."""
    marks = reading.marks
    for first, second in pairwise(at for at in reading.at("CODE") if marks[at].value in LEVELS):
        if not _apart(marks, first, second):
            continue
        behind = [mark for mark in marks[second + 1 :] if mark.kind != "PUNCT"]
        if behind and behind[0].said.split()[:1] and behind[0].said.split()[0] in CHOOSING and not _criterion(behind):
            yield behind[0].said


def _apart(marks: list[Mark], first: int, second: int) -> bool:
    """Whether a comma and an "or" stand right before the second, so that what follows is said of it alone."""
    at = next((i for i in range(second - 1, first, -1) if marks[i].said == "or"), None)
    if at is None or not all(mark.said in JOINED for mark in marks[at + 1 : second]):
        return False
    before = marks[at - 1]
    return before.value == "," or (before.kind != "PUNCT" and marks[at].start - before.end > 1)


def _criterion(behind: list[Mark]) -> bool:
    return any(
        any(word in (mark.said or str(mark.value)).lower() for word in CRITERIA)
        or (mark.kind == "FACT" and mark.value[0] in ("isocenters", "motion_management"))
        for mark in behind
    )
