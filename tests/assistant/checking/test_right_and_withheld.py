"""Right statements that were withheld or replaced, beside the wrong ones that differ from them in one word."""

import pytest

from tests.assistant.checking.judged import fates, judged

COURSE = "How many 77427 for 24 fx pelvis, Medicare, hospital, 2026?"
BOTH_CODES = "77301 and 77280, IMRT, Medicare hospital, 2026"
PARTS = "Is 26 needed on 77290 and 77263 for the doctor at POS 22, Medicare 2026?"
CHOICE = "Neck, one photon isocenter, IMRT, no gating, Medicare hospital 2026. 77386 or 77412?"
OFFICE = "How are 77334 devices reported by our office for Medicare 2026?"
YEAR_END = "IMRT 6 fx in December 2025 and 22 fx in January 2026, Medicare hospital, one isocenter, no gating. Units?"


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        (COURSE, "At 22 it would be four.", "At 23 it would be four."),
        (COURSE, "With 24 delivered it comes to five.", "With 22 delivered it comes to five."),
        ("27 fx pelvis, Medicare: 77427 x6, right?", "That is one unit too many.", "That is one unit short."),
        (BOTH_CODES, "77280 is one of the services folded into 77301.",
         "77301 is one of the services folded into 77280."),
        (BOTH_CODES, "77301 is the plan. It includes 77280.", "77280 is the simulation. It includes 77301."),
        ("What MUE does 77407 have, Medicare 2026?", "Two per date of service, MAI 3.", "Two per week, MAI 3."),
        (PARTS, "Yes for 77290, no for 77263.", "No for 77290, yes for 77263."),
        (CHOICE, "Neither one: use 77407.", "Neither one: use 77402."),
        (OFFICE, "A practice that owns the equipment reports 77334 without 26 or TC.",
         "A practice that owns the equipment reports 77334 with TC."),
        (OFFICE, "Modifier 26 applies to 77334 when only the physician's part is billed.",
         "Modifier TC applies to 77334 when only the physician's part is billed."),
        (YEAR_END, "Bill 77407 for 22 units in January 2026.", "Bill 77407 for 28 units in January 2026."),
        ("77417, freestanding, Medicare, May 2026: can 59 help?", "No modifier brings payment.",
         "Modifier 59 brings payment."),
        ("77336 and 77427 for 20 fx, Medicare, 2026", "Four units each of 77427 and 77336.",
         "Five units each of 77427 and 77336."),
    ],
)  # fmt: skip
def test_the_right_one_is_shown_and_its_twin_is_not(question: str, right: str, wrong: str) -> None:
    """A construction is read as a whole: what turns it round is no part of it that may be left out."""
    assert {"shown"} == set(fates(question, right))
    assert {"shown"} != set(fates(question, wrong))


def test_the_code_that_is_meant_is_said_with_a_statement_that_fits_it_alone() -> None:
    """ "It" after two codes means the one that was asked about, where nothing else can be meant, and names it."""
    said = judged(
        "Is 77387 daily, and what modifier? I bill for the physician, hospital outpatient, Medicare 2026",
        "The physician's codes are 77387 and 77427. The physician's line needs modifier 26.",
    )
    assert said.sentences[-1].shown.endswith("(77387)")


def test_letters_of_a_table_end_their_sentence() -> None:
    """ "... with status N. It has ..." are two sentences, and the second is judged by itself."""
    assert 2 == len(fates("77435, hospital, Medicare 2026", "77435 is packaged with status N. It is billed once."))
