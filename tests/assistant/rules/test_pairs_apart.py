"""Two codes on different dates: what one contains stays inside, NCCI's edits say nothing."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.rules.pairs_apart import pair_apart
from assistant.scenario import Period, Scenario

DAY = date(2026, 10, 20)


def ruling(one: str, other: str, payer: str = "medicare", day: date = DAY) -> tuple[str, str]:
    found = pair_apart(one, other, Scenario(payer=payer, setting="hospital_outpatient", dos=Period(day, day)))
    return found.together, found.why


@pytest.mark.parametrize("code", ["77280", "77290", "77295", "77306"])
def test_what_the_imrt_plan_contains_is_inside_on_any_date(code: str) -> None:
    """The manual bundles it on the same or another date, whichever code is named first."""
    assert "no" == ruling(code, "77301")[0]
    assert "on the same or another date" in ruling("77301", code)[1]


def test_an_edit_of_one_date_does_not_apply_to_two() -> None:
    """77263 beside 77301 has indicator 0 on one date; on two dates nothing is ruled by it."""
    together, why = ruling("77263", "77301")
    assert "no_data" == together
    assert "its edit between these two does not apply" in why


def test_a_payers_window_and_an_ended_code_are_told_first() -> None:
    """UnitedHealthcare counts 90 days; 77014 is no code of 2026; Aetna's way is not held."""
    assert "90 days before 77301" in ruling("77290", "77301", "uhc")[1]
    assert "ended on 2025-12-31" in ruling("77014", "77301")[1]
    assert "Aetna" in ruling("77263", "77301", "aetna")[1]
