"""Medicare's limit of a date, told beside a count."""

from __future__ import annotations

import pytest

from tests.assistant.rules.told import ruling


@pytest.mark.parametrize(("code", "facts", "says"), [
    ("77387", {"setting": "office"}, True),
    ("77412", {"setting": "office"}, False),
    ("77387", {"setting": "office", "payer": "uhc"}, False),
])  # fmt: skip
def test_two_a_day_that_stop_at_the_limit(code: str, facts: dict[str, str], says: bool) -> None:
    said = ruling(code, "2026-05-04", fractions=60, schedule="bid", **facts)
    assert said.units == 60
    assert ("limit is 1 on one date" in said.stop) is says
    assert any("mue" in one.source for one in said.references) is says


def test_the_limit_beside_what_fractions_cannot_count() -> None:
    assert "limit is 10 on one date" in ruling("77300", "2026-05-04", fractions=28, setting="office").why
    assert "limit" not in ruling("77300", "2026-05-04", fractions=28, payer="aetna").why
