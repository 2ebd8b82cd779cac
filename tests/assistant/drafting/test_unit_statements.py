"""Rulings on units in words; the numbers are those of the claims manual and the fee schedules."""

from __future__ import annotations

import pytest

from assistant.drafting.unit_statements import say_frequency, say_units
from assistant.rules.finding import UnitsRuling
from tests.assistant.rules.told import ruling


def said(one: UnitsRuling, fractions: int | None = None, lead: str = "") -> str:
    return " ".join(statement.text for statement in say_units(one, lead, fractions))


@pytest.mark.parametrize(("fractions", "units"), [(6, 1), (8, 2), (18, 4), (62, 12)])
def test_the_manuals_own_examples(fractions: int, units: int) -> None:
    """The manual's examples of weekly management: 6, 8, 18 and 62 fractions make 1, 2, 4 and 12 units."""
    text = said(ruling("77427", fractions=fractions), fractions)
    assert text.startswith(f"Bill {units} unit{'' if units == 1 else 's'} of 77427 for the course")


def test_a_course_total_is_never_one_line() -> None:
    """6 units fall on six dates with one each; the limit of one date is 1."""
    assert "on six dates with 1 unit each, never 6 on one line." in said(ruling("77427", fractions=28), 28)


def test_one_unit_needs_no_warning_about_lines() -> None:
    """A single unit can stand on one line only."""
    assert "line" not in said(ruling("77427", fractions=5), 5)


@pytest.mark.parametrize(("fractions", "last"), [(26, "the last fraction of the 26"), (28, "the last 3 fractions")])
def test_what_no_authority_settles_is_said(fractions: int, last: str) -> None:
    """Physics: five full sets are 5 units, and nobody says what the remainder makes."""
    text = said(ruling("77336", fractions=fractions), fractions)
    assert text.startswith("Bill 5 units of 77336 for the 5 full sets of five fractions")
    assert f"No authority settles {last}" in text


def test_a_course_under_way_is_counted_so_far_and_names_its_code() -> None:
    """18 fractions so far are 3 full sets; what the last three make is judged at the end."""
    text = said(ruling("77427", fractions=18, course_ended=False), 18)
    assert text.startswith("Bill 3 units of 77427 so far")
    assert "3 more are judged when the course has ended." in text


def test_a_short_course_code_is_never_for_a_remainder() -> None:
    """77431 serves a course of one or two fractions."""
    text = said(ruling("77431", fractions=2), 2)
    assert text.startswith("Bill 1 unit of 77431 for the whole course.")
    assert "one to two fractions, never for what is left over of a longer course" in text


def test_stereotactic_delivery_is_one_for_each_session() -> None:
    """Five fractions are five units of 77373 on five dates."""
    assert said(ruling("77373", fractions=5), 5).startswith("Bill 5 units of 77373, one for each session, one on each")


def test_a_plan_is_billed_per_plan() -> None:
    """77301 counts plans; fractions say nothing about it."""
    assert "Bill one unit of 77301 per plan." == said(ruling("77301", fractions=28), 28)


def test_what_must_be_true_besides_is_said() -> None:
    """Two sessions a day count as two only with a distinct break between them."""
    one = ruling("77427", fractions=20, schedule="bid")
    assert one.provided
    assert said(one, 20).endswith(f"This holds if {one.provided}.")


def test_how_often_says_what_fractions_left_over_make() -> None:
    """Weekly management: three or four count. Port images before 2026: nobody settles it."""
    weekly = " ".join(one.text for one in say_frequency(ruling("77427")))
    assert weekly.startswith("Bill one unit of 77427 per five fractions.")
    assert "three or four fractions left over count as one more unit, one or two do not" in weekly
    ports = " ".join(one.text for one in say_frequency(ruling("77417", setting="freestanding")))
    assert ports.endswith("No authority settles what fractions left over make.")


def test_how_often_per_session_says_nothing_of_sets() -> None:
    """A unit per session leaves nothing over."""
    assert ["Bill one unit of 77373 per session."] == [one.text for one in say_frequency(ruling("77373"))]


def test_every_sentence_is_cited() -> None:
    """Units always rest on a reference."""
    assert all(one.references for one in say_units(ruling("77427", fractions=28), "", 28))
