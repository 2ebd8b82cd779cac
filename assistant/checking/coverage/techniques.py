"""A technique that a clause names beside a code of another one: "77301 is billed for 3-D plans"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.checking.clauses.clause_reading import ClauseReading
from corpus.rulebook import entry

# The technique that a code's own name in the rule book ties it to.
NAMED = re.compile(
    r"\b(?P<imrt>IMRT)\b|\b(?P<three>3-D)\b|\b(?P<proton>proton)\b|\b(?P<brachytherapy>brachytherapy|high-dose-rate)\b"
)
DIMENSIONS = frozenset({"3d", "3-d", "3d conformal", "3-d conformal", "3d-conformal", "conformal"})


@lru_cache(maxsize=256)
def technique_of(code: str) -> str | None:
    """The technique without which the code is never billed; None where its name ties it to none."""
    known = entry(code)
    found = NAMED.search(known.name) if known else None
    return None if found is None else {"three": "3d"}.get(found.lastgroup or "", found.lastgroup)


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
        own = {technique_of(code) for code in advice.codes} - {None}
        if own and own.isdisjoint(said):
            yield from said.values()
