"""Who holds both parts: "a practice that owns the equipment", "you own the place and employ the doctor"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.checking.composing.sets import join
from assistant.checking.marking.marks import Mark

PRACTICES = frozenset({"practice", "practices"})
OWNS = frozenset({"owns", "own", "owning"})
EMPLOYS = frozenset({"employs", "employ", "employing"})
GIVES = frozenset(
    "provides provide supplies supply furnishes furnish performs perform bills bill handles handle".split()
)
THINGS = frozenset(
    """equipment machine machines linac scanner accelerator simulator sim place center centre clinic building site
    office""".split()
)
MACHINES = frozenset("equipment machine machines linac scanner accelerator simulator".split())
SKIPPED = frozenset("the its their your our own a an ct that which and also".split())
OFFICES = frozenset({"freestanding", "office"})
ENTITIES = frozenset("center centre clinic practice group entity office you".split())


def owners_of_both(marks: list[Mark]) -> list[Mark]:
    """The row with such an owner told as one who bills both parts at once."""
    row = list(marks)
    for at in range(len(row) - 1, -1, -1):
        end = _practice(row, at) or _owns_and_employs(row, at) or _gives_both(row, at)
        if end:
            row[at:end] = [replace(join("FACT", ("biller", "global"), row[at:end]), said="owner of both")]
    return row


def _said(row: Sequence[Mark], at: int) -> str:
    return row[at].said if at < len(row) else ""


def _past(row: Sequence[Mark], at: int) -> int:
    while at < len(row) and (row[at].said in SKIPPED or row[at].kind == "ARTICLE"):
        at += 1
    return at


def _practice(row: Sequence[Mark], at: int) -> int | None:
    """ "practice that owns the equipment"."""
    verb = at + 2 if _said(row, at + 1) in ("that", "which") else at + 1
    thing = _past(row, verb + 1)
    fits = _said(row, at) in PRACTICES and _said(row, verb) in OWNS and _said(row, thing) in MACHINES
    return thing + 1 if fits else None


def _owns_and_employs(row: Sequence[Mark], at: int) -> int | None:
    """ "own the place and employ the doctor"."""
    thing = _past(row, at + 1)
    if _said(row, at) not in OWNS or _said(row, thing) not in THINGS:
        return None
    verb = _past(row, thing + 1)
    doctor = _past(row, verb + 1)
    employed = _said(row, verb) in EMPLOYS and doctor < len(row)
    return doctor + 1 if employed and row[doctor].kind == "BILLER" and row[doctor].value == "professional" else None


def _gives_both(row: Sequence[Mark], at: int) -> int | None:
    """ "provides both the professional and the technical work", of a center or an office."""
    if _said(row, at) not in GIVES or _said(row, at + 1) != "both" or at == 0:
        return None
    before = row[at - 1]
    office = before.kind == "SETTING" and before.value in OFFICES
    if not (office or before.said in ENTITIES or (before.kind == "COUNTED" and before.said in ENTITIES)):
        return None
    first = _past(row, at + 2)
    second = _past(row, first + 1)
    kinds = {row[i].kind for i in (first, second) if i < len(row)}
    return second + 1 if kinds == {"PROFESSIONAL", "TECHNICAL"} else None
