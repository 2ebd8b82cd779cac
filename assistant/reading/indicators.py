"""Letters and numbers of CMS files as a question names them: "status B", "PC/TC indicator 2", "MAI 3", "CO-97"."""

from __future__ import annotations

import re

from assistant.reading.text import Text
from assistant.rules.indicators import Indicator, meaning

STATUS = re.compile(
    r"(?:\b(?P<opps>opps|hospital(?: outpatient)?|apc|addendum b)\b|\b(?P<mpfs>mpfs|pfs|physician fee schedule)\b)?"
    r"[\s'\"-]{0,3}\b(?:status(?: (?:indicator|code|letter))?|si)\b(?: (?:of|is|=))?[\s'\"-]{1,2}"
    r"(?P<letter>[a-z][12]?)(?![\w'])"
)
PC_TC = re.compile(r"\bpc\s?/?\s?tc\b(?: (?:indicator|ind|code|status))?[\s#:=]{0,3}(?:is |of )?(?P<n>\d)(?!\d)")
MAI = re.compile(r"\bmai\b(?: (?:of|is|=))?[\s#:=-]{0,3}(?P<n>[123])(?!\d)")
PAIR = re.compile(r"\b(?:ncci|cci|ptp|edit|pair|modifier) indicator(?: (?:of|is))?[\s#:=]{0,3}(?P<n>[019])(?!\d)")
REASON = re.compile(r"\b(?:co|pr|oa|carc|denial reason|reason code)[\s#-]{0,2}(?P<n>\d{1,3})(?!\d)")
DENIED = re.compile(r"\b(?:den(?:y|ied|ies|ial|ials)|reject(?:ed|ion|s)?)\b")
TOLD_REASONS = (  # what a denial says in words instead of numbers
    ("50", re.compile(r"\bmedical(?:ly)? necess\w*")),
    (
        "5",
        re.compile(
            r"\b(?:(?:wrong|invalid|inconsistent) (?:place of service|pos)\b|(?:place of service|pos)\b(?! ?\d))"
        ),
    ),
    ("18", re.compile(r"\bduplicate\b")),
    ("197", re.compile(r"\b(?:no|lack of|absent|without|missing) (?:prior ?)?-?auth\w*")),
)
HOSPITALS = re.compile(r"\b(?:opps|hospital|apc|addendum b|facility)\b")
PHYSICIANS = re.compile(r"\b(?:mpfs|pfs|fee schedule|physician|office|freestanding)\b")
WORDS = frozenset("ai")  # "status a patient", "status I saw": letters that are words count as capitals only


def read_indicators(text: Text) -> tuple[Indicator, ...]:
    """Every one the question names and we can explain, in reading order, each once."""
    found: list[tuple[int, Indicator]] = []
    for match in STATUS.finditer(text.lower):
        letter = match["letter"].upper()
        if letter.lower() in WORDS and not text.plain[match.start("letter")].isupper():
            continue
        found += [(match.start(), one) for one in _statuses(match, letter, text.lower)]
    for pattern, kind in ((PC_TC, "pc_tc"), (MAI, "mai"), (PAIR, "pair"), (REASON, "reason")):
        found += [(match.start(), Indicator(kind, match["n"])) for match in pattern.finditer(text.lower)]  # type: ignore[arg-type]
    if DENIED.search(text.lower):
        told = ((words.search(text.lower), number) for number, words in TOLD_REASONS)
        found += [(said.start(), Indicator("reason", number)) for said, number in told if said]
    known = [one for _, one in sorted(found, key=lambda each: each[0]) if meaning(one.kind, one.value)]
    return tuple(dict.fromkeys(known))


def _statuses(match: re.Match[str], letter: str, lower: str) -> list[Indicator]:
    """The letter in the system that is named beside it or elsewhere; in both where none is."""
    hospitals, physicians = Indicator("opps", letter), Indicator("mpfs", letter)
    if match["opps"] or match["mpfs"]:
        return [hospitals if match["opps"] else physicians]
    named = [one for one, words in ((physicians, PHYSICIANS), (hospitals, HOSPITALS)) if words.search(lower)]
    return named if len(named) == 1 else [physicians, hospitals]
