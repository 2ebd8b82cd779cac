"""The dates on which a course is treated: weekdays that are no federal holiday, one or two sessions each.

## What it does
Lays fractions on dates from the first treatment on, skipping weekends and the holidays given (by default the
federal holidays of the United States, on the day they are kept).

## Why it matters
What falls due goes by the date of each session: a course begun in December bills two code sets.

## Example
30 fractions from 2025-12-01 end on 2026-01-13: Christmas and New Year's Day are skipped.

## References
5 U.S.C. 6103 names the holidays; a holiday on a Saturday is kept on Friday, on a Sunday on Monday.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from itertools import islice

from assistant.rules.periods import ONE_DAY

MONDAY, THURSDAY, SATURDAY, SUNDAY = 0, 3, 5, 6
Closed = Callable[[date], bool]


def treatment_days(start: date, fractions: int, a_day: int = 1, closed: Closed | None = None) -> tuple[date, ...]:
    """The date of each fraction, in order; `closed` says on which weekdays nobody treats."""
    each = (day for day in _open_days(start, closed or is_federal_holiday) for _ in range(a_day))
    return tuple(islice(each, fractions))


def _open_days(start: date, closed: Closed) -> Iterator[date]:
    day = start
    while day.year < date.max.year:
        if day.weekday() < SATURDAY and not closed(day):
            yield day
        day += ONE_DAY


def is_federal_holiday(day: date) -> bool:
    """Whether a federal holiday is kept on this day."""
    return day in federal_holidays(day.year) or day in federal_holidays(day.year + 1)


@lru_cache(maxsize=64)
def federal_holidays(year: int) -> frozenset[date]:
    """The days on which the federal holidays of a year are kept; New Year's Day may be kept on 31 December."""
    fixed = [date(year, 1, 1), date(year, 6, 19), date(year, 7, 4), date(year, 11, 11), date(year, 12, 25)]
    moving = [
        _nth(year, 1, MONDAY, 3),
        _nth(year, 2, MONDAY, 3),
        _last_monday_of_may(year),
        _nth(year, 9, MONDAY, 1),
        _nth(year, 10, MONDAY, 2),
        _nth(year, 11, THURSDAY, 4),
    ]
    return frozenset([_kept(day) for day in fixed] + moving)


def _kept(day: date) -> date:
    if day.weekday() == SATURDAY:
        return day - ONE_DAY
    return day + ONE_DAY if day.weekday() == SUNDAY else day


def _nth(year: int, month: int, weekday: int, nth: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def _last_monday_of_may(year: int) -> date:
    last = date(year, 5, 31)
    return last - timedelta(days=last.weekday())
