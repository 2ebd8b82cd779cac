"""A code of 2025 that a rank and an energy choose: "complex delivery at 6 to 10 MeV" is G6012 and no other.

The two words look alike in every one of these codes, and a sentence that takes the neighbour's differs in nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.reading.patterns import Seldom
from corpus.rulebook import entry

BY_ENERGY = tuple(f"G60{number:02}" for number in range(3, 15))
_OWN = re.compile(
    r"^(?P<rank>\w+) megavoltage treatment at "
    r"(?:up to (?P<most>\d+)|(?P<low>\d+) to (?P<high>\d+)|(?P<least>\d+)) MeV",
    re.I,
)
_CODE = re.compile(r"\bg60(?:0[3-9]|1[0-4])\b")
_TOLD = Seldom(
    r"(?P<up>\b(?:up to|at most|no more than|below|under) )?(?<![\d.])(?P<low>\d{1,2})"
    r"(?:(?: to | ?[-–] ?| through | and )(?P<high>\d{1,2}))? ?m(?:e?v|egavolts?)\b"
    r"(?P<over> (?:or|and) (?:more|higher|greater|above|over)\b)?(?P<less> (?:or|and) (?:less|lower|below)\b)?",
    "mev",
    "mv",
    "megavolt",
)
_RANKED = re.compile(
    r"\b(?P<rank>simple|intermediate|complex)\b(?= (?:\w+ ){0,2}(?:delivery|treatment|session|case)s?\b)"
)
_DENIED = re.compile(r"\b(?:not|no|never|nor|neither|rather|instead|than|without|except|unless)\b|n't\b")
OPEN = 99  # "20 MeV and more"


@lru_cache(maxsize=16)
def own_energy(code: str) -> tuple[str, int, int] | None:
    """The rank and the energies that the rule book names for the code."""
    known = entry(code)
    found = _OWN.match(known.periods[0].service or "") if known else None
    if found is None:
        return None
    if found["most"]:
        return found["rank"].lower(), 0, int(found["most"])
    return found["rank"].lower(), int(found["low"] or found["least"]), int(found["high"] or OPEN)


def of_another_energy(lower: str) -> bool:
    """ "G6013 was complex delivery at 6 to 10 MeV": a rank or an energy that is not the code's."""
    codes = list(dict.fromkeys(one.upper() for one in _CODE.findall(lower)))
    if not codes or _DENIED.search(lower):
        return False
    own = [own_energy(code) for code in codes]
    energies = [_span(told) for told in _TOLD.finditer(lower)]
    ranks = [told["rank"] for told in _RANKED.finditer(lower)]
    return _differs(energies, [one and one[1:] for one in own]) or _differs(ranks, [one and one[0] for one in own])


def _differs(told: Sequence[object], own: Sequence[object]) -> bool:
    """Each of several its own, in their order; one told of several codes is told of them all."""
    if not told:
        return False
    if len(told) == 1 or len(own) == 1:  # each is said of the one, or the one of each
        told, own = (list(told) * len(own), own) if len(told) == 1 else (told, list(own) * len(told))
    if len(told) != len(own):
        return False
    return any(held is not None and not _is(one, held) for one, held in zip(told, own, strict=True))


def _is(told: object, own: object) -> bool:
    if isinstance(told, tuple) and isinstance(own, tuple) and told[0] == told[1]:
        return bool(own[0] <= told[0] <= own[1])
    return told == own


def _span(told: re.Match[str]) -> tuple[int, int]:
    low, high = int(told["low"]), told["high"]
    if told["up"] or told["less"]:
        return 0, low
    if told["over"]:
        return low, OPEN
    return low, int(high) if high else low
