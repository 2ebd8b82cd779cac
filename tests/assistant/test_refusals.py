"""Questions that get a clear sentence instead of coding advice."""

from __future__ import annotations

import pytest

from assistant.conversation import Conversation
from assistant.refusals import MOST_CHARACTERS, after_reading, before_reading, nothing_known, nothing_verified
from tests.assistant.asked import TODAY


def heard(question: str) -> Conversation:
    return Conversation.start(TODAY).hear(question)


@pytest.mark.parametrize("question", ["", "   ", "\n\t"])
def test_an_empty_question_gets_an_example(question: str) -> None:
    """What to type, instead of an error."""
    refused = before_reading(question)
    assert refused is not None and "needs_facts" == refused.status
    assert "for example" in refused.text


def test_a_page_of_text_is_sent_to_verify() -> None:
    """At the limit a question is read, beyond it the answer says where such a text belongs."""
    assert before_reading("x" * MOST_CHARACTERS) is None
    refused = before_reading("x" * (MOST_CHARACTERS + 1))
    assert refused is not None and "secondcheck verify" in refused.text


@pytest.mark.parametrize(
    ("question", "status", "asks"),
    [
        ("-3 fractions 77427", "needs_facts", ("fractions",)),
        ("4000 fractions 77427", "needs_facts", ("fractions",)),
        ("77427 on 2/30/2026", "needs_facts", ("date_of_service",)),
        ("77418 units for 28 fx", "needs_facts", ("code",)),
        ("best pizza in town", "out_of_scope", ()),
        ("what does Medicare pay for 99213 beside radiation", "out_of_scope", ()),
    ],
)
def test_what_a_question_rules_out_itself(question: str, status: str, asks: tuple[str, ...]) -> None:
    """Impossible facts, unknown codes, other fields and prices: the reason, and what is needed instead."""
    refused = after_reading(heard(question))
    assert refused is not None
    assert (status, asks) == (refused.status, refused.asks)


def test_a_code_is_never_silently_corrected() -> None:
    """77147 may be 77417: the answer asks, and asks once."""
    refused = after_reading(heard("77147 units for 28 fx"))
    assert refused is not None
    assert "77417" in refused.text
    assert 1 == refused.text.count("?")


@pytest.mark.parametrize("question", ["28 fx, 77427?", "77386 for 2/10/2026?", "is 77417 bundled?"])
def test_an_ordinary_question_is_not_refused(question: str) -> None:
    """Nothing stands against an answer."""
    assert after_reading(heard(question)) is None


def test_not_covered_names_the_code_and_what_is_covered() -> None:
    """Neither rule nor passage: that is said, with what the program is for."""
    refused = nothing_known(heard("why was 77427 denied?"))
    assert "not_covered" == refused.status
    assert "77427" in refused.text and "covers" in refused.text


def test_a_number_without_a_code_asks_for_the_code() -> None:
    """ "How many units for 28 fractions" is a question of this field that lacks one fact."""
    refused = nothing_known(heard("how many units for 28 fractions?"))
    assert ("needs_facts", ("code",)) == (refused.status, refused.asks)


def test_nothing_verified_is_not_covered() -> None:
    """A draft of which nothing could be shown leaves no empty answer behind."""
    assert "not_covered" == nothing_verified().status
    assert "verified" in nothing_verified().text
