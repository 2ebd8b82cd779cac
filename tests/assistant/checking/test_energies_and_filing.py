"""Energies that choose a code, dates of filing that choose none, limits of a date, and the visit beside a procedure."""

from datetime import date

import pytest

from assistant.checking.gate import check
from assistant.reading.facts import read_facts
from assistant.reading.filing import is_filing
from assistant.scenario import Period, Scenario

TODAY = date(2026, 11, 22)
SURFACE = "Skin lesion treated at 120 kV in November 2026, Medicare. What replaced 77401?"
FILED = "Office, Medicare, IMRT on 12/22/2025, and we file the claim in January 2026. G6015 or 77407?"


@pytest.mark.parametrize(
    ("question", "text", "shown"),
    [
        (SURFACE, "77437.", True),
        (SURFACE, "77438.", False),
        (SURFACE, "At 120 kV you report 77438.", False),
        (SURFACE, "77438 is for energies above 150 and up to 500 kV.", True),
        (SURFACE, "77437 is for energies up to 300 kV.", False),
        (SURFACE, "77438 is not for 120 kV.", True),
        (FILED, "G6015.", True),
        (FILED, "77407.", False),
        (FILED, "Use G6015, no matter that the claim is filed in January 2026.", True),
        (FILED, "The claim is filed in January 2026, so use 77407.", False),
    ],
)
def test_the_case_that_was_asked(question: str, text: str, shown: bool) -> None:
    """The energy and the date of service of the question decide, and never the date of filing."""
    asked = read_facts(question, TODAY)
    checked = check(text, asked.scenario, question, asked.proposition, today=TODAY)
    assert shown is all(one.fate == "shown" for one in checked.sentences)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Four units on one date exceed the MUE for 77437, which is 1.", True),
        ("Four units on one date exceed the MUE for 77437, which is 2.", False),
        ("Four units of 77437 are within the MUE.", False),
        ("Only the hospital bills 77370 for a hospital outpatient.", True),
        ("Only the physician bills 77370 for a hospital outpatient.", False),
        ("Modifier 25 goes on the E/M code.", True),
        ("Modifier 25 goes on the visit and never on the planning code.", True),
        ("Modifier 25 is not appended to the E/M code.", False),
        ("Modifier 25 goes on the E/M code for the weekly visit.", False),
        ("77336 is paid under OPPS.", True),
        ("77387 is paid under OPPS.", False),
        ("77407 was not valid for a freestanding center in 2025.", True),
        ("77407 was valid for a freestanding center in 2025.", False),
    ],
)
def test_limits_places_and_visits(text: str, shown: bool) -> None:
    """A count against a limit, a place of a code and a place of a modifier are judged, or not shown."""
    assert shown is all(one.fate == "shown" for one in check(text, Scenario(), today=TODAY).sentences)


@pytest.mark.parametrize(
    ("filing", "before"),
    [
        (True, "the claim is filed in "),
        (True, "we submit it on "),
        (True, "with a filing date of "),
        (False, "a line dated "),
        (False, "submit 77407 for "),
        (False, "sessions in "),
    ],
)
def test_dates_of_filing(filing: bool, before: str) -> None:
    """A date of the claim's way to the payer is told from a date of service by the words before it."""
    assert filing is is_filing(f"{before}january 2026", len(before))


def test_the_question_keeps_its_date_of_service() -> None:
    """A date of filing in the question leaves the date of service alone."""
    day = date(2025, 12, 22)
    assert Period(day, day) == read_facts(FILED, TODAY).scenario.dos
