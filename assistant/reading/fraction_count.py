"""A number of fractions as said, and the part of the course it counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Part = Literal["total", "planned", "delivered", "so_far", "boost", "alternative"]


@dataclass(frozen=True, slots=True)
class FractionCount:
    """A number of fractions as said, also an impossible one; spans count in `Text.plain`."""

    part: Part
    value: int | float
    start: int
    end: int
    of: int | float | None = None  # "18 of 25": the 25
    adds: bool = True  # boost: on top of the rest, not "including a boost of 8"
    schedule: str | None = None
