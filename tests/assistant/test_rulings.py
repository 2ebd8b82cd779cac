"""The rules asked for every code: now and before, in each place that differs."""

from __future__ import annotations

import pytest

from tests.assistant.asked import decided


def test_stereotactic_management_brings_the_weekly_code_along() -> None:
    """Coders add 77427 by habit: the ruling says no before they do."""
    units = decided("77373 77435", "units", "2026-06-01", technique="sbrt", fractions=5).units
    assert {"77373": 5, "77435": 1, "77427": 0} == {one.code: one.units for one in units}


def test_delivery_alone_brings_nothing_along() -> None:
    """Who asks for 77373 only gets 77373 only."""
    units = decided("77373", "units", "2026-06-01", technique="sbrt", fractions=5).units
    assert {"77373"} == {one.code for one in units}


def test_without_a_modifier_both_parts_are_asked() -> None:
    """A physician's bill is asked for 26 only."""
    both = decided("77300", "modifier", "2026-06-01").modifiers
    assert {"26", "TC"} == {one.modifier for one in both}
    physician = decided("77300", "modifier", "2026-06-01", biller="professional").modifiers
    assert {"26"} == {one.modifier for one in physician}


def test_no_modifier_belongs_on_a_code_that_does_not_exist() -> None:
    """77439 is new in 2026: of 2025 there is nothing to rule on."""
    assert () == decided("77439", "modifier", "2025-06-01").modifiers


def test_payment_is_asked_in_office_and_hospital_unless_one_was_told() -> None:
    """77417 of 2026: B in the physician fee schedule, N in the hospital."""
    both = decided("77417", "coverage", "2026-02-10").statuses
    assert {("mpfs", "B"), ("opps", "N")} == {(one.system, one.letter) for one in both}
    office = decided("77417", "coverage", "2026-02-10", setting="freestanding").statuses
    assert {"mpfs"} == {one.system for one in office}


def test_a_place_without_a_biller_asks_both_of_them() -> None:
    """In a hospital the physician bills 77427, the hospital does not."""
    billers = decided("77427", "who_bills", "2026-06-01", setting="hospital_outpatient").billers
    assert [True, False] == [one.allowed for one in billers]


def test_pairs_are_asked_of_both_tables_where_they_differ() -> None:
    """We hold no practitioner table of 2026, and a hospital table of 2026Q4 with indicator 0 for 77301 and 77417."""
    pairs = decided("77301 77417", "pair", "2026-10-15").pairs
    assert [("hospital_outpatient", "no"), (None, "no_data")] == [(place, one.together) for place, one in pairs]


def test_three_codes_make_three_pairs() -> None:
    """Every two of them go on one claim."""
    pairs = decided("77301 77338 77417", "pair", "2026-10-15", setting="hospital_outpatient", biller="facility").pairs
    assert 3 == len(pairs)


def test_a_course_too_short_for_weekly_management_is_counted_with_the_code_that_serves_it() -> None:
    """Two fractions: no unit of 77427 and one of 77431; 28 fractions bring no other code."""
    short = {one.code: one.units for one in decided("77427", "units", "2026-06-01", fractions=2).units}
    assert {"77427": 0, "77431": 1} == short
    assert {"77427"} == {one.code for one in decided("77427", "units", "2026-06-01", fractions=28).units}


def test_a_table_quoted_for_want_of_the_other_is_not_told_twice() -> None:
    """The hospital table leads, and of the missing practitioner table only that it is missing is said."""
    (_, hospital), (_, office) = decided("77301 77417", "pair", "2026-10-15").pairs
    assert hospital.why.startswith("In the hospital table")
    assert "We hold no practitioner table of pairs that tells of 77301 and 77417 on this date." == office.why


def test_two_missing_tables_are_said_in_one_sentence() -> None:
    """Neither table of pairs covers 2025 for two guidance codes that ended."""
    ((_, both),) = decided("G6001 G6002", "pair", "2025-09-03").pairs
    assert both.why.startswith("We hold neither a practitioner nor a hospital table of pairs that tells of")
    assert 1 == both.why.count("The practitioner table of")


@pytest.mark.parametrize("code", ["77387", "77435"])
def test_of_the_physicians_work_in_a_hospital_both_bills_are_told(code: str) -> None:
    """Paid to the physician, packaged on the hospital's own bill; 77427 has no place on the latter."""
    told = decided(code, "coverage", "2026-06-01", setting="hospital_outpatient").statuses
    assert {("mpfs", "A"), ("opps", "N")} == {(one.system, one.letter) for one in told}
    weekly = decided("77427", "coverage", "2026-06-01", setting="hospital_outpatient").statuses
    assert {"mpfs"} == {one.system for one in weekly}
