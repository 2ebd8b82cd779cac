"""The global period of a code in words."""

from __future__ import annotations

import pytest

from assistant.drafting.global_day_statements import say_global_days
from tests.assistant.asked import composed, decided


@pytest.mark.parametrize(
    ("code", "says"),
    [("77763", "of 90 days (090)"), ("77778", "of its own day only (000)"), ("77427", "has no global period (XXX)")],
)
def test_the_global_period_is_told_where_it_is_asked(code: str, says: str) -> None:
    """And nothing beside it; who does not ask is not told."""
    asked = decided(code, "", "2026-06-01", of_global_days=True)
    assert says in composed(asked)
    assert 1 == composed(asked).count(code)
    assert [] == list(say_global_days(decided(code, "definition", "2026-06-01")))
