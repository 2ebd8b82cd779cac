"""Rows of an answer that speak of a date: shared by the metrics of units, modifiers, pairs and validity."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar


class Dated(Protocol):
    @property
    def start(self) -> str | None: ...
    @property
    def end(self) -> str | None: ...


D = TypeVar("D", bound=Dated)


def on_day(rows: Iterable[D], day: str) -> list[D]:
    """The rows in force on a day, an open side holding; all of them when none is.

    A question that names a month or a course dates its rows itself: those rows are then its only word on the matter.
    """
    held = list(rows)
    return [row for row in held if (row.start or "") <= day <= (row.end or "9999-12-31")] or held


def keyed(key: str, day: str) -> tuple[str, str]:
    """The code and the date of a key like "77417#2025-05-20"; without a date, the case's day."""
    code, _, dated = key.partition("#")
    return code, dated or day
