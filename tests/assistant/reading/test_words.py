"""Words: slips of the finger, yes/no questions, the longest phrase."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.reading.facts import read_facts
from assistant.reading.lexicon import Lexicon
from assistant.reading.propositions import is_yes_no
from assistant.reading.spelling import corrected
from assistant.reading.text import normalise

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("written", "meant"), [("medicre", "medicare"), ("hosptial", "hospital"), ("fracton", "fraction")]
)
def test_slips_of_the_finger_are_understood(written: str, meant: str) -> None:
    """One missed or swapped letter in a word that matters is read through."""
    assert meant == corrected(written)


@pytest.mark.parametrize("word", ["modified", "stimulation", "traction", "medication", "officer", "facial", "hospice"])
def test_real_words_are_not_corrected(word: str) -> None:
    """A real word that looks like one of ours stays what it is."""
    assert word == corrected(word)


@pytest.mark.parametrize(
    ("written", "is_one"),
    [
        ("can I bill 77417 daily?", True),
        ("is it ok to bill it", True),
        ("medicare pays 77417?", True),
        ("77417 once per session, right?", True),
        ("how many 77427 can I bill?", False),
        ("which code do I use?", False),
        ("28 fx, 77427 units?", False),
        ("5 or 6 units?", False),
        ("27 fx?", False),
    ],
)
def test_yes_no_questions_are_told_from_open_ones(written: str, is_one: bool) -> None:
    """Only a question that "yes" would answer carries a proposition."""
    assert is_one == is_yes_no(written.lower())


def test_longest_phrase_wins() -> None:
    """A phrase inside a longer one is not read twice."""
    lexicon = Lexicon({"advantage": "medicare advantage", "medicare": "medicare"})
    assert ["advantage", "medicare"] == [one.value for one in lexicon.find(normalise("Medicare-Advantage, Medicare"))]


@pytest.mark.parametrize(
    ("question", "biller"),
    [
        ("hospital + employed doc, 77373 and 77435 units?", None),
        ("what do doc and facility bill for 77435?", None),
        ("our doc wants to give 8 fractions, hospital", None),
        ("does our doc bill 77427 in a hospital?", "professional"),
        ("the doc wants to bill 77427", "professional"),
    ],
)
def test_a_doctor_who_treats_or_shares_the_bill_is_no_biller(question: str, biller: str | None) -> None:
    """Who treats is not who bills, and where both bill nobody is singled out."""
    assert biller == read_facts(question, TODAY).scenario.biller


def test_may_that_allows_is_no_month() -> None:
    """A permission asked for after a dash tells no date of service."""
    asked = "77336 for an inpatient, Medicare - may the physician group bill it?"
    assert read_facts(asked, TODAY).scenario.dos is None


def test_opps_is_the_hospitals_bill() -> None:
    """OPPS pays hospitals: a question that names it asks for their bill and no physician's."""
    assert "facility" == read_facts("can we bill 77387 to OPPS 2026?", TODAY).scenario.biller
