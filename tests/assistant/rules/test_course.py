"""The course planner: charges on fractions and dates, before and after changes."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.rules.charges import Charge
from assistant.rules.course import CoursePlan, plan_course
from assistant.rules.finding import CountError

MARCH = date(2026, 3, 2)
ONE_PLAIN = {"isocenters": 1, "motion_management": False}


def charge(plan: CoursePlan, code: str) -> Charge:
    (found,) = [one for one in plan.charges if one.code == code]
    return found


def plan(technique: str = "imrt", setting: str | None = "freestanding", fractions: int = 28, start: date = MARCH,
         **facts: Any) -> CoursePlan:  # fmt: skip
    return plan_course(technique, setting, fractions, start, **(ONE_PLAIN | facts))


def test_intensity_modulated_course_in_a_freestanding_centre() -> None:
    made = plan()
    assert (charge(made, "77407").units, charge(made, "77387").units) == (28, 28)
    assert charge(made, "77427").fractions == (5, 10, 15, 20, 25, 28)
    assert charge(made, "77427").dates[-1] == made.dates[-1]
    assert charge(made, "77336").fractions == (5, 10, 15, 20, 25)
    assert [one.codes for one in made.undecided if one.matter == "77336"] == [("77336",)]
    assert [one.codes for one in made.not_charged] == [("77417",)]


def test_who_bills_in_a_hospital() -> None:
    made = plan(setting="hospital_outpatient")
    billers = {one.code: (one.biller, one.modifier) for one in made.charges}
    assert billers == {
        "77407": ("facility", ""), "77336": ("facility", ""), "77427": ("physician", ""), "77387": ("physician", "26"),
    }  # fmt: skip


def test_stereotactic_course() -> None:
    made = plan("sbrt", fractions=5)
    assert {one.code: one.units for one in made.charges} == {"77373": 5, "77435": 1, "77336": 1}


def test_single_fraction_palliation() -> None:
    made = plan("2d", fractions=1)
    assert {one.code: one.units for one in made.charges} == {"77402": 1, "77431": 1, "77336": 1, "77387": 1}


def test_a_course_over_the_change_bills_two_code_sets() -> None:
    """Hospital, 2025: the level's predecessor is not decided by isocenters; 2026: it is."""
    made = plan("imrt", "hospital_outpatient", 28, date(2025, 12, 1))
    after = [day for day in made.dates if day >= date(2026, 1, 1)]
    assert charge(made, "77407").dates == tuple(after)
    assert charge(made, "77387").dates == tuple(after)
    assert charge(made, "77427").units == 6
    assert ("77385", "77386") in [one.codes for one in made.undecided]
    assert any("77014" in one.codes for one in made.undecided if one.matter == "guidance")


def test_port_images_end_with_2025() -> None:
    made = plan(start=date(2025, 12, 1))
    ports = charge(made, "77417")
    assert ports.fractions == (5, 10, 15, 20)
    assert all(day.year == 2025 for day in ports.dates)


def test_what_decides_the_level_is_asked_for() -> None:
    made = plan_course("imrt", "freestanding", 10, MARCH)
    (delivery,) = [one for one in made.undecided if one.matter == "delivery"]
    assert delivery.asks == ("isocenters", "motion_management")


def test_another_payers_silence_is_undecided() -> None:
    made = plan(payer="aetna", fractions=10)
    assert {one.matter for one in made.undecided} >= {"77336", "77417"}
    assert charge(made, "77427").units == 2


def test_two_a_day() -> None:
    made = plan(fractions=60, schedule="bid", distinct_break=True)
    assert len(set(made.dates)) == 30
    assert charge(made, "77407").units == 60
    assert charge(made, "77427").units == 12
    together = plan(fractions=60, schedule="bid", distinct_break=False)
    assert charge(together, "77427").units == 6
    assert charge(together, "77427").fractions == (10, 20, 30, 40, 50, 60)


@pytest.mark.parametrize("fractions", [0, -1, 4000])
def test_impossible_courses_are_refused(fractions: int) -> None:
    with pytest.raises(CountError):
        plan(fractions=fractions)


@given(st.integers(1, 60), st.sampled_from(["freestanding", "hospital_outpatient"]))
def test_units_and_dates_agree(fractions: int, setting: str) -> None:
    """Every charge has one date a unit, and no date carries more than one unit when treated once a day."""
    for one in plan(setting=setting, fractions=fractions).charges:
        assert len(one.dates) == one.units == len(set(one.dates))
