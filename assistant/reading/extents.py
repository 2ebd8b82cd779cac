"""Extents that choose a code, as a text tells them: tube energies in kilovolt and channels of an afterloader.

One value, or a range with an open or closed lower end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Measure = Literal["kV", "channels"]
OVER = r"(?:above|over|more than|greater than|higher than|exceeding|beyond|in excess of|>)"
TO = r"(?:,? ?(?:and |but )?(?:up to|to|through|until|at most|no more than|not above)|,? ?-|,? and)"
UP_TO = r"(?:(?:and )?up to|at most|at or below|no more than|not more than|not above|not over|a maximum of|max(?:imum)? of|to|<=|≤)"
WORDS = dict(
    zip("one two three four five six seven eight nine ten eleven twelve".split(), range(1, 13), strict=True)
) | {"single": 1, "a single": 1, "only one": 1}


@dataclass(frozen=True, slots=True)
class Extent:
    """From `low` (within or not) up to `high`, None without a bound; one value has both ends the same."""

    low: int
    low_within: bool
    high: int | None
    high_within: bool = True
    measure: Measure = "kV"

    @property
    def single(self) -> bool:
        return self.low == self.high


class _Telling:
    """How one measure is told."""

    def __init__(self, measure: Measure, number: str, unit: str, lead: str) -> None:
        self.measure = measure
        low, high, n = (rf"(?P<{name}>{number})" for name in ("low", "high", "n"))
        self.range = re.compile(rf"{lead}(?P<over>{OVER} )?(?:(?:from|between) )?{low}(?:{unit})?{TO} ?{high}{unit}")
        self.and_so_on = re.compile(rf"{lead}{n}{unit} (?:and|or) (?:(?P<less>below|less|lower|under|fewer)|(?:above|more|higher|over))\b")  # fmt: skip
        self.upper = re.compile(rf"{lead}(?:\b{UP_TO} ?(?P<closed>{number}){unit}|\b(?:below|under|less than|fewer than|lower than) (?P<open>{number}){unit})")  # fmt: skip
        self.lower = re.compile(rf"{lead}(?P<over>{OVER}) ?{low}{unit}|{lead}(?:from|at least|a minimum of) (?P<least>{number}){unit}")  # fmt: skip
        self.one = re.compile(rf"{lead}{n}{unit}")

    def find(self, lower: str) -> Iterator[tuple[Extent, int, int]]:
        """Every extent with its place, the longest telling first."""
        for found in self.range.finditer(lower):
            low, high = _number(found["low"]), _number(found["high"])
            if low < high:
                yield Extent(low, not found["over"], high, True, self.measure), found.start(), found.end()
        for found in self.and_so_on.finditer(lower):
            n = _number(found["n"])
            told = (
                Extent(0, True, n, True, self.measure) if found["less"] else Extent(n, True, None, True, self.measure)
            )
            yield told, found.start(), found.end()
        for found in self.upper.finditer(lower):
            n = _number(found["closed"] or found["open"])
            yield Extent(0, True, n, found["closed"] is not None, self.measure), found.start(), found.end()
        for found in self.lower.finditer(lower):
            low = _number(found["low"] or found["least"])
            yield Extent(low, not found["over"], None, True, self.measure), found.start(), found.end()
        for found in self.one.finditer(lower):
            n = _number(found["n"])
            yield Extent(n, True, n, True, self.measure), found.start(), found.end()


def _number(said: str) -> int:
    return WORDS[said] if said in WORDS else int(said)


TELLINGS = (
    (re.compile("kv"), _Telling("kV", r"\d{2,3}", r"[\s-]?kv(?:p)?\b", r"(?:\b(?:(?:an?|the|any|beam|tube|photon) ){0,3}energ(?:y|ies) (?:of |from |is |are )?)?")),
    (re.compile("channel|catheter"), _Telling("channels", rf"(?:\b\d{{1,2}}|\b(?:{'|'.join(sorted(WORDS, key=len, reverse=True))})\b)", r"[\s-](?:hdr |treatment |source )?(?:channels?|catheters?)\b", "")),
)  # fmt: skip


def extents(lower: str) -> Iterator[tuple[Extent, int, int]]:
    """Every extent of every measure with its place."""
    for sign, telling in TELLINGS:
        if sign.search(lower):
            yield from telling.find(lower)
