"""The words that ask for an amount of money, and neighbours that ask whether something is paid at all."""

from __future__ import annotations

import pytest

from assistant.reading.amounts import PRICE, asks_an_amount


@pytest.mark.parametrize(
    "question",
    [
        "what was the national opps payment for 77412 in 2025",
        "could you tell me what medicare pays a freestanding center nationally for 77407",
        "77407 hospital vs freestanding $$",
        "77301-26 medicare national for 2026",
        "manhattan locality 2026, 77407 office",
        "opps 77436 2026 payment, apc?",
        "qp doc, 77427 2026?",
        "what should the mpfs amount be?",
        "medicaid of ohio rate for 77412 2026 please",
        "what is the payment for 77338 in an office",
        "77372 reimbursement?",
        "which pays more, 77412 hospital or office",
        "whats 77301 worth",
        "budgeting 77373 next year",
        "what do we get paid for 77301-26",
        "srs linac 77372 hospital payment 2026",
    ],
)
def test_an_amount_is_asked(question: str) -> None:
    """However it is put: a rate, a locality, QP, dollars, a budget."""
    assert PRICE.search(question)


@pytest.mark.parametrize(
    "question",
    [
        "is 77417 paid separately in 2026",
        "does the hospital get paid for 77293",
        "opps payment status of 77338",
        "high dose rate 77770 2026 units",
        "is there separate payment for 77417",
        "medicare payment policy for 77387",
        "how is 77523 priced",
        "what is the reason 77417 is not paid",
        "28 fractions at a rate of 5 a week, 77427 units?",
        "fee schedule status of 77301",
        "what does medicare pay separately beside 77301",
        "who gets paid for 77387",
        "amount of units for 77300",
        "77417 denied, worth appealing?",
        "77014 rate of use",
    ],
)
def test_whether_it_is_paid_asks_for_no_amount(question: str) -> None:
    """Status, packaging and the price set by a contractor are answered from the rule book."""
    assert not PRICE.search(question)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("how much 77336 for 30 fx", False),
        ("28 fx 77427 units, qp doc", False),
        ("budget 28 fractions 77427 count", False),
        ("what does medicare pay for 30 fx imrt", True),
        ("77427 $$ for 30 fractions", True),
    ],
)
def test_beside_fractions_only_money_asks_for_an_amount(question: str, expected: bool) -> None:
    """A count stays a count, whoever is named beside it."""
    assert expected == asks_an_amount(question, counts_fractions=True)
