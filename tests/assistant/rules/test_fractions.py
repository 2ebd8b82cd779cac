"""How many fractions there are to count, out of what a scenario tells."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.rules.finding import CountError
from assistant.rules.fractions import BREAK, checked, course_of, fractions_of, has_ended
from tests.assistant.rules.told import part, scenario


@pytest.mark.parametrize(("facts", "count"), [
    ({}, None),
    ({"fractions": 28}, 28),
    ({"fractions": 25, "fractions_so_far": 18}, 18),
    ({"fractions": 25, "fractions_so_far": 18, "course_ended": True}, 18),
    ({"fractions_so_far": 18, "course_ended": True}, 18),
    ({"sessions": (part(10, "2025-12-01"), part(8, "2026-01-02"))}, 18),
    ({"sessions": (part(10, "2025-12-01"),), "fractions": 28}, 28),
    ({"fractions_so_far": 0, "fractions": 5}, 0),
])  # fmt: skip
def test_what_is_counted(facts: dict[str, Any], count: int | None) -> None:
    assert fractions_of(scenario(**facts)) == count


@pytest.mark.parametrize(("facts", "ended"), [
    ({}, True), ({"course_ended": False}, False), ({"fractions": 25, "fractions_so_far": 18}, False),
    ({"fractions": 25, "fractions_so_far": 25}, True), ({"fractions_so_far": 18}, False),
])  # fmt: skip
def test_whether_leftovers_may_be_judged(facts: dict[str, Any], ended: bool) -> None:
    assert has_ended(scenario(**facts)) is ended


def test_two_a_day() -> None:
    assert course_of(scenario(schedule="bid", distinct_break=True), 60).a_day == 2
    assert course_of(scenario(schedule="bid"), 60).provided == BREAK
    assert course_of(scenario(schedule="bid", distinct_break=False), 61).fractions == 31


def test_whole_floats_are_numbers() -> None:
    assert checked(28.0) == 28


@pytest.mark.parametrize("count", [0, -3, 27.5, 4000, "28", None, True])
def test_others_are_refused(count: object) -> None:
    with pytest.raises(CountError):
        checked(count)


def test_more_so_far_than_the_course_has() -> None:
    with pytest.raises(CountError, match="Correct one"):
        fractions_of(scenario(fractions=10, fractions_so_far=11))
