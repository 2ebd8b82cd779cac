"""What never lifts a delivery level: "image guidance doesn't raise the level", "IMRT alone doesn't make it Level 3"."""

# ruff: noqa: E501 - patterns and lists of words: one thought, one line
from __future__ import annotations

import re

from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.rules.code_sets import LEVELS

HIGHEST = LEVELS[-1]
NEVER = frozenset("not doesn't don't never won't cannot can't neither".split())  # one of them stands in every rule
_ALONE = r"(?: alone| by itself| on its own)"
_IMAGES = (
    rf"(?:(?:daily|the|your) )*(?:image guidance|igrt|cbct|cone[- ]beam(?: ct| imaging)?|imaging|guidance){_ALONE}?"
)
_BEAMS = r"(?:the )?(?:treatment )?(?:technique|imrt|vmat|3-d|conformal)(?: delivery| planning| technique)?"
_NEVER = r"(?:does not|doesn't|do not|don't|never|will not|won't|cannot|can't)"
_VERB = r"(?:raise|raises|lift|lifts|upgrade|upgrades|bump|bumps|elevate|elevates|move|moves|take|takes|bring|brings)"
_LIFTS = rf"(?:by itself |alone )?{_VERB}"
_MAKES = r"(?:make|makes|turn|turns|justify|justifies|support|supports|reach|reaches)"
_HIGHEST = r"(?:level 3|77412)"
_TOP = (
    rf"(?:(?:it|this|that|the session|a session|a treatment|the treatment) )?(?:into )?(?:a )?{_HIGHEST}(?: session)?"
)
_LEVEL = r"(?:which |the |your )?(?:delivery |treatment )?level(?: of (?:the )?(?:delivery|session|treatment)| you report| you bill| is reported| is billed| applies| selection| choice)?"
_UP_TO = rf"(?:(?:it|that|77407|the session|a session|{_LEVEL}) )?(?:up )?to {_HIGHEST}"
_LIFTED = rf"{_LIFTS} {_LEVEL}(?: up)?|{_LIFTS} {_UP_TO}|(?:change|affect|alter|influence|determine|drive|decide)s? {_LEVEL}|{_MAKES} {_TOP}"
_RULES = (
    ("images", re.compile(rf"^(?:{_IMAGES} )?{_NEVER} (?:also )?(?:{_LIFTED})$")),
    ("images", re.compile(rf"^neither {_IMAGES} nor {_IMAGES} (?:{_LIFTED})$")),
    ("technique", re.compile(rf"^{_BEAMS}{_ALONE}? {_NEVER} (?:{_LIFTS} {_UP_TO}|{_MAKES} {_TOP})$")),
    ("both", re.compile(rf"^neither (?:{_IMAGES} nor {_BEAMS}{_ALONE}?|{_BEAMS}{_ALONE}? nor {_IMAGES}) (?:{_LIFTS} {_UP_TO}|{_MAKES} {_TOP})$")),
    ("technique", re.compile(rf"^neither {_BEAMS}{_ALONE}? nor {_BEAMS}{_ALONE}? (?:{_LIFTS} {_UP_TO}|{_MAKES} {_TOP})$")),
)  # fmt: skip
GUIDANCE = "77387"


def never_lifts(c: ClauseReading) -> None:
    """The whole clause is one of these rules; a word more or less, and it is not read."""
    if NEVER.isdisjoint(c.words):
        return
    said = " ".join(
        mark.said if mark.said and mark.kind != "CODE" else str(mark.value) for mark in c.marks if mark.kind != "PUNCT"
    )
    for what, form in _RULES:
        if form.match(said) and (said.split()[0] not in ELIDED or GUIDANCE in c.background.codes):
            places = range(len(c.marks))
            for one in ("images", "technique") if what == "both" else (what,):
                c.say("component", ("lifts", one), *places, codes=(HIGHEST,), polarity=False)
            return


ELIDED = frozenset("does doesn't do don't never will won't cannot can't".split())


def up_to_level(c: ClauseReading) -> None:
    """ "Two isocenters move the session up to 77412": a way to tell a criterion, and no limit."""
    for at in c.at("AT_MOST"):
        after = c.marks[at + 1 : at + 2]
        moved = any(mark.said in MOVES for mark in c.marks[max(0, at - 4) : at])
        if c.marks[at].said == "up to" and after and str(after[0].value) in LEVELS and moved:
            c.claimed.add(at)


MOVES = frozenset("move moves moved raise raises lift lifts bring brings take takes".split())
