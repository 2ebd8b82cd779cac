"""The arithmetic alone, on rules built here: what each kind of rule makes of a number of fractions."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from assistant.rules.counting import many, tally
from assistant.rules.fractions import Course
from corpus.rulebook import Leftover, OnePer, Reference, ShortCourse, UnitRule

BY_FIVE = OnePer(fractions=5)


def rule(one_per: OnePer, **more: Any) -> UnitRule:
    return UnitRule(start=date(2020, 1, 1), reference=Reference(source="made-up"), payer="any", one_per=one_per, **more)


@pytest.mark.parametrize(("more", "fractions", "units", "basis"), [
    ({}, 10, 2, "counted"),
    ({}, 12, 2, "partly_counted"),
    ({}, 4, None, "partly_counted"),
    ({"leftover": Leftover(counts_from=3)}, 12, 2, "counted"),
    ({"leftover": Leftover(counts_from=3)}, 13, 3, "counted"),
    ({"leftover": Leftover(counts_from=1)}, 11, 3, "counted"),
    ({"short_course": ShortCourse(below=5, units=1)}, 4, 1, "once"),
    ({"short_course": ShortCourse(below=5, units=1)}, 6, 1, "partly_counted"),
])  # fmt: skip
def test_sets_and_what_is_left_over(more: dict[str, Any], fractions: int, units: int | None, basis: str) -> None:
    said = tally(rule(BY_FIVE, **more), Course(fractions))
    assert (said.units, said.basis) == (units, basis)


def test_a_running_course_counts_full_sets_only() -> None:
    said = tally(rule(BY_FIVE, leftover=Leftover(counts_from=3)), Course(14, ended=False))
    assert (said.units, said.leftover, said.basis) == (2, 4, "counted_so_far")


@pytest.mark.parametrize(("thing", "a_day", "fractions", "units", "dates"), [
    ("session", 1, 7, 7, 7), ("session", 2, 7, 7, 4), ("day", 1, 7, 7, 7), ("day", 2, 7, 4, 4),
])  # fmt: skip
def test_sessions_and_days(thing: Any, a_day: int, fractions: int, units: int, dates: int) -> None:
    said = tally(rule(OnePer(thing=thing)), Course(fractions, a_day=a_day))
    assert (said.units, said.dates) == (units, dates)


def test_no_more_than_the_course_allows() -> None:
    assert tally(rule(OnePer(thing="session"), most_per_course=10), Course(12)).units == 10


def test_sessions_from_the_second_on() -> None:
    """G0340: the first session has a code of its own."""
    later = rule(OnePer(thing="service"), course_fractions=(2, 5), most_per_course=4)
    assert [tally(later, Course(n)).units for n in (2, 3, 5)] == [1, 2, 4]


@pytest.mark.parametrize("thing", ["course", "plan"])
def test_once(thing: Any) -> None:
    assert tally(rule(OnePer(thing=thing)), Course(None)).units == 1


@pytest.mark.parametrize("thing", ["device", "calculation", "simulation", "application"])
def test_what_only_the_record_counts(thing: Any) -> None:
    assert tally(rule(OnePer(thing=thing)), Course(28)).basis == "needs_count"


@pytest.mark.parametrize("one_per", [BY_FIVE, OnePer(thing="session")])
def test_without_a_number_it_is_asked_for(one_per: OnePer) -> None:
    said = tally(rule(one_per), Course(None))
    assert (said.units, said.verdict) == (None, "no_data")
    assert "say how many" in said.why


def test_number_and_noun_agree() -> None:
    assert (many(1, "unit"), many(0, "unit"), many(2, "unit")) == ("1 unit", "0 units", "2 units")
