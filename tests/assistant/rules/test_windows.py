"""Payers' windows around the IMRT plan: whose they are, how far they reach, what lies inside."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.rules.pairs import pair
from assistant.rules.windows import window_of
from tests.assistant.rules.told import scenario

DAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("payer", "code", "before", "after"),
    [
        ("uhc", "77290", 90, 0), ("uhc", "77280", 90, 0), ("uhc", "77307", 30, 0), ("uhc", "77370", 30, 0),
        ("bcbs:nc", "77290", 30, 30), ("bcbs:nc", "77307", 30, 30),
    ],
)  # fmt: skip
def test_a_payers_window_has_its_own_days(payer: str, code: str, before: int, after: int) -> None:
    """UnitedHealthcare looks back only, 90 days for simulations and 30 for other planning; Blue Cross NC both ways."""
    found = window_of(code, scenario(payer=payer), DAY)
    assert found is not None
    assert (before, after) == (found[1].before, found[1].after)


@pytest.mark.parametrize(
    ("payer", "code"),
    [("uhc", "77285"), ("uhc", "77336"), ("bcbs:nc", "77300"), ("medicare", "77290"), ("aetna", "77290")],
)
def test_what_a_payer_does_not_name_has_no_window(payer: str, code: str) -> None:
    """A service outside the payer's list, Medicare and a payer without a source have no window in days."""
    assert window_of(code, scenario(payer=payer), DAY) is None


def test_a_facility_window_binds_no_professional_claim() -> None:
    """Premera's window is of outpatient facility claims."""
    assert window_of("77295", scenario(payer="bcbs:premera", biller="professional"), DAY) is None
    assert window_of("77295", scenario(payer="bcbs:premera", setting="hospital_outpatient"), DAY) is not None


@pytest.mark.parametrize(
    ("payer", "days", "together"),
    [
        ("uhc", None, "no"), ("uhc", -60, "no"), ("uhc", -90, "no"), ("uhc", -91, "no_data"), ("uhc", 5, "no_data"),
        ("bcbs:nc", 20, "no"), ("bcbs:nc", -31, "no_data"),
    ],
)  # fmt: skip
def test_a_simulation_inside_the_window_is_part_of_the_plan(payer: str, days: int | None, together: str) -> None:
    """Inside, or on one date, the plan contains it; outside no source of ours settles it, which is no pass."""
    assert together == pair("77290", "77301", scenario("2026-03-02", payer=payer, days_from_plan=days)).together
