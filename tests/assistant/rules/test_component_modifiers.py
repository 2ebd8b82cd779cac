"""26 and TC by component, row, setting and biller."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

import pytest

from assistant.rules.component_modifiers import component_modifier, no_modifier
from corpus.rulebook import entry
from tests.assistant.rules.told import scenario

BEFORE, AFTER = date(2025, 12, 31), date(2026, 1, 1)
PHYSICIAN = {"setting": "hospital_outpatient", "biller": "professional"}
HOSPITAL = {"setting": "hospital_outpatient", "biller": "facility"}


@pytest.mark.parametrize(("code", "modifier", "day", "facts", "allowed", "required"), [
    ("77014", "26", BEFORE, PHYSICIAN, True, True),
    ("77014", "26", BEFORE, {"setting": "office"}, True, False),
    ("77014", "TC", BEFORE, {"setting": "office"}, True, False),
    ("77014", "TC", BEFORE, PHYSICIAN, False, False),
    ("77014", "TC", BEFORE, HOSPITAL, None, False),
    ("77014", "26", BEFORE, HOSPITAL, False, False),
    ("77387", "26", BEFORE, {"payer": "aetna"}, None, False),
    ("77417", "26", AFTER, {"payer": "aetna"}, False, False),
    ("77439", "TC", AFTER, {"setting": "office"}, False, False),
    ("77439", "26", AFTER, PHYSICIAN, True, True),
    ("77436", "TC", AFTER, {"setting": "office"}, True, False),
    ("77469", "26", AFTER, PHYSICIAN, False, False),
    ("G0340", "26", AFTER, {"setting": "office"}, None, False),
])  # fmt: skip
def test_the_modifier(
    code: str, modifier: Literal["26", "TC"], day: date, facts: dict[str, Any], allowed: bool | None, required: bool
) -> None:
    known = entry(code)
    assert known is not None
    told = component_modifier(known, modifier, day, scenario(**facts))
    assert (told.allowed, told.required) == (allowed, required), told.why


def test_standing_alone() -> None:
    """No modifier is right unless 26 is required, and unknown where 26 is."""
    guidance = entry("77387")
    assert guidance is not None
    assert no_modifier(guidance, AFTER, scenario(**PHYSICIAN)).allowed is False
    assert no_modifier(guidance, AFTER, scenario(setting="office")).allowed is True
    assert no_modifier(guidance, AFTER, scenario(payer="aetna")).allowed is None
