"""Facts asked for and changed by hand."""

from __future__ import annotations

import pytest
from hand_made import ASKING, MANAGEMENT

from ui import asking
from ui.talk import Talk, Turn, history


def test_each_fact_asked_for_has_words_and_choices() -> None:
    """The page asks in words and offers what may be chosen."""
    isocenters, motion = asking.asked_facts(ASKING)
    assert isocenters == ("isocenters", "How many isocenters?", {1: "One", 2: "Two or more"})
    assert motion.choices == {True: "Yes", False: "No"}


def test_an_unknown_fact_can_still_be_typed() -> None:
    """A fact the page has no words for is asked for by name."""
    answer = ASKING.model_copy(update={"asks": ("gantry_angle",)})
    assert asking.asked_facts(answer) == [("gantry_angle", "Gantry angle?", {})]


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


def test_counts_must_be_whole_numbers() -> None:
    """A count with a fraction in it is refused in words."""
    with pytest.raises(ValueError, match=r"'27\.5' is no count"):
        asking.changes({}, {"fractions": "27.5"})


def test_history_tells_corrections_like_a_follow_up() -> None:
    """A payer set by hand is said after its question, so that a later question can still change it."""
    turn = Turn("how many 77427?", "", answer=MANAGEMENT, corrections={"payer": "uhc", "date_of_service": "2025-05"})
    assert history([turn]) == [
        {"role": "user", "content": "how many 77427?"},
        {"role": "user", "content": "Same question, payer: UnitedHealthcare, date of service: 2025-05."},
        {"role": "assistant", "content": MANAGEMENT.text},
    ]


def test_a_question_that_cannot_be_cleaned_is_not_shown() -> None:
    """When identifiers can't be looked for, the question stays off the page."""

    def broken(text: str) -> str:
        raise RuntimeError(text)

    turn = Talk().begin("MRN 4471923", broken)
    assert "4471923" not in turn.question
    assert turn.trouble is not None
