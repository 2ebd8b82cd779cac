"""Facts asked for and changed by hand."""

from __future__ import annotations

from datetime import date

import pytest
from hand_made import ASKING, MANAGEMENT, OUTSIDE

from assistant.conversation import Conversation
from ui import asking
from ui.talk import Talk, Turn, history


def test_each_fact_asked_for_has_words_and_choices() -> None:
    """The page asks in words and offers what may be chosen."""
    isocenters, motion = asking.asked_facts(ASKING)
    assert isocenters == ("isocenters", "How many isocenters?", {1: "One", 2: "Two or more"})
    assert motion.choices == {True: "Yes", False: "No"}


def test_what_no_form_can_give_is_left_to_the_text() -> None:
    """A mistyped code is asked for in words; there is no field for it."""
    assert asking.asked_facts(ASKING.model_copy(update={"asks": ("code",)})) == []


@pytest.mark.parametrize(
    ("short", "value"),
    [
        ("2025", "2025-01-01..2025-12-31"), ("2025-05", "2025-05-01..2025-05-31"),
        ("2024-02", "2024-02-01..2024-02-29"),
        ("2025-05-01..2025-05-30", "2025-05-01..2025-05-30"), ("2026-03-04", "2026-03-04"), ("2026", 2026), ("", None),
    ],
)  # fmt: skip
def test_dates_stand_in_the_form_in_their_shortest_words(short: str, value: object) -> None:
    """A whole month or year is one word, so that it can be edited as one."""
    assert asking.date_text(value) == short


@pytest.mark.parametrize(
    ("iso", "typed"),
    [
        ("2026-03-04", "3/4/26"), ("2026-03-04", "03/04/2026"), ("2026-03", "3/2026"), ("2026", " 2026 "),
        ("2025-12..2026-01", "2025-12..2026-01"),
    ],
)  # fmt: skip
def test_dates_are_read_as_coders_write_them(iso: str, typed: str) -> None:
    """American and ISO dates mean the same."""
    assert asking.read_date(typed) == iso


@pytest.mark.parametrize("typed", ["soon", "2026-13", "2/30/2026", "2026-03-04..x", "1/1/1850"])
def test_impossible_dates_are_explained(typed: str) -> None:
    """What is no date is named, with how to write one."""
    with pytest.raises(ValueError, match="Write 2026-03-04"):
        asking.read_date(typed)


def test_only_what_was_changed_is_a_correction() -> None:
    """Facts left as they were stay the assistant's own reading."""
    before = asking.editable(MANAGEMENT)
    assert asking.changes(before, {**before, "payer": "uhc", "setting": None}) == {"payer": "uhc"}


def test_a_refusal_offers_no_facts_to_change() -> None:
    """Where no fact could change the answer, there is no form."""
    assert [asking.can_change(answer) for answer in (MANAGEMENT, ASKING, OUTSIDE)] == [True, True, False]


def test_counts_must_be_whole_numbers() -> None:
    """A count with a fraction in it is refused in words."""
    with pytest.raises(ValueError, match=r"'27\.5' is no count"):
        asking.changes({}, {"fractions": "27.5"})


def test_history_tells_corrections_like_a_follow_up() -> None:
    """A payer set by hand is said after its question, so that a later question can still change it."""
    turn = Turn("how many 77427?", "", answer=MANAGEMENT, corrections={"payer": "uhc", "date_of_service": "2025-05"})
    assert history([turn]) == [
        {"role": "user", "content": "how many 77427?"},
        {"role": "user", "content": "Same question, DOS May 2025, payer: UnitedHealthcare."},
        {"role": "assistant", "content": MANAGEMENT.text},
    ]


@pytest.mark.parametrize(
    ("fact", "value"),
    [
        ("payer", "uhc"), ("payer", "medicare_advantage"), ("payer", "bcbs:tx"), ("setting", "hospital_outpatient"),
        ("setting", "freestanding"), ("setting", "asc"), ("biller", "professional"), ("biller", "facility"),
        ("biller", "global"), ("fractions", 30), ("course_ended", False), ("course_ended", True), ("schedule", "bid"),
        ("isocenters", 1), ("isocenters", 2), ("motion_management", False), ("motion_management", True),
    ],
)  # fmt: skip
def test_the_next_question_is_heard_with_what_was_set_by_hand(fact: str, value: object) -> None:
    """Every fact of the forms survives into the follow-up, and the code asked about stays."""
    turn = Turn("Medicare, 28 fx, 77386?", "", answer=MANAGEMENT, corrections={fact: value})
    heard = Conversation.from_history(history([turn]), today=date(2026, 11, 22)).hear("and the units?")
    assert getattr(heard.scenario, fact) == value
    assert heard.scenario.codes == ("77386",)


@pytest.mark.parametrize(
    ("iso", "start", "end"),
    [
        ("2025-05", date(2025, 5, 1), date(2025, 5, 31)),
        ("2026-03-04", date(2026, 3, 4), date(2026, 3, 4)),
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2025-12..2026-01", date(2025, 12, 1), date(2026, 1, 31)),
    ],
)
def test_the_next_question_is_heard_with_the_date_set_by_hand(iso: str, start: date, end: date) -> None:
    """Days, months and ranges set by hand survive into the follow-up."""
    turn = Turn("28 fx 77427?", "", answer=MANAGEMENT, corrections={"date_of_service": iso})
    heard = Conversation.from_history(history([turn]), today=date(2026, 11, 22)).hear("and for 23?")
    assert heard.scenario.dos == (start, end)


def test_a_question_that_cannot_be_cleaned_is_not_shown() -> None:
    """When identifiers can't be looked for, the question stays off the page."""

    def broken(text: str) -> str:
        raise RuntimeError(text)

    turn = Talk().begin("MRN 4471923", broken)
    assert "4471923" not in turn.question
    assert turn.trouble is not None
