"""Right sentences that one swapped word turns wrong."""

from datetime import date

import pytest

from assistant.checking.gate import check
from assistant.reading.facts import read_facts

TODAY = date(2026, 11, 22)
SIMULATION = "77290 in a hospital outpatient department, Medicare 2026: which modifier for the physician?"
PHYSICS = "How many units of 77336 for 30 fractions, freestanding, Medicare, 2026?"
GUIDANCE = "77387, Medicare 2026: what does it need?"
BOOST = "electron boost, Medicare 2026, which delivery code?"
PAIR = "77338 and 77334 on one date, hospital, Medicare 2026"
UNFINISHED = "SBRT stopped after 3 of 5 fractions, Medicare 2026. Is 77435 still billable and how many?"
COMMERCIAL = "UnitedHealthcare commercial, April 2026: does 77387 need a modifier?"
ROBOT = "CyberKnife, freestanding, Medicare 2025, 4 fractions. G0339 or G0340?"
LONG = "28 fractions, Medicare: how many units of 77427?"
IMRT = "IMRT in a hospital, February 2026, Medicare: which delivery code?"
SKIN = "Is 77401 valid for 2026?"


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        (SIMULATION, "The physician's claim carries 77290-26.", "The hospital's claim carries 77290-26."),
        (SIMULATION, "The physician in a hospital adds 26.", "The physician in an office adds 26."),
        (PHYSICS, "77336 is earned after each block of five.", "77336 is earned before each block of five."),
        (PHYSICS, "Modifier 26 is invalid.", "Modifier 26 is not invalid."),
        (
            GUIDANCE,
            "The review must be done before the next session.",
            "The review must be done after the next session.",
        ),
        (GUIDANCE, "77387 is for the physician's review.", "77387 is for the hospital's review."),
        (BOOST, "Electron fields without photons are Level 1, 77402.", "Electron fields with photons are Level 1."),
        (BOOST, "Electron fields are Level 1, 77402.", "Electron fields are not Level 1, 77402."),
        (
            PAIR,
            "77338 / 77334 is an NCCI pair with modifier indicator 1.",
            "77338 / 77334 is not an NCCI pair with modifier indicator 1.",
        ),
        (UNFINISHED, "Yes, 77435 is still reported once.", "No, 77435 is still reported once."),
        (
            COMMERCIAL,
            "UnitedHealthcare requires 26 on 77387 from March 1, 2026.",
            "UnitedHealthcare requires 26 on 77387 only for dates on or after July 1, 2026.",
        ),
        (ROBOT, "The first session is reported with G0339.", "The first session is reported with G0340."),
        (SKIN, "77401 ended with 2025.", "77401 ended with 2026."),
        (BOOST, "77402 for each session.", "77407 for each session."),
        (LONG, "Five complete blocks of five fractions = 5 units", "Six complete blocks of five fractions = 5 units"),
        (SIMULATION, "Use 26 at POS 19.", "Use 26 at POS 20."),
        (
            SIMULATION,
            "The physician's line carries 26, because the code splits into two parts.",
            "The physician's line carries 26, because the code splits into three parts.",
        ),
        (
            IMRT,
            "For February 2026 use 77407, or 77412 if a Level 3 criterion is met.",
            "For February 2026 use 77407, or 77412 if a Level 4 criterion is met.",
        ),
    ],
)
def test_one_word_turns_it(question: str, right: str, wrong: str) -> None:
    """The right sentence is shown and the wrong one is not."""
    heard = read_facts(question, TODAY)
    right_fates, wrong_fates = (
        {one.fate for one in check(text, heard.scenario, question, heard.proposition, today=TODAY).sentences}
        for text in (right, wrong)
    )
    assert {"shown"} == right_fates
    assert {"shown"} != wrong_fates
