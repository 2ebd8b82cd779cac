"""Payer, setting, biller, schedule and dates as claim files write them.

## What it does
Understands the values of the outside contract and the words files commonly hold instead; what this small table does
not know goes to the grammar that also reads questions, so that a word is learned once.

## Why it matters
A file that says "UnitedHealthcare" or "POS 22" is not wrong, and a refused row helps nobody.

## Example
`payer("UnitedHealthcare")` is "uhc"; `day("03/05/2026")` is 2026-03-05.

## References
Place of service codes: CMS.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import Any

from assistant.scenario import Period

PAYERS = {
    "medicare": "medicare", "medicare part b": "medicare", "medicare ffs": "medicare", "mcr": "medicare",
    "medicare_advantage": "medicare_advantage", "medicare advantage": "medicare_advantage",
    "medicaid": "medicaid", "uhc": "uhc", "unitedhealthcare": "uhc", "united": "uhc", "aetna": "aetna",
    "cigna": "cigna", "humana": "humana", "other": "other", "bcbs": "bcbs:unknown",
}  # fmt: skip
SETTINGS = {
    "freestanding": "freestanding", "office": "office", "hospital_outpatient": "hospital_outpatient",
    "hospital outpatient": "hospital_outpatient", "hopd": "hospital_outpatient",
    "hospital_inpatient": "hospital_inpatient", "inpatient": "hospital_inpatient", "asc": "asc", "snf": "snf",
}  # fmt: skip
PLACES_OF_SERVICE = {
    "11": "office", "19": "hospital_outpatient", "21": "hospital_inpatient", "22": "hospital_outpatient",
    "24": "asc", "31": "snf",
}  # fmt: skip
BILLERS = {
    "professional": "professional", "physician": "professional", "pro": "professional", "facility": "facility",
    "hospital": "facility", "technical": "facility", "global": "global",
}  # fmt: skip
SCHEDULES = {"qd": "qd", "daily": "qd", "once daily": "qd", "bid": "bid", "twice daily": "bid", "other": "other"}
YES_NO = {"yes": True, "y": True, "true": True, "1": True, "no": False, "n": False, "false": False, "0": False}
DATE_FORMS = ("%Y-%m-%d", "%m/%d/%Y", "%Y%m%d", "%m/%d/%y")
SAME_PLACE = frozenset({"office", "freestanding"})  # place of service 11 is both


@lru_cache(maxsize=1024)
def payer(text: str) -> str | None:
    return PAYERS.get(text.lower()) or _by_grammar("payer", text)


@lru_cache(maxsize=1024)
def setting(text: str) -> str | None:
    return SETTINGS.get(text.lower()) or PLACES_OF_SERVICE.get(text) or _by_grammar("setting", text)


@lru_cache(maxsize=1024)
def biller(text: str) -> str | None:
    return BILLERS.get(text.lower()) or _by_grammar("biller", text)


@lru_cache(maxsize=1024)
def schedule(text: str) -> str | None:
    return SCHEDULES.get(text.lower()) or _by_grammar("schedule", text)


def yes_no(text: str) -> bool | None:
    return YES_NO.get(text.lower())


@lru_cache(maxsize=8192)
def day(text: str) -> date | None:
    """A calendar day, ISO or as American files write it; None where it is none."""
    for form in DATE_FORMS:
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 - a date of service has no time zone
        except ValueError:
            continue
    return None


def _by_grammar(fact: str, text: str) -> str | None:
    """The grammar of questions, loaded only for words that the tables above do not hold."""
    from assistant.reading.values import read_values

    known: dict[str, Any] = read_values(None, **{fact: text}).known
    value = known.get(fact)
    return None if isinstance(value, Period) else value
