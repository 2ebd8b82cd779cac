"""The dates a course is treated on: no weekends, no federal holidays."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.rules.treatment_days import federal_holidays, is_federal_holiday, treatment_days

MARCH = date(2026, 3, 2)


def test_weekends_and_holidays_are_skipped() -> None:
    """30 fractions from 2025-12-01 end on 2026-01-13: Christmas and New Year's Day are skipped."""
    days = treatment_days(date(2025, 12, 1), 30)
    assert days[-1] == date(2026, 1, 13)
    assert date(2025, 12, 25) not in days
    assert date(2026, 1, 1) not in days


@pytest.mark.parametrize("day", [
    date(2026, 1, 1), date(2026, 1, 19), date(2026, 2, 16), date(2026, 5, 25), date(2026, 6, 19), date(2026, 7, 3),
    date(2026, 9, 7), date(2026, 10, 12), date(2026, 11, 11), date(2026, 11, 26), date(2026, 12, 25),
    date(2021, 12, 31),
])  # fmt: skip
def test_federal_holidays(day: date) -> None:
    """As OPM lists them; 2026-07-04 is a Saturday, kept on Friday, and so was New Year's Day of 2022."""
    assert is_federal_holiday(day)


def test_eleven_holidays_a_year() -> None:
    assert all(len(federal_holidays(year)) == 11 for year in range(2021, 2040))


def test_a_list_of_ones_own() -> None:
    assert treatment_days(MARCH, 2, closed=lambda day: day == date(2026, 3, 3))[1] == date(2026, 3, 4)


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(1, 80), st.sampled_from([1, 2]))
def test_nobody_is_treated_on_a_weekend(start: date, fractions: int, a_day: int) -> None:
    days = treatment_days(start, fractions, a_day)
    assert len(days) == fractions
    assert all(day.weekday() < 5 and not is_federal_holiday(day) for day in days)
    assert max(days.count(day) for day in days) <= a_day
