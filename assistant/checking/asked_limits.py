"""Questions of a limit whose yes says more than their verbs: "is the MUE absolute?", "can we appeal?", "can 77431 take them?"."""

# ruff: noqa: E501 - patterns: one thought, one line
from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.checking.advice import Advice
from assistant.checking.saying.counts import PER_SESSION
from assistant.reading.number_words import number

_TAIL = r"(?:,? (?:for|in|under|with|at)? ?(?:medicare|20\d\d|\d{5}))*\s*\?"
_CODE = r"(?:\d{5}|g\d{4})"
# "Is the 77336 MUE absolute?": whether no appeal gets past it
_ABSOLUTE = re.compile(
    rf"\bis (?:the |an? )?(?:{_CODE} )?(?:mue|daily limit|date limit)(?: limit)?(?: of \d{{1,2}})?(?: (?:for|of|on) {_CODE})? (?:absolute|final|a hard limit|a hard stop|firm){_TAIL}"
)
# "We billed 12 units on one date. Can we appeal?"
_OVER = re.compile(r"\bunits?\b[^?]*\b(?:one|the same|a single) (?:date|day)\b|\bmues?\b")
_APPEAL = re.compile(
    rf"\b(?:can|could|may) (?:(?:we|i|they|the (?:hospital|practice|physician)) appeal(?: (?:it|this|that|the denial))?|(?:it|this|that|the (?:denial|excess)) be appealed){_TAIL}"
)
_EVERY_DAY = re.compile(
    rf"\bdoes an? (?:mue|daily limit) of (?:1|one)(?: (?:for|of|on) {_CODE})? mean (?:that )?(?:it|the code|{_CODE}) (?:can|may) be (?:billed|reported|paid|charged) (?:every|each) (?P<per>day|session|fraction)\b"
)
_NUMBER = r"(?P<number>one|two|three|four|[1-4])"
_LEFT = re.compile(rf"\b{_NUMBER} (?:extra|leftover|left-over|remaining|last|final|odd) (?:fractions?|treatments?)\b")
_FOR_THEM = re.compile(
    rf"\b(?:can|could|may|should) (?:we|i|they|you|the physician) (?:use|bill|report) (?P<code>{_CODE}) for (?:them|these|those|it){_TAIL}"
)


def limit_proposed(question: str, named: Sequence[str]) -> tuple[Advice, ...]:
    """What a yes would say of the one code of such a question; nothing where it is another question."""
    if len(named) != 1:
        return ()
    lower, codes = question.lower(), (named[0],)
    if _ABSOLUTE.search(lower):
        return (Advice("component", codes, ("on review", False)),)
    if _APPEAL.search(lower) and _OVER.search(lower):
        return (Advice("component", codes, ("on review", True)),)
    daily = _EVERY_DAY.search(lower)
    if daily and named[0] not in PER_SESSION:  # of a code of sessions a yes is right, though for another reason
        return (Advice("frequency", codes, "day" if daily["per"] == "day" else "session"),)
    left, them = _LEFT.findall(lower), _FOR_THEM.search(lower)
    if len(left) == 1 and them and them["code"].upper() == named[0]:
        return (Advice("units", codes, ("leftover", number(left[0]), 1)),)
    return ()
