"""Words around the limit of a date: of which kind it is, and what stops at it.

MAI is the kind of the limit ("absolute", "clinical"), STOPS a line or unit that the edit denies.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.checking.marking.marks import Mark

KINDS = {"absolute": "2", "clinical": "3"}
LIMITS = frozenset({"limit", "limits", "edit", "cap", "ceiling", "limit of", "a limit of", "mue", "maximum"})
BEHIND = frozenset({"limit", "limits", "edit", "kind", "type", "cap", "ceiling", "one", "maximum"})
ENDING = frozenset({"PUNCT", "AND", "BUT", "BECAUSE", "IF"})
STOPPING = frozenset({"stop", "stops", "stopped"})
AT_FIRST = frozenset({"at", "first", "there", "on", "automatically"})
COUNTS = frozenset({"NTH_UNIT", "UNITS", "UNIT", "PER_DATE", "DO"})
LINES = frozenset({"claim", "line", "rest", "it", "they", "unit", "units"})


def kinds_of_limits(marks: list[Mark]) -> list[Mark]:
    """ "The limit is clinical", "an absolute limit", "MAI 3 (clinical)"."""
    told = any(mark.kind in ("MUE", "MUE_WORD") or mark.said in LIMITS for mark in marks)
    if not told or not any(mark.said in KINDS for mark in marks):
        return marks
    found: list[Mark] = []
    for at, mark in enumerate(marks):
        if mark.kind == "WORD" and mark.said in KINDS and _of_the_limit(marks, at):
            found.append(Mark("MAI", KINDS[mark.said], mark.start, mark.end, mark.said))
        elif mark.kind in ("TURN", "AT_MOST", "PAIR") and mark.said in LIMITS and not _counted(marks, at):
            found.append(replace(mark, kind="MUE_WORD", said="limit"))
        else:
            found.append(mark)
    return found


def _of_the_limit(marks: Sequence[Mark], at: int) -> bool:
    behind = marks[at + 1] if at + 1 < len(marks) else None
    return behind is None or behind.kind in ENDING or behind.said in BEHIND or behind.kind in ("MUE", "MUE_WORD")


def _counted(marks: Sequence[Mark], at: int) -> bool:
    """ "limit of one": a number follows, and another reader has it."""
    return any(mark.kind in ("NUM", "UNITS", "ONCE", "PER_DATE") for mark in marks[at + 1 : at + 2])


def practitioners(marks: list[Mark]) -> list[Mark]:
    """ "For practitioners the MUE is 1": the limit of their table."""
    if not any(mark.kind in ("MUE", "MUE_WORD") for mark in marks):
        return marks
    row = list(marks)
    for at in range(len(row) - 2, -1, -1):
        if row[at].said == "for" and row[at + 1].said == "practitioners":
            row[at : at + 2] = [Mark("ON_BILL", "professional", row[at].start, row[at + 1].end, "for practitioners")]
    return row


def stops(marks: list[Mark]) -> list[Mark]:
    """ "The second unit stops", "a line with three units will be stopped": denied by the edit."""
    return [
        Mark("STOPS", "", mark.start, mark.end, mark.said) if _stops(marks, at) else mark
        for at, mark in enumerate(marks)
    ]


def _stops(marks: Sequence[Mark], at: int) -> bool:
    mark = marks[at]
    if mark.said not in STOPPING:
        return False
    before = [
        one
        for one in marks[max(0, at - 3) : at]
        if one.kind not in ("OK", "LINK") and one.said not in ("is", "are", "gets", "be")
    ]
    counted = any(one.kind in ("NTH_UNIT", "UNITS") for one in marks[max(0, at - 7) : at])
    subject = bool(before) and (before[-1].kind in COUNTS or before[-1].said in LINES)
    if not subject and not (counted and before and before[-1].said in ("date", "day")):
        return False
    if mark.kind == "STOPPED" and mark.said == "stopped":
        return at > 0 and (marks[at - 1].said in ("is", "are", "gets", "be") or marks[at - 1].kind == "LINK")
    if mark.kind != "NEG" or mark.said not in ("stop", "stops"):
        return False
    rest = marks[at + 1 :]
    while rest and rest[0].said in AT_FIRST:
        rest = rest[1:]
    return not rest or rest[0].kind in ENDING
