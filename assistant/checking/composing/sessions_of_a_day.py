"""Two sessions of a day told to count: "both count as fractions toward 77427", "each of the two sessions is a fraction".

The mark says how many fractions the two sessions are: two, or one where they are told to count together.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.checking.composing.sets import join
from assistant.checking.marking.marks import Mark

EACH = frozenset({"each of", "both of", "each"})
DESCRIBED = frozenset("the two these those of your daily twice-daily bid such".split()) | frozenset(
    {"the two", "these two", "those two"}
)
SESSIONS = frozenset({"sessions", "treatments", "session", "treatment", "fractions", "fraction"})
COUNT = frozenset({"count", "counts", "count as", "counts as", "is", "are", "counted", "counted as"})
AS = frozenset({"as", "separately", "on its own", "on their own"})
TOWARD = frozenset({"toward", "towards", "for", "under", "in"})


def sessions_that_count(marks: list[Mark]) -> list[Mark]:
    """The row with such a statement as one mark; what else it says stays beside it."""
    for at, mark in enumerate(marks):
        both = mark.kind == "TOGETHER" and mark.said == "both"
        if both or (mark.kind == "EVERY" and mark.said in EACH):
            end = _told(marks, at, both=both)
            if end:
                return [*marks[:at], join("SESSIONS_COUNT", 2, marks[at:end]), *marks[end:]]
    return marks


def _told(marks: Sequence[Mark], at: int, *, both: bool) -> int:
    """Where the statement that opens here ends; 0 where none does."""
    here, sessions = at + 1, both
    while here < len(marks) and (marks[here].said in DESCRIBED or marks[here].said in SESSIONS):
        sessions = sessions or marks[here].said in SESSIONS
        here += 1
    if not sessions or here >= len(marks) or marks[here].said not in COUNT:
        return 0
    being = marks[here].said in ("is", "are")
    here += 1
    while here < len(marks) and marks[here].said in AS:
        here += 1
    noun = here + (here < len(marks) and (marks[here].kind == "ARTICLE" and not both))
    as_fractions = noun < len(marks) and marks[noun].kind == "THING" and marks[noun].said in ("fraction", "fractions")
    if as_fractions:
        here = noun + 1
    toward = here < len(marks) and marks[here].said in TOWARD
    if toward:
        here += 1
    coded = toward and here < len(marks) and marks[here].kind == "CODE"
    if not (as_fractions or (coded and not being)) or (toward and not coded):
        return 0
    return here
