"""One figure of speed: the whole distribution, and its ratio to something measured in the same run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter
from typing import Any, TypeVar

from evals.metrics.latency import quantile

T = TypeVar("T")
MILLI = 1000.0


@dataclass(frozen=True, slots=True)
class Figure:
    """`values` are in `unit`. `beside` names the figure it is a ratio of, `aim` what the issue wants, in words."""

    what: str
    values: tuple[float, ...]
    unit: str = "ms"
    beside: str = ""
    ratios: tuple[float, float] | None = None  # of the medians, of the 95th percentiles
    aim: str = ""

    @classmethod
    def of(cls, what: str, seconds: Sequence[float], beside: Figure | None = None, *, aim: str = "") -> Figure:
        """A figure of seconds, told in milliseconds beside another one of this run."""
        held = tuple(one * MILLI for one in seconds)
        if beside is None:
            return cls(what, held, aim=aim)
        ratios = (median(held) / beside.median, quantile(held, 0.95) / beside.p95)
        return cls(what, held, beside=beside.what, ratios=ratios, aim=aim)

    @property
    def median(self) -> float:
        return median(self.values)

    @property
    def p95(self) -> float:
        return quantile(self.values, 0.95)

    def as_json(self) -> dict[str, Any]:
        """For the history: no single values, they would only grow."""
        told: dict[str, Any] = {
            "what": self.what, "n": len(self.values), "unit": self.unit, "min": _rounded(min(self.values)),
            "median": _rounded(self.median), "p95": _rounded(self.p95), "max": _rounded(max(self.values)),
        }  # fmt: skip
        if self.ratios:
            told |= {
                "beside": self.beside,
                "ratio_median": round(self.ratios[0], 3),
                "ratio_p95": round(self.ratios[1], 3),
            }
        return told | ({"aim": self.aim} if self.aim else {})

    def line(self) -> str:
        """For a reader."""
        held = self.as_json()
        figures = ", ".join(f"{name} {held[name]:,}" for name in ("min", "median", "p95", "max"))
        if len(self.values) == 1:
            figures = f"{held['median']:,}"
        ratios = f"; {self.ratios[0]:.2f} and {self.ratios[1]:.2f} of {self.beside}" if self.ratios else ""
        aim = f" (aim: {self.aim})" if self.aim else ""
        return f"{self.what}: n {len(self.values)}, {figures} {self.unit}{ratios}{aim}"


def timed(
    work: Callable[[T], object], inputs: Iterable[T], rounds: int = 1, clock: Callable[[], float] = perf_counter
) -> list[float]:
    """Seconds of each call."""
    held, taken = list(inputs), []
    for _ in range(rounds):
        for one in held:
            started = clock()
            work(one)
            taken.append(clock() - started)
    return taken


def _rounded(value: float) -> float:
    """Three figures are more than a noisy machine can promise."""
    return float(f"{value:.3g}")
