"""How a sentence begins: the case, the dates and the place, only where they matter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from assistant.drafting.leads import dates_of, lead_of, led, place_of
from assistant.scenario import Period
from tests.assistant.asked import TODAY, decided


@pytest.mark.parametrize(
    ("period", "said"),
    [
        (Period(date(2020, 1, 1), date(2025, 12, 31)), "through 2025-12-31"),
        (Period(date(2026, 1, 1), date.max), "from 2026-01-01"),
        (Period(date(2020, 1, 1), date.max), ""),
        (Period(TODAY, TODAY), ""),
    ],
)
def test_dates_are_said_for_a_part_of_the_time_only(period: Period, said: str) -> None:
    """Past: through its last day; since a change: from that day; throughout our evidence: nothing."""
    assert said == dates_of(period, TODAY)


def test_empty_parts_of_a_lead_leave_no_comma() -> None:
    """A lead of nothing is nothing."""
    assert "" == led("", "", "")
    assert "for Aetna, in the office" == led("for Aetna", "", "in the office")


def test_the_place_is_said_unless_it_was_told() -> None:
    """Who asked about a hospital needs no reminder; who asked about no place needs it."""
    told = decided("77417", "units", "2025-06-01", setting="hospital_outpatient")
    assert "" == place_of("hospital_outpatient", told)
    assert "in the hospital outpatient department" == place_of("hospital_outpatient", decided("77417", "units"))
    assert "" == place_of(None, told)


def test_a_ruling_alone_but_past_still_carries_its_dates() -> None:
    """77014 in an office has one ruling on units, and it ended with 2025."""
    decision = decided("77014", "units", fractions=28)
    office = next(one for one in decision.units if one.setting == "freestanding")
    assert "through 2025-12-31, in an office or freestanding center" == lead_of(office, [office], decision)


def test_a_ruling_in_force_throughout_has_no_lead() -> None:
    """Weekly management counts the same everywhere and since our evidence begins."""
    decision = decided("77427", "units", fractions=28)
    assert "" == lead_of(decision.units[0], decision.units, decision)


def test_the_case_comes_first() -> None:
    """Where a question names two payers, each sentence says whose it is before anything else."""
    decision = decided("77417", "units", fractions=28)
    office = next(one for one in decision.units if one.setting == "freestanding" and one.basis == "bundled")
    lead = lead_of(office, decision.units, replace(decision, case="for Medicare"))
    assert "for Medicare, from 2026-01-01, in an office or freestanding center" == lead
