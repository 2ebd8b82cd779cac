"""Rulings that leave nothing to bill, in words."""

from __future__ import annotations

import pytest

from assistant.drafting.unpaid_statements import say_unpaid
from assistant.rules.finding import UnitsRuling
from tests.assistant.rules.told import ruling


def said(one: UnitsRuling, fractions: int | None = None, lead: str = "") -> str:
    return " ".join(statement.text for statement in say_unpaid(one, lead, fractions))


def test_bundled_says_by_whom_and_since_when() -> None:
    """77417 is status B of the physician fee schedule from 2026-01-01."""
    text = said(ruling("77417", "2026-03-05", setting="freestanding"))
    assert text == (
        "Medicare pays no unit of 77417 separately: the physician fee schedule bundles it from 2026-01-01 (status B)."
    )


@pytest.mark.parametrize("dos", ["2025-06-01", "2026-03-05"])
def test_packaged_is_reported_and_not_paid(dos: str) -> None:
    """In the hospital 77417 is OPPS status N in the 2025 and in the 2026 file."""
    text = said(ruling("77417", dos, setting="hospital_outpatient"))
    assert text.startswith("77417 is packaged (OPPS status N): the hospital reports it")


def test_too_few_fractions_make_no_unit() -> None:
    """Two fractions at the end of nothing: 77427 counts from three on, and 77431 serves such a course."""
    text = said(ruling("77427", fractions=2), 2)
    assert text.startswith("Bill no unit of 77427 for 2 fractions.")
    assert "77431" in text


def test_two_fractions_so_far_make_no_unit_yet() -> None:
    """A course under way is not judged by its remainder."""
    assert said(ruling("77427", fractions=2, course_ended=False), 2).startswith("Bill no unit of 77427 so far.")


@pytest.mark.parametrize(("payer", "name"), [("aetna", "Aetna"), ("uhc", "UnitedHealthcare"), ("cigna", "Cigna")])
def test_medicares_rule_binds_no_other_payer(payer: str, name: str) -> None:
    """Without the payer's own text there is no number, and the code still exists."""
    text = said(ruling("77417", "2026-03-05", payer=payer))
    assert text == (
        f"{name}'s rule on units of 77417 is not in our sources. "
        f"The code still exists; Medicare's rule does not bind {name}."
    )


def test_a_payer_without_a_name_still_begins_a_sentence() -> None:
    """Tricare is a payer we hold nothing of: "This payer's rule ..."."""
    assert said(ruling("77417", "2026-03-05", payer="other")).startswith("This payer's rule on units of 77417")


def test_weekly_management_gives_way_to_stereotactic_management() -> None:
    """In a stereotactic course 77435 takes the place of 77427."""
    text = said(ruling("77427", "2026-03-05", fractions=5, technique="sbrt"), 5, "for Medicare")
    assert "For Medicare, do not bill 77427 in this course: 77435 takes its place." == text


def test_what_the_record_must_count_names_its_code() -> None:
    """Fractions do not say how many devices were made."""
    text = said(ruling("77334", "2026-03-05", setting="freestanding", fractions=28), 28)
    assert text.startswith("One unit of 77334 covers one device: the record must say how many")
