"""Words of claim files."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.rules import claim_words


@pytest.mark.parametrize(("text", "payer"), [
    ("medicare", "medicare"), ("Medicare", "medicare"), ("UnitedHealthcare", "uhc"), ("UHC", "uhc"), ("AETNA", "aetna"),
    ("medicare_advantage", "medicare_advantage"), ("Martian Mutual", None),
])  # fmt: skip
def test_payers(text: str, payer: str | None) -> None:
    assert claim_words.payer(text) == payer


@pytest.mark.parametrize(("text", "setting"), [
    ("office", "office"), ("hospital outpatient (POS 22)", "hospital_outpatient"), ("11", "office"), ("moon", None),
])  # fmt: skip
def test_settings(text: str, setting: str | None) -> None:
    assert claim_words.setting(text) == setting


@pytest.mark.parametrize("text", ["2026-03-05", "03/05/2026", "3/5/2026", "20260305", "03/05/26"])
def test_dates(text: str) -> None:
    assert claim_words.day(text) == date(2026, 3, 5)


@pytest.mark.parametrize("text", ["", "2026-02-30", "soon", "2026"])
def test_what_is_no_date(text: str) -> None:
    assert claim_words.day(text) is None
