"""What a conversation's last question wants of the rules, and for which cases."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.asking import asked_in
from assistant.cases import Case, cases
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


def test_letters_and_numbers_are_explained_where_they_are_the_question() -> None:
    """ "Status B" alone; beside a code only when its meaning is asked, and in a denial the reason stays beside it."""
    assert {"indicator"} == asked_in(heard("what does status B mean")).matters
    assert {"indicator"} == asked_in(heard("what does PC/TC indicator 3 mean for 77412")).matters
    denied = asked_in(heard("77427 denied CO-97 with 77412, what do I do"))
    assert "denial" in denied.matters and [("reason", "97")] == [tuple(one) for one in denied.indicators]


def test_authorization_is_a_matter_of_its_own() -> None:
    """Neither payment nor a delivery level is meant, also not in "old codes, still good?"."""
    assert {"authorization"} == asked_in(heard("does humana want prior auth for 77412")).matters - {"definition"}
    old = asked_in(heard("uhc prior auth approved before 2026 for old codes, still good?"))
    assert {"authorization"} == old.matters


def test_no_level_is_worked_out_for_what_is_no_treatment() -> None:
    """A question for a code that names neither code, technique nor treatment."""
    assert "which_code" not in asked_in(heard("what code for parking")).matters
    assert "which_code" in asked_in(heard("whole brain, two fields, which level code")).matters


def test_a_kind_of_treatment_brings_its_codes_to_what_changed() -> None:
    """Superficial treatment: its ended and its new codes, and nothing of delivery."""
    asked = asked_in(heard("new codes for superficial radiation 2026"))
    assert {"77401", "77436", "77437", "77438", "77439"} == set(asked.codes)
    assert {"what_changed"} == asked.matters


def test_a_note_every_week_is_no_frequency_of_billing() -> None:
    """The record is asked, and no yes or no to how often a unit is billed."""
    assert {"documentation"} == asked_in(heard("does 77427 need a note every week")).matters


def test_a_question_in_no_words_we_know_is_marked_as_guessed() -> None:
    """What the code is, is then only the best guess; modifiers and payers make better ones."""
    assert asked_in(heard("77427 hm")).guessed
    assert {"coverage"} == asked_in(heard("77387 aetna")).matters
    assert not asked_in(heard("what is 77427")).guessed


@pytest.mark.parametrize(
    "question",
    [
        "does the hospital get paid for 77435 under OPPS 2026?",
        "does Medicare pay the hospital for 77439 in 2026?",
        "should the hospital bill 77435 and will it be paid? Medicare 2026",
        "hospital payment for 77470 2026",
        "Does the hospital get anything for 77387 in 2026?",
    ],
)
def test_a_hospital_asks_for_its_own_payment(question: str) -> None:
    """Who may bill is not the question: the payment of the hospital's own bill is."""
    conversation = heard(question)
    asked = asked_in(conversation)
    assert "facility" == conversation.scenario.biller
    assert "coverage" in asked.matters
    assert not asked.matters & {"who_bills", "validity", "definition"}


def test_units_of_one_day_need_no_course() -> None:
    """ "77412 x 2 on 4/3/2026" is about that day; "77427 x 6" is about a course."""
    assert asked_in(heard("77412 x 2 on 4/3/2026")).of_one_date
    assert not asked_in(heard("77427 x 6 Medicare 2026")).of_one_date
