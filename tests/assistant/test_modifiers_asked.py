"""What a question about modifiers, visits and billers wants of the rules."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.asking import asked_in
from assistant.conversation import Conversation
from assistant.decision import Asked

TODAY = date(2026, 11, 22)


def asked(question: str) -> Asked:
    return asked_in(Conversation.start(TODAY).hear(question))


@pytest.mark.parametrize(
    "question",
    [
        "Second LDR insertion 77763 planned 3 weeks later, modifier?",
        "77750 staged second instillation, which modifier",
        "next tandem insertion 77762 same doc, modifier?",
    ],
)
def test_a_further_step_inside_a_global_period_asks_for_58(question: str) -> None:
    """Where no modifier is named and the code has a period of days."""
    assert ("58",) == asked(question).modifiers


@pytest.mark.parametrize("question", ["77427 second course, modifier?", "77373 planned for monday, modifier?"])
def test_without_a_global_period_no_58_is_meant(question: str) -> None:
    """77427 and 77373 have none (XXX)."""
    assert () == asked(question).modifiers


@pytest.mark.parametrize(
    ("question", "alone"),
    [
        ("is the E/M during week 3 billable?", True),
        ("can we bill an office visit while on treatment", True),
        ("office visit same day as 77290, ok?", False),
        ("99213-25 with 77437", False),
        ("weekly on-treatment visit 77427, units for 28 fx", None),
    ],
)
def test_a_visit_is_heard_by_code_and_by_name(question: str, alone: bool | None) -> None:
    """Alone it is asked what it was for; the on-treatment visit is no visit of its own."""
    told = asked(question)
    assert (alone is not None) == told.of_visit
    assert bool(alone) == (told.matters == {"visit"})


@pytest.mark.parametrize(
    "question",
    ["77334 denied with 77338, which line gets the 59 modifier", "77280-59 and 77290", "XS on 77334 w/ 77338?"],
)
def test_59_asks_for_the_pair_it_is_to_open(question: str) -> None:
    """Two codes and 59: the pair decides."""
    assert "pair" in asked(question).matters


@pytest.mark.parametrize(
    "question",
    ["who bills 77336 in the hospital, and does the doc put 26 on it?", "hospital doc 77301, 77300 x8, modifiers?"],
)
def test_an_open_question_wants_no_yes_or_no(question: str) -> None:
    """ "Who" and "modifiers?" are answered with a name."""
    assert not asked(question).yes_no


def test_both_sides_of_a_treatment_mean_its_delivery() -> None:
    """Modifier 50 without a code."""
    assert ("77402", "77407", "77412") == asked("can we use modifier 50 for bilateral breast radiation").codes


def test_an_invalid_modifier_makes_no_code_invalid() -> None:
    """ "Denied, invalid modifier" asks what to do with 26."""
    assert "validity" not in asked("plan denied 77387-26 as invalid modifier").matters


@pytest.mark.parametrize(
    "question", ["what modifier for second HDR 77771 same day", "77280 again same day, which mod?"]
)
def test_a_repeat_of_one_day_asks_for_76(question: str) -> None:
    """One code, twice on a date."""
    assert ("76",) == asked(question).modifiers


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("can we bill 77427 under the NP", True),
        ("does medicare pay 77427 to a PA", True),
        ("can two physicians bill 77427 the same week", False),
        ("practitioner table pair 77301 77334", False),
    ],
)
def test_staff_is_heard_where_it_is_named(question: str, expected: bool) -> None:
    """A nurse practitioner or an assistant; a practitioner table is neither."""
    assert expected == asked(question).of_staff


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("is the E/M during week 3 billable?", {"visit"}),
        ("E/M for nausea in week 4, separately billable?", set()),
        ("can I bill 99212 for the weekly check", set()),
    ],
)
def test_what_a_visit_was_for_is_asked_only_where_it_is_not_told(question: str, expected: set[str]) -> None:
    """The point on visits is told either way."""
    assert expected == set(asked(question).matters)
    assert ("77427",) == asked(question).codes
