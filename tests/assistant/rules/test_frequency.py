"""What one unit covers, as texts say it."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.rules.frequency import canonical, frequency
from tests.assistant.rules.told import scenario

OFFICE_2025: dict[str, Any] = {"dos": "2025-12-31", "setting": "office"}
OFFICE_2026: dict[str, Any] = {"dos": "2026-01-01", "setting": "office"}


@pytest.mark.parametrize(("code", "said", "facts", "verdict"), [
    ("77417", "5 fractions", OFFICE_2025, "pass"),
    ("77417", "week", OFFICE_2025, "pass"),
    ("77417", "session", OFFICE_2025, "fail"),
    ("77417", "image", OFFICE_2025, "fail"),
    ("77417", "gantry angle", OFFICE_2025, "fail"),
    ("77417", "5 fractions", OFFICE_2026, "fail"),
    ("77417", "5 fractions", {**OFFICE_2025, "setting": "hospital_outpatient"}, "fail"),
    ("77417", "session", {**OFFICE_2025, "payer": "aetna"}, "no_data"),
    ("77427", "calendar week", OFFICE_2026, "fail"),
    ("77427", "5 fractions", {**OFFICE_2026, "payer": "aetna"}, "pass"),
    ("77336", "five fractions", OFFICE_2026, "pass"),
    ("77387", "session", OFFICE_2026, "pass"),
    ("77387", "week", OFFICE_2026, "fail"),
    ("77387", "day", OFFICE_2026, "pass"),
    ("77387", "day", {**OFFICE_2026, "schedule": "bid"}, "fail"),
    ("77439", "treatment", OFFICE_2026, "fail"),
    ("77435", "course", OFFICE_2026, "pass"),
    ("77386", "session", OFFICE_2026, "fail"),
])  # fmt: skip
def test_a_frequency_is_judged(code: str, said: str, facts: dict[str, Any], verdict: str) -> None:
    found = frequency(code, said, scenario(**facts))
    assert found.verdict == verdict, found.why


@pytest.mark.parametrize(("said", "thing"), [
    ("per week", "5 fractions"), ("every fraction", "session"), ("once per course", "course"), ("Sessions", "session"),
])  # fmt: skip
def test_one_word_for_one_thing(said: str, thing: str) -> None:
    assert canonical(said) == thing
