"""Levels told by their number."""

from datetime import date

import pytest

from assistant.checking.gate import check
from assistant.checking.levels_told import disagrees
from assistant.reading.facts import read_facts

TODAY = date(2026, 11, 22)
CASE = "IMRT, one isocenter, daily CBCT, no gating, Medicare 2026: which level?"


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("2-d photons are level 2, hence 77402", True),
        ("2-d photons are level 1, hence 77402", False),
        ("use 77407, or 77412 if a level 2 criterion is met", True),
        ("use 77407, or 77412 if a level 3 criterion is met", False),
        ("a level 4 criterion", True),
        ("level 2, not 77412", False),
        ("77402, 77407 and 77412 are levels 1, 2 and 3", False),
        ("77427 is weekly", False),
    ],
)
def test_a_level_agrees_with_the_code_beside_it(said: str, wrong: bool) -> None:
    """One level and one code are of each other, unless they are set against each other."""
    assert wrong is disagrees(said)


@pytest.mark.parametrize(
    ("answer", "fate"),
    [
        ("Level 2, because one isocenter is treated.", "shown"),
        ("Level 3, because CBCT is done every day.", "corrected"),
        ("Level 3.", "corrected"),
    ],
)
def test_a_level_that_answers_is_that_of_the_case(answer: str, fate: str) -> None:
    """A level given as the answer chooses its code, whatever reason stands beside it."""
    heard = read_facts(CASE, TODAY)
    assert fate == check(answer, heard.scenario, CASE, heard.proposition, today=TODAY).sentences[0].fate
