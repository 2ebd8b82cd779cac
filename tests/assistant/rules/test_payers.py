"""Whose rules bind a payer."""

from __future__ import annotations

import pytest

from assistant.rules import payers


@pytest.mark.parametrize(("payer", "order"), [
    (None, ("medicare", "any")),
    ("medicare_advantage", ("medicare_advantage", "medicare", "any")),
    ("aetna", ("aetna", "any")),
    ("bcbs:tx", ("bcbs:tx", "bcbs", "any")),
    ("medicaid", ("medicaid", "any")),
])  # fmt: skip
def test_the_most_particular_rule_first(payer: str | None, order: tuple[str, ...]) -> None:
    """Medicare's rule is never among a commercial payer's."""
    assert payers.order(payer) == order


def test_medicares_status_binds_medicare_only() -> None:
    bound = {payer for payer in (*payers.NAMES, "bcbs:tx") if payers.is_medicare(payer)}
    assert bound == {"medicare", "medicare_advantage"}


def test_names_inside_a_sentence() -> None:
    assert payers.name("uhc") == "UnitedHealthcare"
    assert "(TX)" in payers.name("bcbs:tx")
    assert payers.caution("medicare_advantage")
    assert not payers.caution("medicare")
