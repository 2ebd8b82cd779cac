"""What a conversation's last question wants of the rules, and for which cases."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.asking import Case, asked_in, cases
from assistant.conversation import Conversation
from tests.assistant.asked import TODAY


def heard(*questions: str, **more: Any) -> Conversation:
    conversation = Conversation.start(TODAY, **more)
    for question in questions:
        conversation = conversation.hear(question)
    return conversation


@pytest.mark.parametrize(
    ("question", "matter"),
    [
        ("28 fx, how many 77427?", "units"),
        ("how often can I bill 77417?", "frequency"),
        ("does 77427 take modifier 26?", "modifier"),
        ("can 77301 and 77338 be billed together?", "pair"),
        ("77386 for 2/10/2026?", "validity"),
        ("what must the record show for 77387?", "documentation"),
        ("what changed for 77407 in 2026?", "what_changed"),
    ],
)
def test_the_matter_of_a_question(question: str, matter: str) -> None:
    """The rules are asked for what the question asks."""
    assert matter in asked_in(heard(question)).matters


def test_can_i_bill_it_asks_nothing_beside_a_number() -> None:
    """ "Can I bill" is in half of all questions; beside units it is no question on coverage."""
    assert "coverage" not in asked_in(heard("28 fx, how many 77427 can I bill?")).matters


def test_a_proposal_wants_yes_or_no() -> None:
    """ "Is it ok to" proposes; "how many" does not. The frequency proposed is kept."""
    proposed = asked_in(heard("is it ok to bill 77417 every session?"))
    assert proposed.yes_no and "session" == proposed.frequency
    assert not asked_in(heard("28 fx, how many 77427?")).yes_no


def test_a_source_that_is_named_is_kept() -> None:
    """ "medpayiq says so" wants to know what medpayiq says."""
    assert "medpayiq" in " ".join(asked_in(heard("can I bill 77417 every session? medpayiq says so")).attributed_to)


def test_a_course_told_by_technique_wants_all_its_codes() -> None:
    """Five fractions of SBRT: delivery, management of the course and physics, never 77427."""
    asked = asked_in(heard("SBRT lung 5 fx, how do I bill it?"))
    assert {"77373", "77435"} <= set(asked.codes)
    assert "77427" not in asked.codes


def test_one_case_has_no_name() -> None:
    """A question about one payer begins its sentences with what they say."""
    (case,) = cases(heard("28 fx, UHC, 77427 units?"))
    assert "" == case.says and "uhc" == case.scenario.payer


@pytest.mark.parametrize(
    ("question", "fact", "expected"),
    [
        ("77417 units for 30 fx, Medicare and Aetna?", "payer", {"medicare": "for Medicare", "aetna": "for Aetna"}),
        (
            "77417 units for 30 fx in the hospital or a freestanding center?", "setting",
            {"hospital_outpatient": "in the hospital outpatient department",
             "freestanding": "in an office or freestanding center"},
        ),
    ],
)  # fmt: skip
def test_two_payers_or_places_are_two_cases(question: str, fact: str, expected: dict[str, str]) -> None:
    """Each case carries its own fact, told by the question, and says whose it is."""
    told = cases(heard(question))
    assert expected == {getattr(case.scenario, fact): case.says for case in told}
    assert all("question" == case.scenario.origins[fact] for case in told)


def test_more_than_three_cases_are_not_answered_at_once() -> None:
    """An answer of five payers is read by nobody."""
    told: tuple[Case, ...] = cases(heard("77417 units for 28 fx: Medicare, UHC, Aetna, Cigna and Humana?"))
    assert 3 == len(told)
