"""Two courses set against each other: "SBRT vs IMRT, 5 vs 8 fractions" is one of five and one of eight."""

from __future__ import annotations

import re

from assistant.reading.fraction_counts import fraction_counts
from assistant.reading.tokens import Tokens

_AGAINST = re.compile(r"\b(?:vs|versus|compared (?:to|with)|or|and|v)\b")
_TWO_NUMBERS = re.compile(
    r"(?<![\w/.-])(?P<one>\d{1,2}) ?(?:fx |fractions )?(?:vs\.?|versus|v|and|or) (?P<other>\d{1,2}) ?(?:fractions?|fx)\b"
)


SHORT = range(3, 6)  # fractions that a stereotactic course and another one may both have
MAY_BE_STEREOTACTIC = {"lung", "liver", "pancreas", "prostate", "spine"}


def _stereotactic_or_not(tokens: Tokens) -> tuple[tuple[str | None, int], ...]:
    """ "Management code for 5 fractions to the lung": two codes, by whether it is stereotactic, which nobody told."""
    if tokens.codes or tokens.techniques or {one.name for one in tokens.services} != {"weekly management"}:
        return ()
    if not any(one.bare for one in tokens.services) or not MAY_BE_STEREOTACTIC & {one.value for one in tokens.sites}:
        return ()
    counts = [one for one in fraction_counts(tokens) if one.part == "total"]
    if len(counts) != 1 or counts[0].value not in SHORT:
        return ()
    return (("sbrt", int(counts[0].value)), (None, int(counts[0].value)))


def courses_compared(tokens: Tokens) -> tuple[tuple[str | None, int], ...]:
    """Technique and fractions of each of two courses, in the order told; empty where the text sets none against another."""
    if short := _stereotactic_or_not(tokens):
        return short
    techniques = list(dict.fromkeys(one.value for one in tokens.techniques))
    lower = tokens.text.lower
    if len(techniques) != 2 or not re.search(r"\b(?:vs|versus|v|compared)\b", lower):
        return ()
    first, last = (next(one for one in tokens.techniques if one.value == each) for each in techniques)
    if not _AGAINST.search(lower[first.end : last.start]):
        return ()
    found = _TWO_NUMBERS.search(lower)
    counts = [int(found["one"]), int(found["other"])] if found else [int(one.value) for one in fraction_counts(tokens)]
    return tuple(zip(techniques, counts, strict=True)) if len(counts) == 2 and all(0 < n <= 100 for n in counts) else ()
