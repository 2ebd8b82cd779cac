"""Rulings on modifiers in words: what to do first, then why."""

from __future__ import annotations

import pytest

from assistant.drafting.modifier_statements import say_modifiers
from tests.assistant.asked import decided


def said(codes: str, dos: str | None = None, **told: object) -> list[str]:
    return [one.text for one in say_modifiers(decided(codes, "modifier", dos, **told))]


@pytest.mark.parametrize("modifier", ["26", "TC"])
@pytest.mark.parametrize("code", ["77336", "77373", "77412", "77427", "77435"])
def test_one_sided_codes_take_neither(code: str, modifier: str) -> None:
    """Technical only (PC/TC 3) and professional only (PC/TC 2) codes take neither 26 nor TC."""
    assert f"Do not append {modifier} to {code}." == said(code, "2026-06-01", modifiers=(modifier,))[0]


def test_uhc_requires_26_from_its_day() -> None:
    """UnitedHealthcare requires 26 on 77387 from date of service 2026-03-01, not the day before."""
    told = {"setting": "hospital_outpatient", "payer": "uhc", "modifiers": ("26",), "biller": "professional"}
    assert "Bill 77387 with modifier 26." == said("77387", "2026-03-01", **told)[0]
    freestanding = {**told, "setting": "freestanding"}
    assert "Bill 77387 with modifier 26." == said("77387", "2026-03-01", **freestanding)[0]
    assert "Bill 77387 with modifier 26." not in said("77387", "2026-02-28", **freestanding)


def test_a_choice_is_explained_and_not_ordered() -> None:
    """In the office no authority prefers 77387 with or without 26."""
    told = said("77387", "2026-06-01", setting="freestanding", modifiers=("26",))
    assert not any(one.startswith(("Bill", "Do not")) for one in told)
    assert "no authority prefers" in " ".join(told)


def test_the_case_is_named_in_what_to_do() -> None:
    """Two payers in one question: each order says whose it is, and its reason does not say it again."""
    told = said("77387", "2026-04-15", setting="hospital_outpatient", payer="uhc", modifiers=("26",), case="for UHC")
    assert "For UHC, bill 77387 with modifier 26." == told[0]
    assert not told[1].startswith("For UHC")


def test_what_changed_is_told_for_each_stretch() -> None:
    """77417: technical only through 2025, without parts from 2026; the order is one and the same."""
    told = said("77417", modifiers=("26",))
    assert "Do not append 26 to 77417." == told[0]
    assert any(one.startswith("From 2026-01-01, 77417") and "PC/TC indicator 9" in one for one in told)
    assert any(one.startswith("Through 2025-12-31, 77417") and "technical only" in one for one in told)
    assert 1 == sum(one.startswith("Do not append") for one in told)
