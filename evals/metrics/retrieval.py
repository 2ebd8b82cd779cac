"""Retrieval: is a source that carries the answer among the first k, and how early does it come?"""

from __future__ import annotations

from collections.abc import Sequence

from evals.case import Query
from evals.outcome import Outcome

K = (1, 3, 8)


def name(system: str, k: int) -> str:
    """The metric's name: which system, how deep."""
    return f"{system}: source among the first {k}"


def judge(system: str, case: Query, found: Sequence[str]) -> list[Outcome]:
    """`found` are source ids, best first, each once."""
    return [
        Outcome(
            name(system, k), case.id, any(one in case.sources for one in found[:k]), " or ".join(case.sources),
            ", ".join(found[:k]) or "nothing", "retrieval",
        )
        for k in K
    ]  # fmt: skip


def reciprocal_rank(case: Query, found: Sequence[str]) -> float:
    """One over the place of the first right source; 0 where none came."""
    return next((1 / place for place, one in enumerate(found, start=1) if one in case.sources), 0.0)
