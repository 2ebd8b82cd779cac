"""What the page offers so that facts can be given or changed: choices, and how they are read back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from assistant.answer import Answer
from ui import wording

EXAMPLES = (
    "28 fx prostate, all done, how many 77427?",
    "30 fx Mar-Apr 2026, Medicare, how many port films can I bill?",
    "can doc bill 77417-26 for reading port films in the hospital",
    "77386 for 2/10/2026?",
    "SBRT 5 fx lung: delivery and management units?",
    "is it ok to bill port films every session? medpayiq says so",
)
WORDS_FOR = {
    "payer": "Who pays?",
    "setting": "Where was it given?",
    "biller": "Who bills?",
    "date_of_service": "When was it given? A day, a month or a year",
    "fractions": "How many fractions?",
    "course_ended": "Has the course ended?",
    "schedule": "How often a day?",
    "technique": "Which technique?",
    "isocenters": "How many isocenters?",
    "motion_management": "Was motion managed?",
    "locality": "Which locality?",
}
DATE = re.compile(r"^\d{4}(-\d{2}(-\d{2})?)?(\.\.\d{4}(-\d{2}(-\d{2})?)?)?$")
AMERICAN = re.compile(r"^(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})$")
MONTH_OF_YEAR = re.compile(r"^(\d{1,2})/(\d{4})$")


class Asked(NamedTuple):
    """A fact asked for: a choice among values, or words to type when there are no choices."""

    key: str
    question: str
    choices: Mapping[Any, str]


def asked_facts(answer: Answer) -> list[Asked]:
    """The facts an answer asks for that can be given by hand; anything else is asked in its text."""
    return [Asked(key, WORDS_FOR[key], _choices(key)) for key in answer.asks if key in WORDS_FOR]


def can_change(answer: Answer) -> bool:
    """Whether other facts could give another answer; a refusal stays one whoever pays."""
    return bool(answer.scenario or answer.assumed) and answer.status in ("answered", "needs_facts")


def editable(answer: Answer) -> dict[str, Any]:
    """The facts the small form starts from; those nobody told are None."""
    keys = ("payer", "setting", "biller", "date_of_service", "fractions", "course_ended")
    known = {key: fact.value for key, fact in answer.scenario.items()}
    known["date_of_service"] = known.get("date_of_service", known.get("dos"))
    return {key: known.get(key) for key in keys}


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    """What the user changed in the form, as corrections. An emptied field is no correction.

    Raises ValueError with a sentence for the reader when a date or a count cannot be one.
    """
    edited = {key: _read(key, value) for key, value in after.items() if value not in (None, "")}
    return {key: value for key, value in edited.items() if value != before.get(key)}


def read_date(text: str) -> str:
    """ "3/4/26", "3/2026", "2026-03-04" or "2025-12..2026-01" as the contract writes it; ValueError otherwise."""
    words = text.strip()
    if found := AMERICAN.match(words):
        month, day, year = found.groups()
        words = f"{year if len(year) == 4 else '20' + year}-{int(month):02}-{int(day):02}"
    elif found := MONTH_OF_YEAR.match(words):
        words = f"{found[2]}-{int(found[1]):02}"
    if not DATE.match(words) or not all(_possible(end) for end in words.split("..")):
        raise ValueError(f"{text.strip()!r} is no date we can read. Write 2026-03-04, 3/4/2026, 2026-03 or 2026.")
    return words


def date_text(value: Any) -> str:
    """A scenario's date as the form's text field shows it: a whole month or year in its short form."""
    if value is None:
        return ""
    start, _, end = str(value).partition("..")
    if f"{start[:4]}-01-01..{start[:4]}-12-31" == value:
        return start[:4]
    is_month = start.endswith("-01") and end[:7] == start[:7] and DATE.match(end) and not _possible(_day_after(end))
    return start[:7] if is_month else str(value)


def _choices(key: str) -> Mapping[Any, str]:
    if key == "isocenters":
        return {1: "One", 2: "Two or more"}
    return wording.CHOICES.get(key, {})


def _read(key: str, value: Any) -> Any:
    if key == "date_of_service":
        return read_date(str(value))
    if key in {"fractions", "isocenters"} and not isinstance(value, int):
        if not str(value).strip().isdecimal():
            raise ValueError(f"{str(value).strip()!r} is no count. Write a whole number, for example 28.")
        return int(value)
    return value


def _day_after(iso: str) -> str:
    return f"{iso[:8]}{int(iso[8:]) + 1:02}" if len(iso) == 10 else ""


def _possible(iso: str) -> bool:
    year, month, day = ([int(part) for part in iso.split("-")] + [1, 1])[:3]
    try:
        return 1990 <= date(year, month, day).year <= 2100
    except ValueError:
        return False
