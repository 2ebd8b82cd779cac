"""Two dates with a code each: "77385 through December 31, 2025 and 77407 from January 1, 2026" is two statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.checking.marking.marks import Mark

# A row of nothing else: what turns, limits or counts is not shared out over two dates.
PLAIN = frozenset(
    "THING WORD DATE DO LINK TOGETHER CODE AND PUNCT PRONOUN ARTICLE SETTING PAYER FACT SERVICE BILLER ROLE".split()
)
VERBS = frozenset({"DO", "LINK"})
PARTING = frozenset({"and", "then", ",", ";", "while"})


def dates_apart(marks: list[Mark]) -> list[Mark]:
    """The row with the two statements parted, and the verb of the first also in the second."""
    if sum(mark.kind == "DATE" for mark in marks) != 2 or not {mark.kind for mark in marks} <= PLAIN:
        return marks
    runs = [run for run in _runs(marks) if _whole(marks[: run[0]]) and _whole(marks[run[1] :])]
    if len(runs) != 1:
        return marks
    begin, end = runs[0]
    before, after = marks[:begin], _sessions(marks[end:])
    verb = next((mark for mark in (*before, *after) if mark.kind in VERBS), None)
    here = marks[begin]
    done = verb or Mark("DO", "", here.start, here.start, "bill")
    parted = Mark("BUT", "", here.start, marks[end - 1].end, "while")
    return [*_with_verb(before, done), parted, *_with_verb(after, done)]


def _runs(marks: Sequence[Mark]) -> list[tuple[int, int]]:
    """Where words that part stand side by side: ", and", ", then"."""
    found: list[tuple[int, int]] = []
    for at, mark in enumerate(marks):
        if mark.said not in PARTING or (mark.kind == "WORD" and mark.said != "then"):
            continue
        if found and found[-1][1] == at:
            found[-1] = (found[-1][0], at + 1)
        else:
            found.append((at, at + 1))
    return found


def _whole(marks: Sequence[Mark]) -> bool:
    """One date and its codes, and no date that only opens the sentence."""
    return sum(mark.kind == "DATE" for mark in marks) == 1 and any(mark.kind == "CODE" for mark in marks)


def _sessions(marks: list[Mark]) -> list[Mark]:
    """ "those from January 1": the sessions of that date."""
    return [
        replace(mark, kind="THING", value="session")
        if mark.kind == "PRONOUN" and mark.said == "those" and at + 1 < len(marks) and marks[at + 1].kind == "DATE"
        else mark
        for at, mark in enumerate(marks)
    ]


def _with_verb(marks: list[Mark], verb: Mark) -> list[Mark]:
    if any(mark.kind in VERBS for mark in marks):
        return marks
    at = next(at for at, mark in enumerate(marks) if mark.kind == "CODE")
    if at and marks[at - 1].kind == "TOGETHER":
        at -= 1
    place = marks[at]
    return [*marks[:at], Mark(verb.kind, verb.value, place.start, place.start, verb.said), *marks[at:]]
