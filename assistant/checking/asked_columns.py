"""Which column of a table a question asks for, so that a bare figure can answer it: "MUE?", "indicator?", "APC"."""

from __future__ import annotations

import re

from assistant.reading.patterns import Seldom

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
    ("status", Seldom(r"\bstatus\b|\bopps\b|\bmpfs\b|\bfee schedule\b|\bsi\b", *"status opps mpfs schedule si".split())),
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
