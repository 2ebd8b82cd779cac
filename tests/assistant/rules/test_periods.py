"""Dates of service cut where a value begins or ends."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.rules.finding import DateError
from assistant.rules.modifiers import modifier_on
from assistant.rules.periods import (
    EVIDENCE_BEGINS,
    FOREVER,
    day_of,
    spoken,
    standing_for,
    stretches,
    told_dates,
    window,
)
from assistant.rules.status import status_on
from assistant.scenario import Period, Scenario
from corpus.rulebook import Indicator, Reference, codes, entry
from tests.assistant.rules.told import part, scenario

WHOLE = Period(date(2025, 1, 1), date(2026, 12, 31))


def value(start: date, end: date | None) -> Indicator:
    return Indicator(start=start, end=end, reference=Reference(source="made-up"), value="x")


def test_cuts_leave_no_gap_and_no_overlap() -> None:
    pieces = stretches(WHOLE, [value(date(2020, 1, 1), date(2025, 12, 31)), value(date(2026, 3, 1), None)])
    assert [piece.start for piece in pieces] == [date(2025, 1, 1), date(2026, 1, 1), date(2026, 3, 1)]
    assert [piece.end for piece in pieces] == [date(2025, 12, 31), date(2026, 2, 28), date(2026, 12, 31)]


def test_without_a_change_the_dates_stay_whole() -> None:
    assert stretches(WHOLE, [value(date(2020, 1, 1), None)]) == (WHOLE,)


def test_sessions_widen_the_dates() -> None:
    told = told_dates(scenario("2026-01-05", sessions=(part(3, "2025-12-29..2025-12-31"),)))
    assert told == Period(date(2025, 12, 29), date(2026, 1, 5))


def test_without_a_date_the_window_is_our_evidence() -> None:
    known = entry("77427")
    assert known is not None
    assert window(known, Scenario()) == Period(EVIDENCE_BEGINS, FOREVER)
    assert day_of(Scenario()) == FOREVER


@pytest.mark.parametrize(
    "facts", [{"dos": "2026-02-01..2026-01-01"}, {"sessions": (part(3, "2026-02-01..2026-01-01"),)}]
)
def test_reversed_dates_are_refused(facts: dict[str, object]) -> None:
    with pytest.raises(DateError, match="Swap"):
        told_dates(scenario(**facts))  # type: ignore[arg-type]


def test_periods_inside_a_sentence() -> None:
    assert spoken(Period(date(2026, 1, 1), FOREVER)) == "from 2026-01-01"
    assert spoken(Period(date(2026, 1, 1), date(2026, 1, 1))) == "on 2026-01-01"


@given(st.sampled_from(codes()), st.dates(date(2014, 1, 1), date(2030, 1, 1)))
def test_a_day_may_be_answered_by_the_first_of_its_stretch(code: str, day: date) -> None:
    """What the claim check keeps for one date holds for every date it is used for."""
    first = standing_for(code, day)
    for facts in ({"setting": "office"}, {"setting": "hospital_outpatient", "biller": "facility"}):
        here, there = (status_on(code, one, Scenario(**facts)) for one in (day, first))
        assert (here.treatment, here.letter) == (there.treatment, there.letter)
        for modifier in ("26", "TC", "50", "58", "76"):
            assert modifier_on(code, modifier, day, Scenario(**facts)).allowed == (
                modifier_on(code, modifier, first, Scenario(**facts)).allowed
            )
