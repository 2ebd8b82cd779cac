"""Latency: how long an answer took, as quantiles; a figure of the run, never a pass or a fail."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil


def quantile(seconds: Sequence[float], share: float) -> float:
    """The value that `share` of the measurements do not exceed (nearest rank). 0 for no measurement."""
    if not seconds:
        return 0.0
    return sorted(seconds)[max(0, ceil(share * len(seconds)) - 1)]
