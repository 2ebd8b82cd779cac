"""Ties between codes as the rule book holds them, beside NCCI's tables."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.rules.ties import tie_between

DAY = date(2026, 3, 2)


@pytest.mark.parametrize(("a", "b", "payer", "together"), [
    ("77435", "77427", None, "no"), ("77427", "77435", None, "no"), ("77431", "77427", "aetna", "no"),
    ("77293", "77301", None, "yes"), ("77306", "77300", None, "no"), ("77301", "77290", None, "no"),
    ("77301", "77290", "aetna", None), ("77412", "77427", None, None), ("99213", "77427", None, None),
])  # fmt: skip
def test_a_tie_binds_in_both_directions(a: str, b: str, payer: str | None, together: str | None) -> None:
    """What CMS or NCCI alone says binds Medicare alone."""
    tie = tie_between(a, b, DAY, payer)
    assert (tie.together if tie else None) == together


def test_the_containing_code_pays() -> None:
    for a, b in (("77306", "77300"), ("77300", "77306")):
        tie = tie_between(a, b, DAY, None)
        assert tie is not None
        assert tie.codes == ("77306", "77300")
