"""The ways of writing one date: a day, a month, a quarter, a year, or a word such as "last month"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from assistant.reading.date_patterns import DAY_NEEDS, ENDS_LATER, MAY_NEEDS, MONTHS, PATTERNS
from assistant.reading.fixed import fixed
from assistant.scenario import Period


@fixed
class DateWords:
    """One date as written. `period` None: there is no such date, and `problem` says why."""

    start: int
    end: int
    period: Period | None
    precision: str  # day, month, quarter, year
    year_said: bool = True
    problem: str = ""


def date_words(lower: str, today: date) -> list[DateWords]:
    """Every date in reading order; where two patterns meet, the more exact one wins."""
    found: list[DateWords] = []
    taken = bytearray(len(lower))
    for name, pattern in PATTERNS.items():
        for match in pattern.finditer(lower):
            if any(taken[match.start() : match.end()]) or not _belongs(name, match, lower):
                continue
            found.append(_read(name, match, today))
            taken[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
    return sorted(found, key=lambda one: one.start)


# "may" that allows, whatever stands before it: "Medicare - may the group bill it?"
MODAL_AFTER = re.compile(
    r" (?:be|i|we|you|they|it|he|she|this|that|(?:the|our|a|an|my) [\w' -]{2,30} (?:bill|report|charge|use))\b"
)


def _belongs(name: str, match: re.Match[str], lower: str) -> bool:
    before = lower[max(0, match.start() - 18) : match.start()]
    if name == "month_day":
        begins = ENDS_LATER.match(lower, match.end())
        return bool(begins or DAY_NEEDS.search(before)) and _day(2024, int(match["m"]), int(match["d"])) is not None
    if name == "us_day" and match["s"] == "." and len(match["y"]) < 4:
        return False  # 1.2.3 is a section
    if name == "name" and match["month"] == "may" and not match["y"] and not match["which"]:
        return bool(MAY_NEEDS.search(before)) and not MODAL_AFTER.match(lower, match.end())
    if (
        name in ("name", "name_day")
        and match["month"] in ("mar", "march", "jan", "dec", "sep", "may")
        and name == "name_day"
    ):
        return match["month"] != "may" or not before.endswith(("i ", "we ", "you ", "doc ", "it ", "who ", "they "))
    if name == "name" and match["month"] == "march" and before.endswith("to "):
        return True
    return True


def _read(name: str, match: re.Match[str], today: date) -> DateWords:
    start, end = match.span()
    if name == "relative":
        return DateWords(start, end, _relative(match, today), "day" if match["day"] else match["what"].split()[-1])
    if name == "quarter":
        ordinal = (match["q3"] or "1")[0]
        quarter = int(match["q"] or match["q2"] or {"f": "1", "s": "2", "t": "3"}.get(ordinal, ordinal))
        quarter = 4 if match["q3"] == "fourth" else quarter
        year = _year(match["y"]) or today.year
        return DateWords(start, end, _months(year, 3 * quarter - 2, 3 * quarter), "quarter", bool(match["y"]))
    if name == "year":
        return DateWords(start, end, _months(int(match["y"]), 1, 12), "year")
    month = _month(match)
    said = "y" in match.re.groupindex and bool(match["y"])
    if "d" not in match.re.groupindex:
        return _read_month(match, month, said, today)
    if name == "name_days":
        return _read_days(match, month, said, today)
    day = int(match["d"])
    year = (_year(match["y"]) if said else None) or _latest_year(month, day, today)
    value = _day(year, month, day)
    if value is None:
        return DateWords(start, end, None, "day", said, f"there is no such date as {match.group().strip()}")
    return DateWords(start, end, Period(value, value), "day", said)


def _read_days(match: re.Match[str], month: int, said: bool, today: date) -> DateWords:
    """ "March 3-28, 2026"."""
    year = (_year(match["y"]) if said else None) or _latest_year(month, int(match["d2"]), today)
    first, last = _day(year, month, int(match["d"])), _day(year, month, int(match["d2"]))
    if first is None or last is None or first > last:
        return DateWords(*match.span(), None, "range", said, f"there is no such period as {match.group().strip()}")
    return DateWords(*match.span(), Period(first, last), "range", said)


def _read_month(match: re.Match[str], month: int, said: bool, today: date) -> DateWords:
    if not 1 <= month <= 12:
        return DateWords(*match.span(), None, "month", said, f"there is no such month as {match.group().strip()}")
    year = _year(match["y"]) if said else _latest_year(month, 1, today)
    if not said and "which" in match.re.groupindex and match["which"]:
        year = _named_year(match["which"], month, today)
    return DateWords(*match.span(), _months(year or today.year, month, month), "month", said)


def _named_year(which: str, month: int, today: date) -> int:
    if which == "this":
        return today.year
    if which == "next":
        return today.year if month > today.month else today.year + 1
    return today.year if month < today.month else today.year - 1


def _latest_year(month: int, day: int, today: date) -> int:
    """A date without a year is the latest one that is not in the future: people bill for what was done."""
    return today.year if (month, day) <= (today.month, today.day) else today.year - 1


def _relative(match: re.Match[str], today: date) -> Period:
    if match["day"]:
        shift = {"yesterday": -1, "tomorrow": 1}.get(match["day"], 0)
        return Period(today + timedelta(days=shift), today + timedelta(days=shift))
    step = {"this": 0, "current": 0, "next": 1}.get(match["which"], -1)
    if match["what"] == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=step)
        return Period(monday, monday + timedelta(days=6))
    if match["what"] == "month":
        index = today.year * 12 + today.month - 1 + step
        return _months(index // 12, index % 12 + 1, index % 12 + 1)
    if match["what"] == "quarter":
        index = today.year * 4 + (today.month - 1) // 3 + step
        return _months(index // 4, 3 * (index % 4) + 1, 3 * (index % 4) + 3)
    return _months(today.year + step, 1, 12)


def _month(match: re.Match[str]) -> int:
    if "month" in match.re.groupindex:
        return MONTHS.index(match["month"][:3]) + 1
    return int(match["m"])


def _months(year: int, first: int, last: int) -> Period:
    return Period(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def _year(written: str | None) -> int | None:
    if not written:
        return None
    number = int(written.strip("'"))
    return number if number > 99 else 2000 + number


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_numbers(period: Period) -> Iterator[int]:
    """The months a period touches inside its first year."""
    last = period.end.month if period.end.year == period.start.year else 12
    return iter(range(period.start.month, last + 1))
