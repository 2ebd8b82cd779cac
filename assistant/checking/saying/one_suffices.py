"""One criterion makes a level: "any one of the Level 3 criteria is enough for 77412"."""

# ruff: noqa: E501 - patterns: one thought, one line

from __future__ import annotations

import re

from assistant.checking.advice import Advice
from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.rules.code_sets import LEVELS

HIGHEST = LEVELS[-1]
CRITERIA = frozenset({"criteria", "criterion"})
_ONE = r"(?:any|any (?:one|1)|one|1|a single|any single|just (?:one|1)|just any one)"
_OF_IT = rf"(?:level 3|{HIGHEST})"
_CRITERION = rf"{_ONE}(?: of)?(?: the| its| these)?(?: listed)?(?: {_OF_IT})? criteri(?:a|on)(?: (?:of|for) {_OF_IT})?"
_MET = r"(?:meeting|fulfilling|satisfying|having|to meet)"
_ENOUGH = r"(?:is|are|would be) (?:enough|sufficient|all it takes)"
_FOR_IT = rf"(?: (?:for|to reach|to report|to bill|to use|to support|to justify) {_OF_IT})?"
_RULE = re.compile(rf"^(?:{_MET} )?{_CRITERION} {_ENOUGH}{_FOR_IT}$")
_PLACES = r"(?:sites|targets|lesions|areas|volumes|tumors|fields|beams)"
_COUNTS = re.compile(
    r"^(?:the (?:rule|level|code|level rule)|it|what matters is) (?:counts|goes by|looks at|depends on|is about)?"
    rf" ?(?:the )?(?:number of )?isocent(?:er|re)s (?:(?P<code>{'|'.join(LEVELS)}) (?:applies|fits) )?not (?:by |on |at )?(?:the )?(?:number of )?(?:treatment |disease |target )?{_PLACES}$"
)
_IMAGES = r"(?:image guidance|igrt|cbct|cone[- ]beam ct|cone[- ]beam imaging|imaging)"
_ENDS = r"(?:,? (?:(?:in|for|under) )?(?:medicare|20\d\d|the office|an office|a hospital|the hospital))*\s*\?\s*$"
# What does lift a level, told beside: then the case takes it, whatever the images do.
_LIFTED_ANYWAY = re.compile(
    r"\b(?:two|2|three|3|several|multiple|more than one)[ -]isocent|motion|track|gat(?:ed|ing)|breath|beam hold|total[- ]skin|electron"
)
_ASKS_ONE = re.compile(
    rf"(?:^|[.,;:] )(?:is|would) {_CRITERION.replace(_ONE, _ONE[:-1] + '|only one)')}(?: be)? (?:enough|sufficient)"
    rf"(?: (?:for|to (?:reach|report|bill|use)) {_OF_IT}){_ENDS}"
)
_RAISES = (
    r"(?:move|raise|lift|bump|upgrade|push|take|bring|turn) "
    rf"(?:[\w' -]{{0,40}} )?(?:(?:in)?to|up to) (?:a )?{_OF_IT}|(?:raise|change|lift|affect) the (?:delivery |treatment )?level"
)
_ASKS_RISE = re.compile(
    rf"(?:^|[.,;:] )(?:does|do|can|will|would|could) (?:(?:daily|weekly|the|our) )*{_IMAGES}"
    rf"(?: alone| by itself)? (?:{_RAISES}){_ENDS}"
)


def one_suffices(c: ClauseReading) -> None:
    """The whole clause is the rule; a word more or less, and it is not read."""
    said = " ".join(
        mark.said if mark.said and mark.kind != "CODE" else str(mark.value) for mark in c.marks if mark.kind != "PUNCT"
    )
    if _RULE.match(said) and (HIGHEST in said or "level 3" in said):
        c.say("component", ("lifts", "criterion"), *range(len(c.marks)), codes=(HIGHEST,), polarity=True)
    # What is said before a contrast is found between its halves: "the rule counts isocenters 77412 applies not sites".
    counted = _COUNTS.match(said)
    if counted and set(c.codes) <= set(LEVELS) and c.codes:
        if counted["code"]:
            c.say("component", "billable", codes=(counted["code"],), polarity=True)
        c.say("component", ("lifts", "isocenters"), *range(len(c.marks)), codes=(HIGHEST,), polarity=True)


def asked_of_levels(question: str) -> tuple[Advice, ...] | None:
    """What a question proposes that asks whether images, or one criterion, make the highest level; None of another."""
    lower = " ".join(question.lower().split())
    if _ASKS_ONE.search(lower):
        return (Advice("component", (HIGHEST,), ("lifts", "criterion")),)
    if not _ASKS_RISE.search(lower):
        return None
    return () if _LIFTED_ANYWAY.search(lower) else (Advice("component", (HIGHEST,), ("lifts", "images")),)
