"""What a code is said to be."""

from datetime import date

import pytest

from assistant.checking.gate import check
from assistant.scenario import Scenario

TODAY = date(2026, 11, 22)


def fate(text: str) -> str:
    """What becomes of one sentence that nobody asked for."""
    (one,) = check(text, Scenario(), today=TODAY).sentences
    return one.fate


@pytest.mark.parametrize(
    "text",
    [
        "77301 is the IMRT plan.",
        "77427 is the code for weekly treatment management by the physician.",
        "77435 is for management of the whole SBRT course.",
        "77373 and 77435 are the codes for SBRT.",
        "77439 is an add-on code.",
        "77436 is a real code now.",
    ],
)
def test_the_rule_books_own_words_define(text: str) -> None:
    """A definition in words that the rule book has for the code is shown while the code is valid."""
    assert fate(text) == "shown"


@pytest.mark.parametrize(
    "text",
    [
        "The correct code for a dosimetry order is 77014.",
        "G6015 is a Medicare code for tracking, which ended on December 31, 2025.",
        "77427 is for port films.",
        "77427 is an add-on code.",
        "77385 is the IMRT delivery code now.",
        "77014-26 bills for the physician's work and the technical narrative.",
        "The code 77300-TC is used in a freestanding center for the reading.",
    ],
)
def test_other_words_do_not(text: str) -> None:
    """A code described as something it is not never reaches the screen as it was written."""
    assert fate(text) != "shown"
