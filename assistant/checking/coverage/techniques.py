"""A technique that a clause names beside a code of another one: "77301 is billed for 3-D plans"."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.rules.technique import technique_named

DIMENSIONS = frozenset({"3d", "3-d", "3d conformal", "3-d conformal", "3d-conformal", "conformal"})


def of_another_technique(reading: ClauseReading) -> Iterator[str]:
    """Techniques of the clause that an advised code is not of."""
    said = {mark.value[1]: mark.said for mark in reading.marks if mark.kind == "FACT" and mark.value[0] == "technique"}
    for mark in reading.marks:
        if mark.kind in ("NAME", "WORD") and mark.said in DIMENSIONS:
            said["3d"] = mark.said
    if not said:
        return
    for advice in reading.advice:
        if not advice.polarity or advice.kind not in ("component", "units", "frequency"):
            continue
        own = {technique_named(code) for code in advice.codes} - {None}
        if own and own.isdisjoint(said):
            yield from said.values()
