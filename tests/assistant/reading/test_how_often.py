"""Words that ask how often a code falls due, and the codes that such a question counts."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.reading.facts import read_facts
from assistant.reading.how_often import billed_before, in_focus, proposes_again

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    "question",
    [
        "Cone down plan mid-course, can I charge 77263 again?",
        "Is 77387 a weekly code?",
        "Do I still charge 77427 this week if the pt only came Mon-Wed?",
        "77370 every time physics helps out on a course?",
        "is 77301 billable again for an adaptive replan",
        "can we report 77338 per arc?",
        "Can we bill a second 77290 for the boost sim",
        "UHC: 77470 for SBRT pts on every course as routine?",
    ],
)
def test_again_each_and_weekly_ask_for_the_frequency(question: str) -> None:
    """A code proposed again, each time or as a weekly one asks for its counting rule and not for its payment."""
    assert "frequency" == read_facts(question, TODAY).intent


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        ("why was 77427 denied again", "denial"),
        ("does 77427 need a weekly visit note", "documentation"),
        ("payment status of 77263 again please", "coverage"),
        ("is 77263 paid separately", "coverage"),
        ("is 77385 still a valid code", "validity"),
    ],
)
def test_what_is_asked_first_stays_first(question: str, intent: str) -> None:
    """A denial, a note, a payment status or a code's life is asked even where "again" or "weekly" stands beside it."""
    assert intent == read_facts(question, TODAY).intent


@pytest.mark.parametrize(
    ("question", "again"),
    [
        ("can I charge 77263 again for the cone-down?", True),
        ("gyn hdr, 5 insertions, 77263 each?", True),
        ("another 77470 for the boost?", True),
        ("new course for bone mets, can I bill 77263 again?", False),
        ("recurrence 2 years later, 77263 again?", False),
        ("is 77263 paid?", False),
    ],
)
def test_a_further_course_is_not_the_same_course_again(question: str, again: bool) -> None:
    """A second unit is proposed for one course; a new course, area or recurrence proposes none."""
    assert again == proposes_again(read_facts(question, TODAY).tokens)


@pytest.mark.parametrize(
    ("question", "codes"),
    [
        ("How many 77280 can be billed in one day? BID HDR applicator checks", ("77280",)),
        ("77370 every time physics helps out", ("77370",)),
        ("SRT with ultrasound image guidance 77439, charge at every fraction?", ("77439",)),
        ("28 fx, how many 77427 and weekly physics", ()),
        ("28 fx, 77427 and weekly physics", ()),
    ],
)
def test_the_code_that_is_counted(question: str, codes: tuple[str, ...]) -> None:
    """Services by name around a counted code are circumstances, unless they are joined to it."""
    assert codes == in_focus(read_facts(question, TODAY).tokens)


@pytest.mark.parametrize(
    ("question", "billed"),
    [
        ("we were paid for 2 x 77427, do we add another?", {"77427": 2}),
        ("we billed five units of 77427 already, 28 fx", {"77427": 5}),
        ("submitted 77336 x3 so far", {"77336": 3}),
        ("how many 77427 for 28 fx", {}),
    ],
)
def test_units_billed_before(question: str, billed: dict[str, int]) -> None:
    """Units that were paid or billed already are read with their code."""
    assert billed == billed_before(read_facts(question, TODAY).tokens)
