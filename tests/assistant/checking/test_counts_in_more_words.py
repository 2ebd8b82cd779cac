"""Counts by division, by the other fractions, by the unit of a code, and for the session that is spoken of."""

from datetime import date

import pytest

from assistant.checking.composing.compose import compose
from assistant.checking.marking.marks import marks
from assistant.checking.saying.billed_before import units_billed
from assistant.reading.text import normalise

TODAY = date(2026, 11, 22)


def kinds(text: str) -> list[tuple[str, object]]:
    return [(mark.kind, mark.value) for mark in compose(marks(normalise(text), TODAY)) if mark.kind != "WORD"]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("30 sessions / 5 = 6 units", ("FRACTIONS", 30)),
        ("25 fractions give five and the other three give one", ("LEFT", 3)),
        ("a third 77427", ("NTH_UNIT", 3)),
        ("one 77412 for the session", ("FREQ", (1, "session"))),
        ("6 units on 6 separate dates", ("DAYS", 6)),
        ("both sessions count as fractions", ("SESSIONS_COUNT", 2)),
        ("once in six months", ("IN_SO_LONG", 6)),
        ("courses of at most five fractions", ("LENGTH", (None, 5))),
    ],
)
def test_such_words_are_one_mark(text: str, mark: tuple[str, object]) -> None:
    """What is counted, and for what, is read out of the words together."""
    assert mark in kinds(text)


def test_a_division_that_does_not_come_out_tells_no_fractions() -> None:
    """No count rides on a wrong sum."""
    assert ("FRACTIONS", 30) not in kinds("30 sessions / 5 = 7 units")


def test_units_billed_are_told_only_where_the_further_fractions_are_read() -> None:
    """A case read to have fewer fractions than it had says nothing of what more adds."""
    assert units_billed("We billed 2 x 77427, she came back for 2 more fractions") == 2
    assert units_billed("We billed 2 x 77427 for 10 fx, five extra fractions follow") is None
