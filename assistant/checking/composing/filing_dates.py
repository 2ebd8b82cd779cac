"""Dates on which a claim is filed, sent or processed: no dates of service, and so they decide nothing."""

# ruff: noqa: E501 - patterns and lists of words: one thought, one line
from __future__ import annotations

from assistant.checking.composing.sets import join
from assistant.checking.marking.marks import Mark

# What may stand between "no matter that" and the date of filing without saying more.
HANDLED = frozenset(
    """submit submits submitted submitting submission file files filed filing send sends sent sending process processed processes adjudicated
    received receives reaches mailed transmitted goes go went out leaves dated released claim claims bill bills billing billed invoice batch
    that the your this our a is was be only itself when date of on which day in by until before after from since at will it not medicare""".split()
)


def filing_dates(marks: list[Mark]) -> list[Mark]:
    """Dates of a claim's handling told apart, and "no matter that the claim is filed in January" as what it says: nothing."""
    result: list[Mark] = []
    for mark in marks:
        start = _no_matter(result) if mark.kind == "FILED" else None
        if start is None:
            result.append(mark)
            continue
        result[start:] = [join("ROLE", "when it is filed", [*result[start:], mark])]
    return result


def _no_matter(before: list[Mark]) -> int | None:
    """Where "no matter that" stands with nothing but the claim and its handling behind it."""
    for i in range(len(before) - 1, max(-1, len(before) - 9), -1):
        mark = before[i]
        words = set(mark.said.split())
        if mark.kind == "REGARDLESS" or mark.said in ("although", "though", "despite", "even though"):
            return i
        if not words or not words <= HANDLED:
            return None
    return None
