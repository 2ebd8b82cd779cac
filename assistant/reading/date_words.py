"""The ways of writing one date: a day, a month, a quarter, a year, or a word such as "last month"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.scenario import Period

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_NAME = (
    r"(?P<month>jan(?:uary)?|feb(?:r?uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"
)
_COUNTED = (
    r"(?!\s?-?(?:x\b|fx|fr\b|frac|tx|treat|sess|unit|film|image|port|u\b|gy|cgy|patient|days?\b|"
    r"weeks?\b|daily|times?\b|of\b|so\b|%|more|planned|total|/\s?\d))"
)
_YEAR = r"(?:20\d\d|19\d\d)"
_PATTERNS = {
    "iso_day": re.compile(
        rf"(?<![\w/-])(?<!\d\.)(?P<y>{_YEAR})(?P<s>[-/.])(?P<m>\d{{1,2}})(?P=s)(?P<d>\d{{1,2}})(?![\w/]|-\d)"
    ),
    "us_day": re.compile(
        r"(?<![\w/.])(?P<m>\d{1,2})(?P<s>[-/.])(?P<d>\d{1,2})(?P=s)(?P<y>\d{4}|'?\d\d)(?![\w/]|[.,]\d)"
    ),
    "compact": re.compile(r"(?<![\w.-])(?P<y>20[0-4]\d)(?P<m>0\d|1[0-2])(?P<d>[0-3]\d)(?![\w.-]\d|\w)"),
    "iso_month": re.compile(rf"(?<![\w/-])(?<!\d\.)(?P<y>{_YEAR})-(?P<m>\d{{2}})(?![\w/]|-\d)"),
    "us_month": re.compile(rf"(?<![\w/.])(?P<m>\d{{1,2}})[/-](?P<y>{_YEAR})(?![\w/]|-\d(?!\d?/20))"),
    "name_days": re.compile(
        rf"(?<![\w]){_NAME}\s?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s?(?:-|to|through|"
        rf"thru)\s?(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?![\w/]){_COUNTED}"
        rf"(?:,?\s(?P<y>{_YEAR}|'\d\d)(?!\w))?"
    ),
    "name_day": re.compile(
        rf"(?<![\w]){_NAME}[\s-]?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?!\w|"
        rf"[./:]\d){_COUNTED}(?:,?[\s-](?:of\s)?(?P<y>{_YEAR}|'\d\d)(?!\w){_COUNTED})?"
    ),
    "day_name": re.compile(
        rf"(?<![\w/.$-])(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\sof)?[\s-]{_NAME},?[\s-]?(?P<y>{_YEAR}|"
        rf"'\d\d|(?<=-)\d\d)?(?!\w)"
    ),
    "name": re.compile(
        rf"(?<![\w])(?:(?P<which>last|this|next|past)\s)?(?:early |late |mid-? ?)?{_NAME}(?:(?:,?\s|"
        rf"-)?(?:of\s)?(?P<y>{_YEAR}(?!\s?-?(?:fx|fract)|\d)|'\d\d))?(?!\w)"
    ),
    "quarter": re.compile(
        rf"(?<!\w)(?:q(?P<q>[1-4])|(?P<q2>[1-4])q|(?P<q3>first|second|third|fourth|1st|2nd|3rd|4th) "
        rf"quarter)(?:\s?(?:of\s)?(?:cy\s?)?(?P<y>{_YEAR}|'?\d\d))?(?!\w)"
    ),
    "year": re.compile(
        r"(?:(?<![\w/.$#,-])|(?<=pre-)|(?<=post-))(?:(?:early|late|mid|cy)[- "
        r"]?)?(?P<y>20[0-4]\d)(?![\w/%]|[.,-]\d)" + _COUNTED
    ),
    "relative": re.compile(
        r"(?<!\w)(?:(?P<which>this|last|next|current|previous|prior|past) (?P<what>week|month|quarter|"
        r"(?:calendar )?year)|"
        r"(?P<day>today|yesterday|tomorrow|currently|nowadays|right now|these days|at present))(?!\w)"
    ),
    "month_day": re.compile(r"(?<![\w/.-])(?P<m>\d{1,2})/(?P<d>\d{1,2})(?![\w/]|[.,]\d)" + _COUNTED),
}
_MAY_NEEDS = re.compile(
    r"(?:\b(?:in|last|next|this|since|before|after|until|through|thru|finished|ended|of|by|during|"
    r"from|to|and|for|early|late|mid|completed|april|june|started|dos|ending)|[-/&])[\s-]{1,2}$"
)
_ENDS_LATER = re.compile(r"\s?(?:-|to|through|thru|until)\s?\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?!\d)")
_DAY_NEEDS = re.compile(
    r"\b(?:dos|dates? of service|on|from|through|thru|until|till|since|before|after|finished|"
    r"ended|ending|started|starting|seen|treated|to|completed)[\s:]{1,2}$"
)


@dataclass(frozen=True, slots=True)
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
    for name, pattern in _PATTERNS.items():
        for match in pattern.finditer(lower):
            if any(taken[match.start() : match.end()]) or not _belongs(name, match, lower):
                continue
            found.append(_read(name, match, today))
            taken[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
    return sorted(found, key=lambda one: one.start)


def _belongs(name: str, match: re.Match[str], lower: str) -> bool:
    before = lower[max(0, match.start() - 18) : match.start()]
    if name == "month_day":
        begins = _ENDS_LATER.match(lower, match.end())
        return (
            bool(begins or _DAY_NEEDS.search(before))
            and _day(2024, int(match["m"]), int(match["d"])) is not None
        )
    if name == "us_day" and match["s"] == "." and len(match["y"]) < 4:
        return False  # 1.2.3 is a section
    if name == "name" and match["month"] == "may" and not match["y"] and not match["which"]:
        return bool(_MAY_NEEDS.search(before)) and not lower[match.end() : match.end() + 4].startswith(
            (" be ", " i ", " we ")
        )
    if (
        name in ("name", "name_day")
        and match["month"] in ("mar", "march", "jan", "dec", "sep", "may")
        and name == "name_day"
    ):
        return match["month"] != "may" or not before.endswith(
            ("i ", "we ", "you ", "doc ", "it ", "who ", "they ")
        )
    if name == "name" and match["month"] == "march" and before.endswith("to "):
        return True
    return True


def _read(name: str, match: re.Match[str], today: date) -> DateWords:
    start, end = match.span()
    if name == "relative":
        return DateWords(
            start, end, _relative(match, today), "day" if match["day"] else match["what"].split()[-1]
        )
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
        return DateWords(
            *match.span(), None, "range", said, f"there is no such period as {match.group().strip()}"
        )
    return DateWords(*match.span(), Period(first, last), "range", said)


def _read_month(match: re.Match[str], month: int, said: bool, today: date) -> DateWords:
    if not 1 <= month <= 12:
        return DateWords(
            *match.span(), None, "month", said, f"there is no such month as {match.group().strip()}"
        )
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
        return _MONTHS.index(match["month"][:3]) + 1
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
