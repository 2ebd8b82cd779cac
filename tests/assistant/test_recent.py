"""What holds now and what held until recently."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from assistant.recent import now_and_before, until_recently, wherever
from assistant.rules.units import units
from assistant.scenario import Period, Scenario
from tests.assistant.asked import TODAY, days
from tests.assistant.rules.told import scenario

OFFICE = Scenario(setting="freestanding", fractions=30)


def test_without_a_date_today_comes_first_and_the_past_behind_it() -> None:
    """77417 in an office: bundled from 2026-01-01, 6 units of 30 fractions through 2025."""
    told = now_and_before(units("77417", OFFICE), OFFICE, TODAY)
    assert [("bundled", 0), ("counted", 6)] == [(one.basis, one.units) for one in told]


def test_with_a_date_only_its_rules_are_told() -> None:
    """Who asks about May 2025 hears nothing of 2026."""
    told = scenario("2025-05-12", setting="freestanding", fractions=30)
    assert ["counted"] == [one.basis for one in now_and_before(units("77417", told), told, TODAY)]


@pytest.mark.parametrize(("today", "rulings"), [(date(2028, 12, 30), 2), (date(2029, 1, 10), 1)])
def test_three_years_after_a_change_it_is_history(today: date, rulings: int) -> None:
    """Claims may be filed late and audits reach back, but not forever."""
    assert rulings == len(now_and_before(units("77417", OFFICE), OFFICE, today))


def test_the_edge_of_our_evidence_is_no_change() -> None:
    """77336 in a hospital: we hold no status before 2025, which is nobody's old rule."""
    told = Scenario(setting="hospital_outpatient", biller="facility", fractions=30)
    rulings = units("77336", told)
    assert any(one.basis == "no_rule" for one in rulings)
    assert all(one.basis != "no_rule" for one in now_and_before(rulings, told, TODAY))


def test_what_held_before_is_found_for_a_date_after_the_change() -> None:
    """Asked for March 2026, 77417 was one per five fractions until the end of 2025."""
    told = scenario("2026-03-05", setting="freestanding", fractions=30)
    (before,) = until_recently("77417", units("77417", told), told)
    assert ("5 fractions", date(2025, 12, 31)) == (before.one_per, before.period.end)


@pytest.mark.parametrize("dos", ["2025-05-12", "2029-06-01"])
def test_nothing_held_before_where_nothing_changed_recently(dos: str) -> None:
    """Before the change there is nothing to add, and years after it nobody asks."""
    told = scenario(dos, setting="freestanding", fractions=30)
    assert [] == list(until_recently("77417", units("77417", told), told))


def test_what_every_place_agrees_on_is_told_once() -> None:
    """77336 counts alike in office and hospital; that our hospital evidence begins later is no difference."""
    rulings = units("77336", Scenario(fractions=28))
    assert len({one.setting for one in rulings}) > 1
    now = [one for one in wherever(rulings, TODAY) if one.period.end >= TODAY]
    assert [(None, 5)] == [(one.setting, one.units) for one in now]


def test_a_merged_ruling_holds_where_both_held_and_cites_both() -> None:
    """Nothing is dated back further than the shorter evidence."""
    one = units("77427", Scenario(fractions=28))[0]
    office = replace(one, setting="freestanding", period=Period(date(2020, 1, 1), date.max))
    hospital = replace(one, setting="hospital_outpatient", period=Period(date(2025, 1, 1), date.max), references=())
    (merged,) = wherever((office, hospital), TODAY)
    assert (None, date(2025, 1, 1), office.references) == (merged.setting, merged.period.start, merged.references)


def test_what_differs_by_place_stays_apart_office_first() -> None:
    """77417 of 2025: counted in the office, packaged in the hospital."""
    told = wherever(units("77417", Scenario(fractions=30, dos=days("2025-06-01"))), TODAY)
    assert [("freestanding", 6), ("hospital_outpatient", 0)] == [(one.setting, one.units) for one in told]
