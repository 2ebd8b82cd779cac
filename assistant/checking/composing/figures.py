"""Figures and dates in a phrase of their own: "is in APC 5623", "as it did in 2025", "the date of the scan"."""

# ruff: noqa: E501 - patterns and lists of words: one thought, one line
from __future__ import annotations

from collections.abc import Sequence

from assistant.checking.composing.sets import join
from assistant.checking.marking.marks import Mark

INSIDE = frozenset(
    {"is in", "are in", "stays in", "stay in", "sits in", "sit in", "fall under", "falls under", "lands in", "land in"}
)
DID = frozenset("did was were does do is are has had have".split())
OF_SERVICE = frozenset("service services treatment birth each every".split())
NAMES_A_DAY = frozenset(
    """scan ct plan planning image imaging images simulation sim completion approval order consult consultation start first
    last final fabrication calculation check implant discharge review""".split()
)
ARTICLES = frozenset("the your our a an that this".split())


def in_group(parts: list[Mark]) -> Mark | None:
    """ "77412 is in APC 5623": a group of payment, not a code that is part of something."""
    return join("APC", parts[-1].value, parts) if parts[0].said in INSIDE else None


def as_before(parts: list[Mark]) -> Mark | None:
    """ "as it did in 2025" says the same of another time: its value, where the date is a plain one."""
    if parts[0].said != "as":
        return None
    if parts[1].kind == "PRONOUN":
        said = parts[2].said == "did" or (parts[-1].kind == "DATE" and parts[2].said in DID)
    else:
        said = parts[1].said in ("in", "before")
    when = parts[-1].value if parts[-1].kind == "DATE" and parts[-2].said == "in" else ""
    return join("COMPARED", when, parts) if said else None


def dated(marks: list[Mark]) -> list[Mark]:
    """The row with a day marked that stands for the service: which day that is, no rule of ours tells."""
    marks = [
        Mark("MONEY", mark.said, mark.start, mark.end, mark.said or str(mark.value))
        if mark.kind == "NUM" and isinstance(mark.value, float) and mark.value != int(mark.value)
        else mark
        for mark in marks
    ]  # "77402 has 2.46": a figure of a table, no units
    return [
        Mark("DATED", mark.value, mark.start, mark.end, mark.said)
        if mark.kind == "THING" and _of_something(marks, at)
        else mark
        for at, mark in enumerate(marks)
    ]


def _of_something(marks: Sequence[Mark], at: int) -> bool:
    """ "the date of the scan", "the day the images were taken", "the scan date"."""
    mark = marks[at]
    if mark.said not in ("date", "day", "dates", "days"):
        return False
    before, behind = marks[at - 1] if at else None, marks[at + 1 : at + 4]
    if before is not None and (before.kind == "SERVICE" or before.said in NAMES_A_DAY):
        return True
    if not behind:
        return False
    if behind[0].said == "of":
        noun = next((one for one in behind[1:] if one.said not in ARTICLES), None)
        return noun is not None and noun.said not in OF_SERVICE
    return behind[0].said in ("the", "your", "on", "that", "when", "it", "they") and any(
        one.kind in ("SERVICE", "THING", "ASK", "PRONOUN") or one.said in NAMES_A_DAY for one in behind
    )


def agents_apart(marks: list[Mark]) -> list[Mark]:
    """ "The hospital bills 77372, and the physician bills 77432": two who act, and two statements."""
    result = list(marks)
    for at, mark in enumerate(marks):
        if mark.kind != "AND" or mark.said not in ("and", "while") or not _acts(marks[:at]):
            continue
        rest = [one for one in marks[at + 1 : at + 8] if one.said not in ARTICLES and one.kind not in ("OK", "ONLY")]
        if len(rest) > 2 and rest[0].kind in AGENTS and rest[1].kind in ("DO", "LINK") and rest[2].kind in SPOKEN_OF:
            result[at] = Mark("BUT", "", mark.start, mark.end, mark.said)
    return result


AGENTS = frozenset({"BILLER", "SETTING"})
SPOKEN_OF = frozenset({"CODE", "TECHNICAL", "PROFESSIONAL"})


def _acts(marks: list[Mark]) -> bool:
    kinds = {mark.kind for mark in marks}
    return bool({"DO", "LINK"} & kinds) and bool(SPOKEN_OF & kinds) and bool(kinds & AGENTS) and "IF" not in kinds
