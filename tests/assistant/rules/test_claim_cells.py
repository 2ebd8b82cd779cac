"""Cells as files hold them."""

from __future__ import annotations

import pytest

from assistant.rules.claim_cells import cell, fractions_in, whole


@pytest.mark.parametrize(("text", "number"), [
    ("1", 1), (" 2 ", 2), ("3.0", 3), ("1.5", None), ("x", None), ("nan", None), ("inf", None), ("1e12", None),
    ("-1", -1),
])  # fmt: skip
def test_whole_numbers(text: str, number: int | None) -> None:
    assert whole(text) == number


@pytest.mark.parametrize("text", ["27.5", "0", "4000", "x", "nan", "inf"])
def test_impossible_fractions_are_named(text: str) -> None:
    missing: list[str] = []
    assert fractions_in(text, missing) is None
    assert "fractions_delivered" in missing[0]


def test_other_column_names_are_understood() -> None:
    assert cell({"dos": "2026-03-05"}, "dos_from") == "2026-03-05"
    assert cell({"dos_from": None}, "dos_from") == ""
