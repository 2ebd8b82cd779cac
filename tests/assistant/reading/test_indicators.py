"""Letters and numbers of CMS files in a question, and neighbours that are none."""

from __future__ import annotations

import pytest

from assistant.reading.indicators import read_indicators
from assistant.reading.text import normalise


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("what does status B mean", [("mpfs", "B"), ("opps", "B")]),
        ("status N opps meaning", [("opps", "N")]),
        ("opps status B vs mpfs status B", [("opps", "B"), ("mpfs", "B")]),
        ("status I on the fee schedule", [("mpfs", "I")]),
        ("what does status indicator Q1 mean", [("opps", "Q1")]),
        ("pc tc indicator 2 means", [("pc_tc", "2")]),
        ("PC/TC 3?", [("pc_tc", "3")]),
        ("MAI 2 mue meaning", [("mai", "2")]),
        ("what is NCCI indicator 9", [("pair", "9")]),
        ("denied CO-97, now what", [("reason", "97")]),
        ("77301 denied not medically necessary", [("reason", "50")]),
        ("denied, no prior auth", [("reason", "197")]),
        ("77412 denied for place of service", [("reason", "5")]),
    ],
)
def test_they_are_read_as_coders_write_them(question: str, read: list[tuple[str, str]]) -> None:
    """With their system where it is named, in both where it is not."""
    assert read == [tuple(one) for one in read_indicators(normalise(question))]


@pytest.mark.parametrize(
    "question",
    [
        "what is the status a patient needs",
        "patient status i saw",
        "26 on 77427",
        "MAI of 10",
        "CO-9999",
        "is it medically necessary",
        "status Z",
    ],
)
def test_neighbours_are_left_alone(question: str) -> None:
    """Words, other numbers and letters that no file of ours explains."""
    assert () == read_indicators(normalise(question))
