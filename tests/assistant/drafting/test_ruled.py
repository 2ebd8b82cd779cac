"""A decision in statements: in order, nothing twice, and what is taken for granted."""

from __future__ import annotations

import pytest

from assistant.drafting.ruled import ruled, taken_for_granted
from tests.assistant.asked import decided


def test_the_most_important_comes_first() -> None:
    """An ended code before any number; a modifier before its warning about work."""
    told = [one.text for one in ruled(decided("77386 77427", "units", "2026-02-10", fractions=28))]
    assert told[0].startswith("77386 ended")
    assert told[1].startswith("Bill 6 units of 77427")


def test_what_two_rules_say_is_told_once_and_cites_both() -> None:
    """The end of 77014 comes from the code and from the crosswalk; only one of them has references."""
    told = ruled(decided("77014", "which_code", "2026-02-10"))
    texts = [one.text for one in told]
    assert len(set(texts)) == len(texts)
    assert told[0].references


def test_a_definition_tells_the_service_and_what_it_adds_to() -> None:
    """77293 is an add-on to 77295 or 77301."""
    told = [one.text for one in ruled(decided("77293", "definition", "2026-02-10"))]
    assert told[0].startswith("77293 reports capturing breathing motion")
    assert "77293 is an add-on to 77295 or 77301 and is not billed alone." in told


@pytest.mark.parametrize(
    ("payer", "said"),
    [
        (None, ["Assuming Medicare."]),
        ("medicare", []),
        ("aetna", []),
        ("medicare_advantage", ["The contract of a Medicare Advantage plan may differ."]),
    ],
)
def test_what_is_taken_for_granted_is_said(payer: str | None, said: list[str]) -> None:
    """An assumed payer and a contract that may differ stand in the text."""
    assert said == [one.text for one in taken_for_granted(decided("77427", "units", fractions=28, payer=payer))]


def test_medicare_is_not_assumed_where_nothing_of_medicare_is_said() -> None:
    """Whether a code exists is no Medicare rule."""
    assert [] == list(taken_for_granted(decided("77407", "validity", "2026-02-10")))


def test_what_is_missing_is_asked_last() -> None:
    """Which level replaces 77386 hangs on isocenters and motion management."""
    *_, asked = taken_for_granted(decided("77386", "validity", "2026-02-10"))
    assert "How many isocenters are treated, and is motion actively managed?" == asked.text
