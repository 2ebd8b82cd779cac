"""Limits of a date and a payer's windows in plain words, beside the wrong ones that differ from them in one word."""

# ruff: noqa: E501 - sentences: one thought, one line

import pytest

from tests.assistant.checking.judged import fates

REACH = "BCBS NC: how wide is the window around 77301?"
LATER = "BCBS NC: is 77370 payable 40 days after 77301 by the same group?"
SOONER = "BCBS NC: is 77370 payable 10 days after 77301 by the same group?"
CAPPED = "BCBS North Carolina: how many 77338 in a 60-day course?"
OVER = "We billed 12 units of 77300 on one date, Medicare 2026. Can we appeal?"
TWO_MORE = "Medicare course ends with two extra fractions after week 5 (27 total, 2026). Can we use 77431 for them?"
RESUMED = (
    "Medicare paid two units of 77427 for 8 fractions; the patient resumed for 3 more (11 total) in 2026. Another unit?"
)
TWO_BILLS = "Can 77432 be billed with 77372 for one patient, Medicare hospital 2026?"
REQUIRED = "From when does 26 belong on 77387 with UnitedHealthcare?"
EXAMS = "How often does the physician see the patient for 77427?"


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        (REACH, "The window covers 30 days before and 30 days after 77301.",
         "The window covers 45 days before and 45 days after 77301."),
        (REACH, "The window covers 30 days before and after 77301.", "The window covers 60 days before and after 77301."),
        (LATER, "Yes.", "No."),
        (SOONER, "No.", "Yes."),
        (CAPPED, "BCBS North Carolina limits 77338 to a maximum of three per 60-day course.",
         "BCBS North Carolina limits 77338 to a maximum of three per 90-day course."),
        (OVER, "Yes, the MUE of 10 has MAI 3, so units above it can be paid on appeal with documentation.",
         "No, the MUE of 10 is absolute."),
        (TWO_MORE, "No.", "Yes."),
        (RESUMED, "No further unit is due, because 11 fractions make two units.",
         "No further unit is due, because 11 fractions make three units."),
        (TWO_BILLS, "Yes, the hospital bills 77372 and the physician bills 77432.",
         "Yes, the hospital bills 77432 and the physician bills 77372."),
        (REQUIRED, "The requirement to append modifier 26 to 77387 applies to dates of service on or after March 1, 2026.",
         "The requirement to append modifier 26 to 77387 applies to dates of service on or after June 1, 2026."),
        (EXAMS, "The physician does not have to see the patient at every fraction.",
         "For each unit of 77427 the physician must see the patient in all five sessions."),
        ("Is 77417 billable with 77301, Medicare hospital 2026Q4?",
         "77417 on the same date as 77301 is denied, and no modifier is accepted.",
         "77301 on the same date as 77417 is denied, and no modifier is accepted."),
    ],
)  # fmt: skip
def test_the_right_one_is_shown_and_its_twin_is_not(question: str, right: str, wrong: str) -> None:
    """Days, sides, who bills and which code is denied are read with the words that tell them, or nothing is shown."""
    assert {"shown"} == set(fates(question, right))
    assert "shown" not in fates(question, wrong)
