"""Whether a sentence of a looser harmless kind also bids to bill: "Check with your payer, then bill both"."""

# ruff: noqa: E501 - patterns and lists of phrases: one thought, one line
from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.checking.marking.marks import Mark

ACTS = frozenset({"DO", "APPEND", "PAY", "SEPARATE", "BUNDLED", "UNITS"})
# After these a verb of billing is what is asked about or what comes first, no bid: "ask whether it pays", "before you bill".
GOVERNING = frozenset("whether if how before about for of on when what which who to until".split())
ENDS = frozenset(",;:.!()")
JOINS = frozenset("and then otherwise so or but else please".split())
DETERMINERS = frozenset(
    "the a an your their its each this that every signed written physics physician correct claim fee coding".split()
)
PERMITS = re.compile(
    r"\b(?:you|they|we|he|she|it|one|this|that|both) (?:can|may|could|should|must|are able to|is ok|are fine)(?: (?:also|then|just|still))?(?=[ .,!;]|$)(?! (?:share|send|tell|ask|reach|let|give|provide|check|find|look|confirm|verify|contact|differ|vary|change|call|write|have|be different|show|support|document|depend|use the|always (?:ask|check|reach)|also (?:ask|check|reach)))"
    r"|\bgo ahead\b|\byes\b|\bgo for it\b|\bby all means\b|\bfeel free to (?!reach|ask|contact|share|send|write|call|let|message|come|follow|email|ping|drop|post|request)"
)

# What settles which code or how many: a rule in so many words, whatever else the sentence is.
DECIDES = re.compile(
    r"\b(?:decid(?:e|es|ed|ing)|determin(?:e|es|ed|ing)|driv(?:e|es|en)|dictat(?:e|es|ed)|govern(?:s|ed)?|control(?:s|led)?|defin(?:e|es|ed)|sets|follows?|hinges?|hangs? on|rul(?:e|es) over|settles|picks|fixes|depends?|var(?:y|ies))\b"
)
# What a thing is reckoned as, which year or day it belongs to, which kind of work it is.
RECKONS = re.compile(
    r"\b(?:counts? (?:as|is|are)|counts|is a (?:form|kind|type) of|are a (?:form|kind|type) of|belongs? to|keeps? (?:the|its) (?:code|rule|level)|(?:code sets?|levels?|codes?) (?:\w+ ){0,6}(?:holds?|stays?|remains?|appl(?:y|ies)|stands?|carr(?:y|ies)|continues?|lasts?|keeps?|wins?|prevails?)|treat (?:it|this|that|the course|them)|(?:is|are|makes?|becomes?) (?:\w+ ){0,4}(?:complex|simple|intermediate)"
    r"|(?:meets?|satisf(?:y|ies)|fulfil(?:l?s)?|serves? as|stands? in for|substitutes? for|takes? the place of) (?:the |an? |this |that )?(?:\w+ ){0,2}(?:exam\w*|visit|review|approval|check|requirements?|rule|criteri\w+)"
    r"|(?:matters|counts) (?:is|are) (?:the|its|your) (?!work|documentation)|(?:is|as|was|are) an? (?:\w+ )?20\d\d\b)"
)
HEDGES = frozenset("perhaps maybe possibly arguably".split())


def settles(plain: str) -> bool:
    """Whether a sentence says what decides or what counts as what: a rule, though no code stands in it."""
    return bool(DECIDES.search(plain) or RECKONS.search(plain))


def bids(plain: str, marks: Sequence[Mark]) -> bool:
    """Whether a verb of billing, paying or adding is said outright, or leave is given."""
    if PERMITS.search(plain):
        return True
    return any(mark.kind in ACTS and not _governed(marks, at) and not _noun(marks, at) for at, mark in enumerate(marks))


def _governed(marks: Sequence[Mark], at: int) -> bool:
    """ "ask whether they pay": a word before, in the same stretch of the sentence, makes a question or a time of it."""
    for mark in reversed(marks[:at]):
        if mark.said in JOINS or (mark.kind == "PUNCT" and mark.value in ENDS):
            return False
        if set(mark.said.split()) & GOVERNING:
            return True
    return False


def _noun(marks: Sequence[Mark], at: int) -> bool:
    """ "the report", "your billing office", "a charge"."""
    return at > 0 and (marks[at - 1].said in DETERMINERS or marks[at - 1].kind in ("ARTICLE", "PAYER", "SETTING"))
