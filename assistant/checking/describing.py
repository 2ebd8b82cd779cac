"""What a text says a code is: "G6015 is a code for tracking" must be said in the rule book's own words for G6015."""

# ruff: noqa: E501 - patterns and lists of words: one thought, one line
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.checking.clause_reading import ClauseReading
from assistant.checking.marks import Mark
from assistant.reading.service_codes import CANDIDATES
from assistant.reading.service_names import NAMES
from assistant.reading.text import stem
from corpus.rulebook import entry

BEING = frozenset("is are was were be being describes describe represents represent covers cover means mean".split())
# Words that fit any code of the field: they tell nothing that could be wrong of one of them.
GENERIC = frozenset(
    stem(word)
    for word in """code codes service services procedure procedures charge charges line lines item billing coding cpt hcpcs medicare
    radiation oncology radiotherapy therapy treatment treatments treat patient patients course courses session sessions fraction
    fractions physician physicians doctor facility hospital office work the a an and or of for in on by with to that this used use
    standard own single whole entire one its it which each per new current main usual typical same correct right called known as
    all any both such date service dates level higher lower not only valid active""".split()
)


def misdescribed(c: ClauseReading) -> Iterator[str]:
    """Words of a description that the rule book does not use of the code described."""
    for at in c.at("CODE"):
        words = list(_description(c.marks, at))
        known = _vocabulary(str(c.marks[at].value))
        yield from (mark.said for mark in words if stem(mark.said) not in known | GENERIC)


def _description(marks: list[Mark], at: int) -> Iterator[Mark]:
    """The plain words after "77427 is a ...", up to a sign of punctuation or another statement."""
    rest = marks[at + 1 : at + 14]
    being = next((i for i, mark in enumerate(rest[:3]) if mark.said in BEING or mark.kind == "SPAN"), None)
    if being is None or len(rest) < being + 2 or not _is_noun(rest[being + 1]):
        return
    for mark in rest[being + 1 :]:
        if mark.kind in (
            "PUNCT",
            "CODE",
            "DO",
            "PAY",
            "BUNDLED",
            "NEG",
            "BECAUSE",
            "BUT",
            "IF",
            "TOGETHER",
            "ENDED",
            "ACTIVE",
        ):
            return
        if mark.kind == "WORD":
            yield mark


def _is_noun(mark: Mark) -> bool:
    return mark.kind in ("ARTICLE", "SERVICE") or mark.said in ("the", "for", "medicare's", "cpt", "hcpcs", "code")


@lru_cache(maxsize=256)
def _vocabulary(code: str) -> set[str]:
    known = entry(code)
    if known is None:
        return set()
    said = [known.name, known.category, *(period.service for period in known.periods)]
    own = {name for name, candidates in CANDIDATES.items() if any(one.code == code for one in candidates)}
    named = {word for phrase, name in NAMES.phrases() if name in own for word in phrase}
    return named | {stem(word) for text in said for word in re.findall(r"[a-z]+", text.lower())}
