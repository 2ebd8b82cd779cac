"""What never lifts a delivery level: "image guidance doesn't raise the level", "IMRT alone doesn't make it Level 3"."""

# ruff: noqa: E501 - patterns and lists of words: one thought, one line
from __future__ import annotations

import re
from datetime import date

from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.checking.judging.judgement import Judged
from assistant.rules.code_sets import LEVELS
from assistant.rules.level import NO_LEVEL_BY_IMAGES, PLANNED_3D, delivery_level
from assistant.scenario import Scenario
from corpus.rulebook import entry

HIGHEST = LEVELS[-1]
_IMAGES = (
    r"(?:daily |the )?(?:image guidance|igrt|cbct|cone beam ct|imaging|guidance)(?: alone| by itself| on its own)?"
)
_TECHNIQUE = r"(?:the )?(?:treatment )?(?:technique|imrt|vmat|3-d|conformal)(?: delivery| planning| technique)? (?:alone|by itself|on its own)"
_NEVER = r"(?:does not|doesn't|do not|don't|never|will not|won't|cannot|can't)"
_LIFTS = r"(?:by itself |alone )?(?:raise|raises|lift|lifts|upgrade|upgrades|bump|bumps|elevate|elevates)"
_MAKES = r"(?:make|makes|turn|turns|justify|justifies|support|supports|reach|reaches)"
_TOP = r"(?:it |this |the session |a session |that |a treatment |the treatment )?(?:into )?(?:a )?(?:level 3|77412)(?: session)?"
_LEVEL = r"(?:which |the |your )?(?:delivery |treatment )?level(?: of (?:the )?(?:delivery|session|treatment)| you report| you bill| is reported| is billed| applies| selection| choice)?"
_RULES = (
    ("images", re.compile(rf"^(?:{_IMAGES} )?{_NEVER} (?:also )?(?:{_LIFTS} {_LEVEL}|(?:change|affect|alter|influence|determine|drive|decide) {_LEVEL}|{_MAKES} {_TOP})$")),
    ("technique", re.compile(rf"^{_TECHNIQUE} {_NEVER} (?:{_LIFTS} (?:the session |it )?to (?:level 3|77412)|{_MAKES} {_TOP})$")),
)  # fmt: skip
GUIDANCE = "77387"


def never_lifts(c: ClauseReading) -> None:
    """The whole clause is one of these rules; a word more or less, and it is not read."""
    said = " ".join(
        mark.said if mark.said and mark.kind != "CODE" else str(mark.value) for mark in c.marks if mark.kind != "PUNCT"
    )
    for what, form in _RULES:
        if form.match(said) and (said.split()[0] not in ELIDED or GUIDANCE in c.background.codes):
            places = range(len(c.marks))
            c.say("component", ("lifts", what), *places, codes=(HIGHEST,), polarity=False)
            return


ELIDED = frozenset("does doesn't do don't never will won't cannot can't".split())


def lifts(what: str, day: date) -> Judged:
    """Whether this by itself makes a delivery the highest level on the date."""
    known = entry(HIGHEST)
    period = known.period_on(day) if known else None
    if known is None or period is None or period != known.periods[-1]:
        return Judged("no_data", "The levels by technique, isocenters and motion do not hold on this date.")
    alone = [delivery_level(Scenario(technique=technique).on(day)) for technique in sorted(PLANNED_3D)]
    if what == "images":
        return Judged("fail", NO_LEVEL_BY_IMAGES, alone[0].references, NO_LEVEL_BY_IMAGES)
    lifted = all(one.code == HIGHEST for one in alone)
    return Judged("pass" if lifted else "fail", alone[0].why, alone[0].references, alone[0].why)
