"""Questions for amounts of money: none is held, and how the code is paid is still told."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.drafting.amount_statements import NO_AMOUNTS
from tests.assistant.asked import TODAY, composed, decided


@pytest.mark.parametrize(
    ("codes", "told", "expected"),
    [
        ("77407", {"setting": "freestanding"}, "status A, paid separately"),
        ("77523", {"setting": "freestanding"}, "the contractor sets the price"),
        ("77417", {"setting": "office"}, "status B, bundled"),
        ("77293", {"setting": "hospital_outpatient"}, "status N, packaged"),
        ("77436", {"setting": "hospital_outpatient"}, "status Q1"),
    ],
)
def test_the_status_follows_that_no_amount_is_held(codes: str, told: dict[str, str], expected: str) -> None:
    """First what is not covered, then what is held of the payment on the day."""
    text = composed(decided(codes, "coverage", "2026-06-01", of_amount=True, **told))
    assert text.startswith(NO_AMOUNTS)
    assert expected in text
    assert "$" not in text


@pytest.mark.parametrize(
    "question",
    [
        "77427 national amount 2025 vs 2026",
        "rate for 77373 in our hospital 2026?",
        "77407 hospital vs freestanding medicare 2026 $$",
        "Manhattan locality, 77407 office non QP amount?",
        "what would Aetna pay for 77417",
        "what's 77523 paid in a freestanding center",
    ],
)
def test_an_amount_is_out_of_scope_and_no_advice(question: str) -> None:
    """The status of the answer says so, and no row speaks for the code."""
    answer = Assistant().ask(question, today=TODAY)
    assert "out_of_scope" == answer.status
    assert answer.text.startswith(NO_AMOUNTS)
    assert not (answer.units or answer.modifiers or answer.pairs or answer.codes or answer.asks)


def test_the_apc_belongs_to_the_hospital() -> None:
    """An office has none; beside it the payment class of the hospital would be another's."""
    hospital = composed(decided("77407", "coverage", "2026-06-01", of_apcs=True, setting="hospital_outpatient"))
    office = composed(decided("77407", "coverage", "2026-06-01", of_apcs=True, setting="office"))
    assert "APC 5622" in hospital
    assert "APC" not in office
