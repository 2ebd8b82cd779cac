"""What is set against what, where one code is compared with itself: two tables of limits, two dates, two places."""

from __future__ import annotations

import re

from assistant.reading.how_often import CODE

_PRACTITIONERS = re.compile(r"\b(?:practitioners?|physicians?|professional|doctors?|docs?|pro)\b")
_HOSPITALS = re.compile(r"\b(?:hospitals?|facility|opps|outpatient|technical)\b")
_LIMIT = re.compile(r"\b(?:mues?|mai|medically unlikely|limits?|ceiling)\b")
_BY_ITS_NAME = re.compile(r"\b(?:mues?|mai|medically unlikely)\b")
_OFTEN = re.compile(
    r"\b(?:how (?:many|often|much)|number of|times|per course|in a course|whole course|weekly|daily|every|each)\b"
)
_AGAINST = re.compile(r"\b(?:vs|v|versus|compared?|differ\w*|same|both|and|or)\b|/|&|\+")
_WINDOW = re.compile(
    r"\bwindows?\b(?=.{0,40}\b(?:plan|imrt|77301)\b)|\b(?:plan|imrt|77301)\b.{0,40}\bwindows?\b|"
    r"\bdays? (?:rule|window|limit|look-?back)\b|\bhow many days (?:before|after|around|from|of)\b|\blook-?back\b"
)
_OVER_NEW_YEAR = re.compile(
    r"\b(?:straddl\w*|span\w*|overlap\w*)\b|\b(?:cross(?:es|ed|ing)?|over|across|into|runs? into|through) "
    r"(?:the )?(?:new year\w*|year[- ]?end|january 1|jan\.? 1|1/1(?:/(?:20)?26)?)\b|\bnew year\w*\b"
)
_OLD_OR_NEW = re.compile(
    r"\brecod\w*|\bre-cod\w*|\bsession by session\b|\bby (?:the )?(?:date|session|dos)\b|"
    r"\b(?:old|new|both|2025|2026|which|what|switch\w*|chang\w*|mix\w*)\b.{0,30}\bcod(?:es?|ing)\b|"
    r"\bcod(?:es?|ing)\b.{0,30}\b(?:old|new|both|2025|2026|switch\w*|chang\w*|mix\w*)\b"
)


def compares_tables(lower: str) -> bool:
    """Whether the practitioners' limit is set beside the hospital's."""
    said = _LIMIT.search(lower) and _PRACTITIONERS.search(lower) and _HOSPITALS.search(lower)
    return bool(said) and _AGAINST.search(lower) is not None


def compares_limits(lower: str) -> bool:
    """Whether the limits of several codes, or two kinds of limit, are set against each other."""
    return _LIMIT.search(lower) is not None and re.search(r"\b(?:vs|v|versus|compared?|differ\w*)\b", lower) is not None


def names_the_limit(lower: str) -> bool:
    """Whether Medicare's limit is asked for by its name, and no count or frequency beside it."""
    return _BY_ITS_NAME.search(lower) is not None and _OFTEN.search(lower) is None


def asks_for_days(lower: str) -> bool:
    """Whether a payer's days around the IMRT plan are the question."""
    return _WINDOW.search(lower) is not None


def asks_old_or_new(lower: str) -> bool:
    """Whether old or new codes are the question for a course told to run on."""
    return _OLD_OR_NEW.search(lower) is not None and re.search(rf"\b{CODE}\b", lower) is None


def tells_new_year(lower: str) -> bool:
    """Whether a course is said in words to run over New Year."""
    return _OVER_NEW_YEAR.search(lower) is not None
