"""59, X{EPSU}, 76 and 77."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from assistant.rules.pair_modifiers import distinct, repeated
from corpus.rulebook import entry
from tests.assistant.rules.told import scenario

HELD = date(2024, 8, 1)


@pytest.mark.parametrize(("code", "facts", "allowed"), [
    ("77334", {"codes": ("77334", "77338")}, True),
    ("77417", {"codes": ("77417", "77301")}, False),
    ("77417", {"codes": ("77417", "77412")}, None),
    ("77334", {}, None),
    ("77334", {"codes": ("77334", "77338"), "payer": "aetna"}, None),
])  # fmt: skip
def test_a_distinct_service_needs_an_edit_to_open(code: str, facts: dict[str, Any], allowed: bool | None) -> None:
    known = entry(code)
    assert known is not None
    assert distinct(known, "59", HELD, scenario(**facts)).allowed is allowed


@pytest.mark.parametrize(("code", "day", "allowed"), [
    ("77427", HELD, False), ("77336", HELD, False), ("77280", HELD, None), ("77427", date(2023, 8, 1), None),
])  # fmt: skip
def test_a_repeat_never_lifts_an_absolute_limit(code: str, day: date, allowed: bool | None) -> None:
    known = entry(code)
    assert known is not None
    assert repeated(known, "76", day, scenario()).allowed is allowed
