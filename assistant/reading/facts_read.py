"""What reading yields: facts with their places, and problems to point out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact as read; spans count in `Text.plain`."""

    name: str
    value: Any
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Problem:
    """Something said that cannot be, or that needs asking back; `why` is a clear sentence."""

    kind: str  # impossible_count, impossible_date, contradiction, unknown_code, suspicious_code
    said: str
    why: str
    start: int
    end: int


@dataclass(slots=True)
class CourseReading:
    facts: list[Fact] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    alternatives: dict[str, tuple[Any, ...]] = field(default_factory=dict)
    adds_boost: int | None = None  # "plus a boost of 8" with no base in this text
