"""Whether a code is the one of its kin that a description means: "a simple device" is 77332 and no other."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.checking.coverage.describing import vocabulary
from assistant.checking.coverage.ranked import FAMILIES
from assistant.checking.coverage.telling_apart import ranks_of
from assistant.checking.judging.judgement import Judged
from corpus.rulebook import entry

SOURCES = ("77761", "77762", "77763", "77778")
# Codes that one description tells apart; levels of delivery go by technique, isocenters and motion instead.
KIN = (
    *FAMILIES,
    ("77295", "77301"),
    ("77371", "77372", "77373"),
    ("77427", "77431", "77432", "77435"),
    SOURCES,
    ("77767", "77768"),
    ("77436", "77437", "77438", "77439"),
)


@dataclass(frozen=True, slots=True)
class Description:
    """The stems that a text tells of a service, and its rank (1 simple, 2 intermediate, 3 complex; 0 untold)."""

    stems: frozenset[str]
    rank: int = 0


def kin_of(code: str) -> tuple[str, ...]:
    """The codes that a description has to tell this one from."""
    return next((family for family in KIN if code in family), ())


def describes(told: Description, code: str) -> bool:
    """Whether every word told is the rule book's for this code."""
    if code in SOURCES and not told.stems:
        return False  # "simple" alone: of these the place tells as much as the rank
    return told.stems <= vocabulary(code) and (not told.rank or told.rank in ranks_of(code))


def judge_description(code: str, told: Description, affirmed: bool) -> Judged:
    """One code of the kin has to be meant; a description that fits several tells nothing."""
    meant = [one for one in kin_of(code) if describes(told, one)]
    known = entry(meant[0]) if len(meant) == 1 else None
    if known is None:
        return Judged("no_data", "What was said of the service fits several codes, or none.")
    why = f"{known.code}: {known.periods[-1].service}."
    return Judged("pass" if (meant == [code]) == affirmed else "fail", why, (known.periods[-1].reference,), why)
