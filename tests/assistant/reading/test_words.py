"""Words: slips of the finger, yes/no questions, the longest phrase."""

from __future__ import annotations

import pytest

from assistant.reading.lexicon import Lexicon
from assistant.reading.propositions import is_yes_no
from assistant.reading.spelling import corrected
from assistant.reading.text import normalise


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
