"""What the reader is told about how the question was understood."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.conversation import Conversation
from assistant.pointing_out import pointed_out
from tests.assistant.asked import TODAY


def told(*questions: str, **more: Any) -> list[str]:
    conversation = Conversation.start(TODAY, **more)
    for question in questions:
        conversation = conversation.hear(question)
    return list(pointed_out(conversation))


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"payer": "medicare"}, "The question overrules the payer given beside it: UnitedHealthcare, not Medicare."),
        ({"fractions": 30}, "The question overrules the fractions given beside it: 28, not 30."),
        (
            {"setting": "freestanding"},
            "The question overrules the setting given beside it: in the hospital outpatient department, "
            "not in an office or freestanding center.",
        ),
    ],
)
def test_a_default_that_the_question_overrules_is_said(facts: dict[str, Any], said: str) -> None:
    """A form said one thing, the question another: the question wins and the answer says so."""
    assert [said] == told("28 fx, hospital outpatient, UHC, 77427 units?", facts=facts)


def test_a_default_that_agrees_is_not_mentioned() -> None:
    """Nothing was overruled."""
    assert [] == told("28 fx, UHC, 77427 units?", facts={"payer": "uhc", "setting": "freestanding"})


def test_a_correction_overrules_the_question_without_a_word() -> None:
    """The user edited it by hand and knows."""
    assert [] == told("28 fx, 77427 units?", facts={"fractions": 30}, corrections={"fractions": 23})


def test_a_fact_that_was_not_understood_is_said() -> None:
    """A fact that is left out silently would be taken for used."""
    (said,) = told("28 fx, 77427 units?", facts={"payer": "blorg"})
    assert "blorg" in said and "not understood as payer" in said


def test_two_totals_that_cannot_both_be_are_said() -> None:
    """30 fractions, later 28 in total: the answer takes the later and says so."""
    (said,) = told("30 fractions, 77427 units?", "The course was 28 fractions in total.")
    assert "Earlier it was 30 fractions, now 28" in said
