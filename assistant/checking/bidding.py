"""Whether a sentence of a looser harmless kind also bids to bill: "Check with your payer, then bill both"."""

# ruff: noqa: E501 - patterns and lists of phrases: one thought, one line
from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.checking.marks import Mark

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
