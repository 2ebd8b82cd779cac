"""Medically unlikely edits: by table, release and adjudication."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.rules.limits import exceeds, limit, table_of
from tests.assistant.rules.told import scenario


@pytest.mark.parametrize(("code", "day", "table", "units"), [
    ("77427", date(2026, 4, 1), "practitioner", 1),
    ("77300", date(2026, 4, 1), "practitioner", 10),
    ("77387", date(2026, 4, 1), "practitioner", 1),
    ("77387", date(2026, 10, 1), "hospital", 2),
    ("77412", date(2026, 10, 1), "hospital", 2),
    ("77427", date(2024, 6, 30), "practitioner", None),
    ("77427", date(2024, 7, 1), "practitioner", 1),
    ("77385", date(2024, 7, 1), "hospital", 2),
    ("77385", date(2024, 10, 1), "hospital", None),
    ("99213", date(2026, 4, 1), "practitioner", None),
])  # fmt: skip
def test_the_limit_of_the_release_in_force(code: str, day: date, table: str, units: int | None) -> None:
    held = limit(code, day, table)
    assert (held.units if held else None) == units


def test_an_absolute_limit_says_that_nothing_lifts_it() -> None:
    found = exceeds("77427", 2, date(2026, 4, 1), "practitioner")
    assert (found.verdict, found.reason) == ("fail", "mue")
    assert "absolute" in found.why


def test_a_clinical_limit_can_be_argued() -> None:
    assert exceeds("77300", 10, date(2026, 4, 1), "practitioner").verdict == "pass"
    found = exceeds("77300", 11, date(2026, 4, 1), "practitioner")
    assert found.verdict == "fail"
    assert "records" in found.why


def test_no_release_no_verdict() -> None:
    assert exceeds("77300", 99, date(2023, 4, 1), "practitioner").verdict == "no_data"


@pytest.mark.parametrize(("facts", "table"), [
    ({}, "practitioner"), ({"setting": "office"}, "practitioner"), ({"biller": "facility"}, "hospital"),
    ({"setting": "hospital_outpatient"}, "hospital"),
    ({"setting": "hospital_outpatient", "biller": "professional"}, "practitioner"),
    ({"setting": "office", "biller": "facility"}, "practitioner"),
])  # fmt: skip
def test_the_table_goes_by_the_bill(facts: dict[str, str], table: str) -> None:
    assert table_of(scenario(**facts)) == table
