"""What one metric says of one case, and the interval around a share of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt
from typing import Literal

Stage = Literal["scenario", "retrieval", "rule", "draft", "gate", "crash", ""]
Z = 1.959964  # 95 % of a normal distribution lie within it


@dataclass(frozen=True, slots=True)
class Outcome:
    """A metric's word on a case. `expected` and `got` are said for a reader who has only this line."""

    metric: str
    case: str
    passed: bool
    expected: str = ""
    got: str = ""
    stage: Stage = ""


@dataclass(frozen=True, slots=True)
class Share:
    """How many passed of how many, with Wilson's 95 % interval, which stays honest near 0 and 1 and for few cases."""

    passed: int
    n: int

    @property
    def value(self) -> float | None:
        return self.passed / self.n if self.n else None

    @property
    def interval(self) -> tuple[float, float]:
        if not self.n:
            return (0.0, 1.0)
        share, n = self.passed / self.n, self.n
        middle = (share + Z * Z / (2 * n)) / (1 + Z * Z / n)
        half = Z * sqrt(share * (1 - share) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n)
        return (max(0.0, middle - half), min(1.0, middle + half))


def share_of(outcomes: Iterable[Outcome]) -> Share:
    """The share of outcomes that passed."""
    told = [one.passed for one in outcomes]
    return Share(sum(told), len(told))
