"""Tube energies in kilovolt, as a text tells them: one energy, or a range with an open or closed lower end."""

# ruff: noqa: E501 - patterns and lists of words: one thought, one line
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

UNIT = r"[\s-]?kv(?:p)?\b"
LEAD = r"(?:\b(?:(?:an?|the|any|beam|tube|photon) )*energ(?:y|ies) (?:of |from |is |are )?)?"
OVER = r"(?:above|over|more than|greater than|higher than|exceeding|beyond|in excess of|>)"
TO = r"(?:,? ?(?:and |but )?(?:up to|to|through|until|at most|no more than|not above)|,? ?-|,? and)"
UP_TO = r"(?:(?:and )?up to|at most|at or below|no more than|not more than|not above|not over|a maximum of|max(?:imum)? of|to|<=|≤)"
RANGE = re.compile(rf"{LEAD}(?P<over>{OVER} )?(?:(?:from|between) )?(?P<low>\d{{2,3}})(?:{UNIT})?{TO} ?(?P<high>\d{{2,3}}){UNIT}")  # fmt: skip
UPPER = re.compile(rf"{LEAD}(?:\b{UP_TO} ?(?P<closed>\d{{2,3}}){UNIT}|\b(?:below|under|less than|lower than) (?P<open>\d{{2,3}}){UNIT})")  # fmt: skip
LOWER = re.compile(rf"{LEAD}(?P<over>{OVER}) ?(?P<low>\d{{2,3}}){UNIT}|{LEAD}(?:from|at least|a minimum of) (?P<least>\d{{2,3}}){UNIT}")  # fmt: skip
AND_SO_ON = re.compile(rf"{LEAD}(?P<n>\d{{2,3}}){UNIT} (?:and|or) (?:(?P<less>below|less|lower|under)|(?:above|more|higher|over))\b")  # fmt: skip
ONE = re.compile(rf"{LEAD}(?P<n>\d{{2,3}}){UNIT}")


@dataclass(frozen=True, slots=True)
class Energy:
    """From `low` (within or not) up to `high`, None without a bound; one energy has both ends the same."""

    low: int
    low_within: bool
    high: int | None
    high_within: bool = True

    @property
    def single(self) -> bool:
        return self.low == self.high


def energies(lower: str) -> Iterator[tuple[Energy, int, int]]:
    """Every energy in kilovolt with its place, the longest telling first."""
    if "kv" not in lower:
        return
    for found in RANGE.finditer(lower):
        over = bool(found["over"])
        if int(found["low"]) < int(found["high"]):
            yield Energy(int(found["low"]), not over, int(found["high"])), found.start(), found.end()
    for found in AND_SO_ON.finditer(lower):
        n = int(found["n"])
        yield Energy(0, True, n) if found["less"] else Energy(n, True, None), found.start(), found.end()
    for found in UPPER.finditer(lower):
        n = int(found["closed"] or found["open"])
        yield Energy(0, True, n, found["closed"] is not None), found.start(), found.end()
    for found in LOWER.finditer(lower):
        yield Energy(int(found["low"] or found["least"]), not found["over"], None), found.start(), found.end()
    for found in ONE.finditer(lower):
        n = int(found["n"])
        yield Energy(n, True, n), found.start(), found.end()
