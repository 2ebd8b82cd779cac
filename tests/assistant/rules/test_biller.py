"""Who bills: physician, hospital, freestanding centre."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.rules.biller import billing, side_of
from corpus.rulebook import entry

BEFORE, AFTER = date(2025, 12, 31), date(2026, 1, 1)


@pytest.mark.parametrize(("code", "day", "side"), [
    ("77427", AFTER, "professional"), ("77412", AFTER, "technical"), ("77334", AFTER, "both"),
    ("77417", BEFORE, "technical"), ("77417", AFTER, "technical"),
    ("77387", BEFORE, "professional"), ("77387", AFTER, "professional"), ("77439", AFTER, "professional"),
])  # fmt: skip
def test_what_a_code_pays_for(code: str, day: date, side: str) -> None:
    """77387 and 77439 split on paper, but their technical rows are bundled; 77417 stays technical once bundled."""
    known = entry(code)
    assert known is not None
    assert side_of(known, day)[0] == side


@pytest.mark.parametrize(("code", "day", "setting", "biller", "allowed", "system"), [
    ("77412", AFTER, "hospital_outpatient", "professional", False, "mpfs"),
    ("77412", AFTER, "hospital_outpatient", "facility", True, "opps"),
    ("77412", AFTER, "hospital_outpatient", None, True, "opps"),
    ("77412", AFTER, "freestanding", "global", True, "mpfs"),
    ("77412", AFTER, "snf", "professional", None, "mpfs"),
    ("77427", AFTER, "hospital_outpatient", "facility", False, "opps"),
    ("77427", AFTER, "hospital_outpatient", None, True, "mpfs"),
    ("77427", AFTER, "snf", "facility", False, None),
    ("77435", AFTER, "hospital_outpatient", "facility", True, "opps"),
    ("77334", AFTER, "hospital_outpatient", "global", False, "mpfs"),
    ("77387", BEFORE, "hospital_outpatient", None, True, "opps"),
    ("77387", AFTER, "hospital_outpatient", None, True, "mpfs"),
    ("77412", AFTER, "hospital_inpatient", "facility", None, None),
])  # fmt: skip
def test_who_may_bill(
    code: str, day: date, setting: str, biller: str | None, allowed: bool | None, system: str | None
) -> None:
    said = billing(code, day, setting, biller)
    assert (said.allowed, said.system) == (allowed, system), said.why


def test_the_physician_in_a_hospital_is_priced_by_the_26_row() -> None:
    assert billing("77334", AFTER, "hospital_outpatient", "professional").row == "26"
    assert billing("77427", AFTER, "hospital_outpatient", "professional").row == "none"
