"""Dates of service of a year whose rules are not held, and other facts that look told and are not."""

import pytest

from assistant.chain import Assistant
from tests.assistant.test_put_otherwise import answer


@pytest.mark.parametrize(
    "question",
    [
        "28 fx Feb 2027 Medicare, how many 77427?",
        "77387 in 2027, status?",
        "is 77407 valid in March 2027?",
        "two isocenters, VMAT, January 2027, level?",
    ],
)
def test_of_a_later_year_nothing_is_said(question: str) -> None:
    """Code set and fee schedules are made anew every January; the last ones held say nothing of the next year."""
    told = Assistant().ask(question)
    assert ("not_covered", "No rules of 2027") == (told.status, told.text[:16])


def test_a_course_into_a_later_year_is_told_where_the_rules_end() -> None:
    """The part that lies before is answered, with that word first."""
    said = answer("28 fx IMRT from 12/14/2026 to 1/22/2027, one isocenter, no gating, Medicare: delivery codes?")
    assert said.startswith("No rules of 2027 are held")
    assert "77407" in said


@pytest.mark.parametrize(
    ("question", "told", "never"),
    [
        ("IMRT breast single isocenter with DIBH in the order 2026: 77407 or 77412?", "motion was actively", "level 3"),
        ("DIBH ordered but not used, one isocenter IMRT 2026, level?", "77407:", "77412:"),
        ("DIBH ordered and used, one isocenter IMRT 2026, level?", "77412:", "77407:"),
        ("physics 77336 - calendar week or 5 tx?", "per five fractions", "for the course"),
        ("77427: 5 fx or 7 days?", "per five fractions", "for the course"),
        ("is 77427 by the calendar week or every 5 fx", "per five fractions", "Yes."),
        ("SBRT 4 fx, office, 8/2026: 77373 x4 (4 dates), 77435 x1, 77427 x1, which lines go?", "take off 77427", "26"),
        ("12/15/25 to 1/30/26, 33 fx, 11 in december - 77427 total? restart jan 1?", "7 units", "2025-12-31, bill"),
        ("Single 8 Gy palliative fraction to the hip, Medicare. 77427 or something else?", "77431", "How many"),
        ("SNF wants to bill 77427 for its own outpatients, allowed?", "may not bill 77427", "status A"),
        ("is there an NCCI edit btwn 77387 and 77412 hospital side 2026", "has no edit", "indicator 0"),
    ],
)
def test_what_is_told_in_passing_is_taken_for_what_it_is(question: str, told: str, never: str) -> None:
    """An order, a base of counting, a date within a course: none of them is a fact of another kind."""
    said = answer(question)
    assert told in said
    assert never not in said
