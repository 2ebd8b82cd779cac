"""The fractions after which units fall due."""

from __future__ import annotations

import pytest

from assistant.rules.charges import due_fractions
from tests.assistant.rules.told import ruling


@pytest.mark.parametrize(("code", "fractions", "due"), [
    ("77427", 28, (5, 10, 15, 20, 25, 28)),
    ("77427", 27, (5, 10, 15, 20, 25)),
    ("77427", 3, (3,)),
    ("77336", 28, (5, 10, 15, 20, 25)),
    ("77336", 4, (4,)),
    ("77431", 2, (2,)),
    ("77435", 5, (5,)),
    ("77373", 3, (1, 2, 3)),
])  # fmt: skip
def test_due(code: str, fractions: int, due: tuple[int, ...]) -> None:
    said = ruling(code, "2026-03-02", setting="freestanding", fractions=fractions)
    assert due_fractions(said, list(range(1, fractions + 1))) == due


def test_sets_are_counted_inside_their_own_period() -> None:
    """A code whose rules begin at fraction 11 has its first set full at fraction 15."""
    said = ruling("77336", "2026-03-02", setting="freestanding", fractions=10)
    assert due_fractions(said, list(range(11, 21))) == (15, 20)
