"""Words and spans of time that windows around a plan are told with."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.checking.marking.marks import Mark

A_SPAN = frozenset({"DAYS", "DURATION"})
ARTICLES = frozenset("the a an its this that their your of to from for on it's".split())
NOUNS = frozenset({"window", "windows", "lookback", "look-back"})


def in_days(mark: Mark) -> int | None:
    """Days or weeks, as days."""
    if mark.kind not in A_SPAN or not isinstance(mark.value, int):
        return None
    if mark.kind == "DAYS":
        return mark.value
    return 7 * mark.value if mark.noun == "week" else None


def said_of(parts: Sequence[Mark]) -> str:
    return " ".join(part.said or str(part.value) for part in parts)
