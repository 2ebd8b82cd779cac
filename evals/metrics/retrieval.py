"""Retrieval: is a source that carries the answer among the first k, and how early does it come?"""

from __future__ import annotations

from collections.abc import Sequence
from math import log2

from corpus.code_numbers import codes_in
from corpus.passage import Passage
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


def right_places(case: Query, found: Sequence[Passage]) -> list[bool]:
    """Which passages are right, best first. Where nothing is there to be found, only an empty result is.

    A passage is right if its source carries the answer and, for a query about a code, the passage itself is on that
    code. Further right passages of a source that was counted take no place: they neither help nor push others down.
    """
    if case.kind == "nothing-there":
        return [not found]
    counted: set[str] = set()
    places = []
    for passage in found:
        is_right = passage.source in case.sources and _is_on_the_code(case, passage)
        if is_right and passage.source in counted:
            continue
        if is_right:
            counted.add(passage.source)
        places.append(is_right)
    return places


def first_right(places: Sequence[bool]) -> float:
    """One over the place of the first right passage; 0 where none came."""
    return 1 / (places.index(True) + 1) if True in places else 0.0


def gain(case: Query, places: Sequence[bool], k: int) -> float:
    """nDCG@k: every source that carries the answer counts once, the more the earlier it comes."""
    best = sum(1 / log2(place + 2) for place in range(min(k, len(case.sources) or 1)))
    return sum(1 / log2(place + 2) for place, is_right in enumerate(places[:k]) if is_right) / best


def _is_on_the_code(case: Query, passage: Passage) -> bool:
    if case.kind != "exact code":
        return True
    asked = set(codes_in(case.text))
    return not asked.isdisjoint(passage.codes)
