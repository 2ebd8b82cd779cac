"""What a question without a verb still asks: a pair, units of one date, a modifier, a payment.

"77300 w/ 77295", "77437 x2?", "77435 under OPPS?" name a code and a matter and nothing else.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Literal

from assistant.reading.asked_billers import asked_billers
from assistant.reading.billers import HOSPITAL_IS_PAID
from assistant.reading.field_counts import names_fields
from assistant.reading.tokens import Tokens

OF_FIELDS = frozenset({"77300", "77334", "77338"})  # counted by fields and arcs, or once for all of them
Matter = Literal["units", "pair", "modifier", "coverage", "definition", "frequency", "who_bills"]
CODE = r"(?:77\d{3}|g\d{4})"
SMALL = {"two": 2, "three": 3, "four": 4, "five": 5, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "twice": 2}
_NUMBER = r"(?:\d{1,2}|two|three|four|five)"
_FEW = r"(?:two|three|four|five|second|2nd|third|3rd)"  # in words: "3/4/26 77385" is a date
_COUNTED = (
    re.compile(rf"\b(?P<code>{CODE})(?:-\w\w)? ?\(?x ?(?P<n>\d{{1,2}})\b(?!\s?(?:weeks?|days?|fx|fractions?|or|/))"),
    re.compile(rf"(?<!or )\b(?P<n>{_FEW}) (?:units? of )?(?P<code>{CODE})\b"),
    re.compile(
        rf"(?<![\d/.-])\b(?P<n>{_NUMBER}) (?:units|calc(?:ulation)?s|devices|points|measurements|readings|wedges|diodes|tlds|boards|masks|boluses|(?:custom )?blocks|molds|cradles|vac-?loks?)\b"
    ),
    re.compile(rf"\b(?P<code>{CODE}) (?P<n>twice)\b"),
    re.compile(
        r"\b(?:put|entered|keyed|billed|sent|reported|with|have|had) (?:an? )?(?P<n>[2-9]|\d\d) in (?:the )?units\b"
    ),
    re.compile(
        rf"\b(?:get|bill|charge|report|code|have|do) (?P<n>{_NUMBER}) (?:of (?:it|them|these) )?(?:on|in|for) "
        r"(?:one|a|the same|a single) (?:day|date|dos)\b"
    ),
    re.compile(
        rf"\b(?:if|when) (?:we|i|you|they) (?:made|did|used|had|billed|charged) (?P<n>{_NUMBER})\b(?! (?:fx|fractions?|days?|weeks?))"
    ),
    re.compile(rf"(?<![\d/.-])\b(?P<n>\d{{1,2}}) ?x (?P<code>{CODE})\b"),
)
_COUNT_OF_CODE = re.compile(
    rf"\b{CODE}(?:-\w\w)? ?\(?x ?(?:\d|\?)|\b(?:one or two|{_FEW}|another|extra) {CODE}\b|"
    rf"\bx ?\d{{1,2}} or x ?\d|\b{CODE} (?:twice|again|limit\w*|mai)\b|\b(?:again|limited|mai|cap|lesions)\b|"
    rf"\b(?:second|another|new) plan\b|\btotal (?:of )?{CODE}\b|\b{CODE} total\b"
)
_ANYWAY = re.compile(rf"\b{CODE} anyway\b")
_FOR_THE_REST = re.compile(r"\b(?:7743[125]) for (?:the |those )?(?:last|final|remaining|leftover|left ?over)\b")
_AT_AN_END = re.compile(rf"\b{CODE} for (?:the |those )?(?:last|final|remaining|leftover|left ?over)\b")
_JOINT = re.compile(r"[+&]|\b(?:plus|w|with|and|beside|besides|for|next to|alongside)\b")
_BESIDE_EACH_OTHER = re.compile(r"\b(?:plus|w|with|beside|besides|next to|alongside)\b|\+")
_ON_A_CLAIM = re.compile(
    r"\b(?:on|onto|to|in) (?:the |a |our )?(?:facility|hospital|technical)(?: side)? (?:claim|bill)|\bon (?:the |a )?ub"
)
_BESIDE = re.compile(r",? ")
_ENDS = re.compile(r"[?!]|\.\s")
_TOGETHER = re.compile(r"\b(?:beside|in the same course|same course|(?:on|in) (?:one|the same) (?:date|day|claim))\b")
_APART = re.compile(r"\b(?:different|separate|other|another) (?:dates?|days?)\b|\bago\b")
PAYMENT = re.compile(
    r"\b(?:payment|opps|mpfs|fee schedule|pfs|addendum b|apc) status\b|\bstatus (?:indicator )?(?:of|for) (?:cpt )?"
    rf"{CODE}|\b{CODE} (?:payment )?status\b|\bapcs?\b|\bhow (?:is|are) .{{0,20}}priced\b|\bpriced\b|\bpayment\b|"
    r"\b(?:what|anything|something) .{0,20}\b(?:get|gets) for\b|\b(?:get|gets) (?:anything|something|money) for\b|"
    r"\b(?:by|to) (?:the )?hospital opps\b|\b(?:under|by) opps\b"
)
ONE_DATE = re.compile(
    r"\b(?:mues?|mai|medically unlikely|limit(?:s|ed(?! stage))?|cap|lesions?|per session|(?:in|for) (?:a|one|each) session|"
    r"(?:a|per|each|same|one|the) (?:day|date|dos|morning)|same-day|on (?:the|one|a) line|units? (?:field|box|column)|"
    r"goes in (?:the )?units)\b|units?/day|\bunits ?= ?\d"
)
LIMIT = re.compile(r"\b(?:mues?|mai|medically unlikely|limit(?:s|ed(?! stage))?|cap|line)\b")


def bare_matter(tokens: Tokens) -> Matter | None:
    """The matter that codes and the few words beside them put; None where only a code is named."""
    if not tokens.codes:
        return None
    lower = tokens.text.lower
    if PAYMENT.search(lower) or HOSPITAL_IS_PAID.search(lower):
        return "coverage"
    if _FOR_THE_REST.search(lower):
        return "definition"  # which tells the length of course that the code is for
    if _ANYWAY.search(lower):
        return "frequency"
    if _COUNT_OF_CODE.search(lower) or _AT_AN_END.search(lower) or told_units(tokens):
        return "units"
    billers = {one.value for one in asked_billers(tokens)}
    if "global" in billers:
        return "modifier"  # "77334 global?"
    if "professional" in billers and not _is_joined(tokens, lower, _BESIDE_EACH_OTHER):
        return "modifier"  # "hospital based physician, 77290 and 77334": two lines of one bill
    if _is_joined(tokens, lower, _JOINT):
        return "pair"
    if names_fields(lower) and OF_FIELDS & {one.code for one in tokens.codes}:
        return "units"
    if "professional" in billers:
        return "modifier"
    return "who_bills" if billers == {"facility"} and _ON_A_CLAIM.search(lower) else None


def told_units(tokens: Tokens) -> dict[str, int]:
    """The units that a question proposes, by code: "77437 x2", "second 77301"; "14 calcs" under no code ("")."""
    found: dict[str, set[int]] = {}
    for pattern in _COUNTED:
        for match in pattern.finditer(tokens.text.lower):
            number = SMALL.get(match["n"]) or int(match["n"])
            names = match.groupdict()
            found.setdefault((names.get("code") or "").upper(), set()).add(number)
    return {code: numbers.pop() for code, numbers in found.items() if len(numbers) == 1}  # "x 3 or x 4" tells none


def is_about_one_date(tokens: Tokens) -> bool:
    """Whether it asks for the limit, the line, one session or one date: how long the course is does not matter."""
    return ONE_DATE.search(tokens.text.lower) is not None


def is_about_a_limit(tokens: Tokens) -> bool:
    """Whether it asks for the limit itself, so that what lifts the limit belongs to the answer."""
    return LIMIT.search(tokens.text.lower) is not None


def _is_joined(tokens: Tokens, lower: str, joint: re.Pattern[str]) -> bool:
    """Two codes with "w/", "plus", "&" or the like between them, or said to be of one date or course."""
    if len({one.code for one in tokens.codes}) < 2 or _APART.search(lower):
        return False
    if any(one.link in ("or", "range") for one in tokens.codes[1:]):
        return False
    between = (lower[one.end : other.start] for one, other in pairwise(tokens.codes) if one.code != other.code)
    return (
        any(
            (joint is _JOINT and _BESIDE.fullmatch(gap)) or (joint.search(gap) and not _ENDS.search(gap))
            for gap in between
        )
        or _TOGETHER.search(lower) is not None
    )
