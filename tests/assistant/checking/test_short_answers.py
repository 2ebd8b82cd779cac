"""Short answers that take their meaning from the question."""

from __future__ import annotations

import pytest

from assistant.checking.asked_columns import columns_asked, left_asked, system_asked
from assistant.checking.short_dates import date_asked
from tests.assistant.checking.judged import fates

EDIT = "77301 and 77417 on one date, Medicare hospital 2026: NCCI indicator?"
LIMIT = "MUE of 77300, Medicare hospital outpatient, 2026?"
STATUS = "77435 on OPPS in 2026: status?"


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        (EDIT, "**0**", "**1**"),
        (EDIT, "Zero, so no modifier helps.", "Zero, so a modifier helps."),
        (LIMIT, "Ten a day.", "Eleven a day."),
        (LIMIT, "10, MAI 3.", "10, MAI 2."),
        (STATUS, "N, packaged.", "S, packaged."),
        ("77301 on OPPS, 2026: APC?", "5613.", "5612."),
        ("PC/TC indicator of 77427?", "2, professional only.", "3, technical only."),
        ("77334 on a physician claim, POS 22, Medicare: modifier?", "26 it is.", "TC it is."),
        ("Freestanding IMRT, Medicare, November 2025. Which delivery code?", "G6015 it is.", "77385 it is."),
        ("77417 in a hospital, Medicare: paid apart?", "It's packaged, so no.", "It's packaged, so yes."),
        ("18 fractions, Medicare 2026: 77427 units?", "18 -> 4", "18 -> 3"),
        ("18 fractions, Medicare 2026: 77427 units?", "Four of them.", "Three of them."),
        ("77427, 34 fractions: what do the four left after 30 add?", "One more.", "Nothing."),
        ("When did 77386 end?", "December 31, 2025.", "December 31, 2024."),
        ("Since when does UHC require 26 on 77387?", "Since March 1, 2026.", "Since June 1, 2026."),
        ("Excepted off-campus department, Medicare: which modifier?", "PO it is.", "PN it is."),
        ("Where does 25 go, on the visit or on 77263?", "On the E/M line.", "On the planning code."),
    ],
)
def test_a_short_answer_is_read_as_what_was_asked(question: str, right: str, wrong: str) -> None:
    """The right figure is shown and its twin is not."""
    assert ["shown"] == fates(question, right)
    assert "shown" not in fates(question, wrong)


def test_a_figure_answers_one_column_only() -> None:
    """Of two columns that are both told in a digit a bare digit answers neither."""
    assert frozenset() == columns_asked("PC/TC indicator and MAI of 77334?")
    assert frozenset({"limit"}) == columns_asked("77334 MUE with MAI?")


def test_a_letter_of_two_systems_is_not_read() -> None:
    """Where both systems are asked about, a letter does not say whose it is."""
    assert "status" not in columns_asked("77412 status under OPPS and the fee schedule?")
    assert "" == system_asked("77412 status under OPPS and the fee schedule?")


def test_one_date_without_a_count_asks_for_the_limit() -> None:
    """A count that was told may be what is asked about; without one only the limit can be."""
    assert frozenset({"limit"}) == columns_asked("77331, Medicare hospital, one date, 2026")
    assert frozenset() == columns_asked("77331 twice on one date, Medicare hospital, 2026")


def test_a_limit_of_another_code_is_not_the_answer() -> None:
    """A limit that names its code is of that code."""
    assert "shown" not in fates("77771 in 2026, Medicare", "Two - that's the 77772 MUE.")


def test_what_is_left_is_asked_with_its_number() -> None:
    """The number decides whether the rest adds a unit."""
    assert "4" == left_asked("what do the four left after 30 add?")
    assert "" == left_asked("four fractions are left")


def test_a_date_is_asked_of_a_code_or_a_demand() -> None:
    """A bare date answers only a question for one."""
    assert ("ended", "77386") == date_asked("When did 77386 end?")
    assert ("demanded", "77387", "26") == date_asked("Start date from which UHC insists on 77387 with 26")
    assert () == date_asked("77386 in December 2025?")


def test_a_yes_agrees_to_neither_of_two_modifiers() -> None:
    """A question for two on one line is not a question for one of them."""
    assert "shown" not in fates("Can 26 and TC sit on one line of 77295?", "Yes.")
    assert ["shown"] == fates("Can 26 and TC sit on one line of 77295?", "No.")


def test_okay_asks_for_what_stands_before_it() -> None:
    """A statement followed by "Right?" is what the yes or no is about."""
    assert ["shown"] == fates("30 fractions, Medicare 2026. We billed six 77427. Right?", "Yes.")
    assert "shown" not in fates("30 fractions, Medicare 2026. We billed seven 77427. Right?", "Yes.")


def test_the_fee_schedule_is_the_physicians() -> None:
    """A letter of the MPFS is of that file, also for a hospital's patient."""
    assert ["shown"] == fates("77412 in a hospital, 2026", "Under the MPFS 77412 has status A.")
    assert "shown" not in fates("77412 in a hospital, 2026", "Under the MPFS 77412 has status S.")


def test_a_claim_that_carries_units_is_whose_bill_it_is() -> None:
    """The physician's work has no place on the hospital's claim, whatever verb puts it there."""
    question = "16 fractions, Medicare, hospital, 2026. How many 77427?"
    assert "shown" not in fates(question, "The hospital claim carries three.")
    assert ["shown"] == fates(question, "The physician claim carries three.")
