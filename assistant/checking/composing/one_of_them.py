"""Things told as some of a list: "one of the services folded into the plan" counts nothing, it is folded in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.checking.marking.marks import Mark

ONE_OF = frozenset({"one", "1"})
OF_THE = frozenset({"the", "those", "these"})
LISTED = frozenset(
    "service services item items procedure procedures code codes work charge charges component components".split()
)
LIST = frozenset({"list", "lists"})
PUT_INSIDE = frozenset({"BUNDLED"})
BETWEEN = frozenset({"that", "are", "is", "which", "already"})


def one_of_them(marks: list[Mark]) -> list[Mark]:
    """The row without the list whose members are told by what is done with them: only the doing says something."""
    row = list(marks)
    for at in range(len(row) - 1, -1, -1):
        end = _one_of(row, at) or _on_the_list(row, at)
        if end:
            whose = [mark for mark in row[at:end] if mark.kind == "PAYER"]
            stop = len(row) - 1 if row[-1].kind == "PUNCT" else len(row)
            row = [*row[:at], *row[end:stop], *whose, *row[stop:]]
    return row


def _one_of(marks: Sequence[Mark], at: int) -> int | None:
    """ "one of the services (that are)" before what they are."""
    one = marks[at]
    told = one.kind == "NUM" and one.value == 1 and one.noun is None
    after = [mark.said for mark in marks[at + 1 : at + 4]]
    if not told or len(after) < 3 or after[0] != "of" or after[1] not in OF_THE or after[2] not in LISTED:
        return None
    return _before_the_doing(marks, at + 4)


def _on_the_list(marks: Sequence[Mark], at: int) -> int | None:
    """ "on Medicare's list of services" before what they are."""
    if marks[at].said not in ("on", "in"):
        return None
    here = at + 1
    while here < len(marks) and (marks[here].said == "the" or marks[here].kind in ("ARTICLE", "PAYER")):
        here += 1
    listed = [mark.said for mark in marks[here : here + 3]]
    if len(listed) < 3 or listed[0] not in LIST or listed[1] != "of":
        return None
    here += 3 if listed[2] in LISTED else 4
    return _before_the_doing(marks, here) if marks[here - 1 : here] and marks[here - 1].said in LISTED else None


def _before_the_doing(marks: Sequence[Mark], here: int) -> int | None:
    while here < len(marks) and marks[here].said in BETWEEN:
        here += 1
    return here if here < len(marks) and marks[here].kind in PUT_INSIDE else None


def one_of_the_fractions(marks: list[Mark]) -> list[Mark]:
    """ "one unit covers one of the four fractions": a part of the course, and no second count of one."""
    row = list(marks)
    for at in range(len(row) - 3):
        one, of, the, course = row[at : at + 4]
        counted = one.kind == "NUM" and one.noun is None and of.said == "of" and the.said in OF_THE
        if counted and course.kind == "FRACTIONS":
            row[at] = replace(one, kind="TURN", said=f"{one.value} of them")
    return row
