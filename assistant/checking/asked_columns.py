"""What a question asks to be told in one figure or word: a column of a table, or what fractions left over add."""

# ruff: noqa: E501 - patterns: one thought, one line
from __future__ import annotations

import re

from assistant.reading.number_words import TENS, WORDS
from assistant.reading.patterns import Seldom

CODE = r"(?:\d{5}|G\d{4})"
NUMBER = rf"(?:\d{{1,3}}|{'|'.join((*WORDS, *TENS))})"

# Columns that are told in a bare digit: where two of them are asked, a digit answers neither.
IN_DIGITS = frozenset({"indicator", "limit", "mai", "pc_tc"})
_COLUMNS: tuple[tuple[str, Seldom], ...] = (
    ("pc_tc", Seldom(r"\bpc ?/? ?tc\b", "pc")),
    ("mai", Seldom(r"\bmai\b|\badjudication\b", "mai", "adjudication")),
    ("indicator", Seldom(r"(?<!status )(?<!tc )(?<!payment )(?<!adjudication )\bindicators?\b", "indicator")),
    (
        "limit",
        Seldom(
            r"\bmues?\b|\bmedically unlikely\b|\b(?:daily|per[- ](?:day|date)|date) (?:cap|limit|max(?:imum)?|ceiling)\b"
            r"|\b(?:cap|limit|max(?:imum)?|most)\b[^.?]{0,25}\b(?:a|per|one|each|single) (?:day|date)\b",
            *"mue medically cap limit max ceiling most".split(),
        ),
    ),
    (
        "status",
        Seldom(r"\bstatus\b|\bopps\b|\bmpfs\b|\bfee schedule\b|\bsi\b", *"status opps mpfs schedule si".split()),
    ),
    ("apc", Seldom(r"\bapcs?\b", "apc")),
)
_OPPS = re.compile(r"\bh?opps\b|\bapcs?\b|\baddendum b\b")
_MPFS = re.compile(r"\bm?pfs\b|\bfee schedule\b")
# "77331, Medicare hospital, one date": of one date, where nothing is counted, only the limit can be asked.
_OF_A_DATE = re.compile(r",? (?:(?:in|on|for|per|a) )?(?:one|a|a single|per|each) (?:day|date)(?=,| \d{4}|[.?]?$)")
_COUNTED = re.compile(
    r"\b(?:twice|both|once|two|three|four|five|six|seven|eight|nine|ten|bid)\b|(?<![\w./-])\d{1,2}(?![\w./-]|, ?\d{4})|\?"
    r"|\b(?:with|and|same|paid|status|edit|modifiers?|delivered|fractions?)\b|/"
)

_ADDS = re.compile(
    rf"\b(?P<n>{NUMBER})(?: fractions?| treatments?)? (?:that (?:is|are) )?left\b[^?.]*\b(?:adds?|makes?|brings?|gives?|counts? for)\b",
    re.I,
)


def columns_asked(question: str) -> frozenset[str]:
    """The columns that the question names; of those in digits none, where it names several."""
    lower = question.lower()
    found = {name for name, pattern in _COLUMNS if pattern.search(lower)}
    if len(found & IN_DIGITS) > 1:
        found = found - IN_DIGITS | (found & {"limit"} if found & IN_DIGITS == {"limit", "mai"} else set())
    if not found & IN_DIGITS and _OF_A_DATE.search(lower) and not _COUNTED.search(lower):
        found.add("limit")
    if _OPPS.search(lower) and _MPFS.search(lower):
        found.discard("status")  # a letter alone does not say whose it is
    return frozenset(found)


def system_asked(question: str) -> str:
    """Whose letters are asked for: the hospital's payment system, the physicians' fee schedule, or neither alone."""
    lower = question.lower()
    hospitals, physicians = _OPPS.search(lower), _MPFS.search(lower)
    return "" if bool(hospitals) == bool(physicians) else "OPPS" if hospitals else "the physician fee schedule"


def left_asked(question: str) -> str:
    """How many fractions left over the question asks about: "what does the one left after 30 add?"."""
    found = _ADDS.search(question) if re.search(r"\b(?:what|how)\b", question, re.I) else None
    return str(WORDS.get(found["n"].lower(), found["n"])) if found else ""


_LAST = re.compile(
    r"(?:[:;,.–—-]\s*|\b(?:which|what|any|how many)\s+)(?:(?:total|billable|which|what|any) )?(?P<noun>modifiers?|mods?|units?|qty|quantity|count)\s*\?\s*$"
)


def asked_last(question: str) -> str:
    """ "..., POS 22: modifier?", "..., 28 fractions: units?": the noun at its end is what the question wants."""
    found = _LAST.search(question.lower())
    return "" if found is None else "modifier" if found["noun"].startswith("mod") else "units"
