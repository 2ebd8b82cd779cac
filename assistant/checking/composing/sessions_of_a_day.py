"""Two sessions of a day told to count: "both count as fractions toward 77427", "each of the two is a fraction".

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
        else:
            end = _each_is_a_fraction(marks, at)
        if end:
            return [*marks[:at], join("SESSIONS_COUNT", 2, marks[at:end]), *marks[end:]]
    return marks


def _each_is_a_fraction(marks: Sequence[Mark], at: int) -> int:
    """Where "each session counts as one fraction" ends; "of its own" adds nothing to it."""
    mark, rest = marks[at], marks[at + 1 :]
    if mark.kind != "FREQ" or mark.value != (1, "session") or not mark.said.startswith(("each ", "every ")):
        return 0
    one = [m.said for m in rest[:1]] in (["counts as one"], ["count as one"])
    linked = len(rest) > 2 and rest[0].said in COUNT and (rest[1].kind == "ARTICLE" or rest[1].value == 1)
    noun = 1 if one else 2 if linked else len(rest)
    if noun >= len(rest) or rest[noun].kind != "THING" or rest[noun].said != "fraction":
        return 0
    own = [m.said for m in rest[noun + 1 : noun + 4]] == ["of", "its", "own"]
    return at + noun + 2 + (3 if own else 0)


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
