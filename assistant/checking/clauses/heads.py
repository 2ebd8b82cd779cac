"""What stands before a statement and belongs to the answer: a code with its reason, a part that labels what follows."""

from __future__ import annotations

from dataclasses import replace

from assistant.checking.marking.marks import Mark

REASONS = frozenset({"because", "since", "since the", "as", "given that"})
PARTS = frozenset({"TECHNICAL", "PROFESSIONAL"})


def code_and_reason(row: list[Mark]) -> tuple[str, list[Mark]] | None:
    """ "G6015, because Medicare did not recognize 77385": the code given, and a reason that speaks of others."""
    if len(row) < 4 or row[0].kind != "CODE":
        return None
    at = 2 if row[1].value == "," else 1
    reason = row[at]
    others = {mark.value for mark in row[at + 1 :] if mark.kind == "CODE"}
    if reason.kind not in ("BECAUSE", "THEN") or reason.said not in REASONS or not others or row[0].value in others:
        return None
    return str(row[0].value), row[at + 1 :]


def part_as_subject(row: list[Mark]) -> list[Mark]:
    """ "Technical part in 2026: it is included in 77402": what "it" is, in that year."""
    if not row or row[0].kind not in PARTS:
        return row
    colon = next((at for at, mark in enumerate(row[:5]) if mark.value == ":"), None)
    if colon is None or colon + 1 >= len(row) or row[colon + 1].kind != "PRONOUN" or row[colon + 1].said != "it":
        return row
    between = row[1:colon]
    if any(mark.kind not in ("DATE", "WORD", "NOW") for mark in between):
        return row
    return [row[0], *(replace(mark) for mark in between), *row[colon + 2 :]]
