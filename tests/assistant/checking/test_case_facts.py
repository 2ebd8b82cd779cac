"""Facts told in the question alone: the machine, the technique, which of two dates is the day of service."""

from datetime import date

import pytest

from assistant.checking.gate import check
from assistant.reading.facts import read_facts
from assistant.scenario import Period

TODAY = date(2026, 11, 22)
COBALT = "Gamma Knife, one brain metastasis in one session, Medicare 2026. Which delivery code?"
TWICE = "77387 twice a day, physician, Medicare, POS 22, 2026"
DENIED = "Date of service 12/18/2025, denied on 1/12/2026. Freestanding, Medicare, IMRT delivery?"
RESUMED = "8 fractions, then came back for 5 more in the same course. 77427 units?"


@pytest.mark.parametrize(
    ("question", "text", "shown"),
    [
        (COBALT, "Report 77372 for the delivery.", False),
        (COBALT, "Report 77371 for the delivery.", True),
        (COBALT, "Do not report 77372.", True),
        (COBALT, "77372 is for a linac.", True),
        (COBALT, "77372 is the linac code to bill.", False),
        (COBALT, "The code is 77372, linac radiosurgery.", False),
        ("Total skin electrons, Medicare 2026, level?", "Electrons are 77402.", False),
        ("Total skin electrons, Medicare 2026, level?", "Total-skin electrons are 77412.", True),
        ("Electrons, one field, Medicare 2026, level?", "Electrons are 77402.", True),
        (TWICE, "Two units of 77387 per date are allowed.", False),
        (TWICE, "NCCI lets you bill two 77387 per date.", False),
        ("One session of linac radiosurgery, hospital", "The physician bills 77387-26.", False),
        ("LINAC radiosurgery, one fraction", "Hospital: 77373.", False),
        ("LINAC radiosurgery, one fraction", "Hospital: 77372.", True),
        ("HDR, 5 fractions, management?", "The management code is 77427.", False),
        ("IMRT, 20 fractions, management?", "77427 x 4", True),
        (DENIED, "Use 77407 for the IMRT delivery.", False),
        (DENIED, "Use G6015 for the IMRT delivery.", True),
        (RESUMED, "77427 x 2", False),
        (RESUMED, "77427 x 3", True),
        ("What is inside what?", "77373 is included in 77387.", False),
        ("What is inside what?", "77387 is included in 77373.", True),
        ("Is 77385 valid in 2026?", "77385 is now 77412.", False),
        ("IMRT to one isocenter without motion management", "77385 is now 77407.", True),
        ("Are 77427 and 77435 both billed?", "The record must support both codes.", False),
        ("Are 77301 and 77338 both billed?", "The record must support both codes.", True),
    ],
)
def test_facts_of_the_question(question: str, text: str, shown: bool) -> None:
    """What the question alone tells of a case decides which code or count is shown."""
    asked = read_facts(question, TODAY)
    checked = check(text, asked.scenario, question, asked.proposition, today=TODAY)
    assert shown is all(one.fate == "shown" for one in checked.sentences)


@pytest.mark.parametrize(
    ("question", "day"),
    [
        (DENIED, date(2025, 12, 18)),
        ("Our claim for December 29, 2025 was rejected on January 30, 2026", date(2025, 12, 29)),
        ("Authorization approved 12/1/2025, treatment 1/15/2026", date(2026, 1, 15)),
    ],
)
def test_day_of_service(question: str, day: date) -> None:
    """A denial, a payment or an approval has a date, and it is not the one of service."""
    assert Period(day, day) == read_facts(question, TODAY).scenario.dos


@pytest.mark.parametrize(
    ("question", "machine"),
    [
        ("Gamma Knife in one session", "cobalt"),
        ("CyberKnife in five fractions", "linac"),
        ("Gamma Knife or linac?", None),
        ("not Gamma Knife, a linac", "linac"),
    ],
)
def test_machine(question: str, machine: str | None) -> None:
    """One machine named and not ruled out is the one of the case."""
    assert machine == read_facts(question, TODAY).scenario.machine
