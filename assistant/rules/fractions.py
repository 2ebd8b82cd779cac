"""The course a scenario tells: how many fractions there are to count, and how they were given.

## What it does
Takes the number of fractions from what was told (the whole course, so far, in parts) and refuses numbers that no
course can have, with a message that says what to give instead.

## Why it matters
A dose in cGy read as a count, or a planned total read as what was given, makes units nobody may bill.

## Example
4000 fractions are refused; "18 of 25 so far" counts 18, and 18 it stays when the course ends there.

## References
Claims Processing Manual, chapter 13, section 70.1: two sessions on one day count as two only with a distinct break.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.rules.finding import CountError
from assistant.scenario import Scenario

MOST_FRACTIONS = 200  # the manual's longest example has 62; a number beyond this is a slip of the pen
BREAK = "a distinct break parts the two sessions of a day"


@dataclass(frozen=True, slots=True)
class Course:
    """The fractions to count, and how they were given."""

    fractions: int | None
    ended: bool = True
    a_day: int = 1  # sessions on one date of service
    provided: str = ""
    fields: int | None = None  # fields and arcs, where they count
    measured: int | None = None  # points measured on one date
    on_one_date: int | None = None  # sessions of one date, where the course is not told


def course_of(scenario: Scenario, fractions: int | None) -> Course:
    """The course a scenario tells. Two sessions a day without a distinct break count once (manual, 70.1)."""
    return replace(_sessions_of(scenario, fractions), measured=scenario.measured)


def _sessions_of(scenario: Scenario, fractions: int | None) -> Course:
    if scenario.schedule != "bid" or fractions is None:
        apart = "" if scenario.distinct_break else BREAK
        once = Course(fractions, has_ended(scenario), fields=scenario.fields)
        of_a_date = scenario.on_one_date if fractions in (None, scenario.on_one_date) else None
        return replace(once, on_one_date=of_a_date, provided=apart) if of_a_date else once
    if scenario.distinct_break is False:
        return Course((fractions + 1) // 2, has_ended(scenario), fields=scenario.fields)
    provided = "" if scenario.distinct_break else BREAK
    return Course(fractions, has_ended(scenario), 2, provided, scenario.fields)


def has_ended(scenario: Scenario) -> bool:
    """Whether what is left over may be judged: not while fractions of the course are still to come."""
    if scenario.course_ended is not None or scenario.fractions_so_far is None:
        return scenario.course_ended is not False
    return scenario.fractions is not None and scenario.fractions_so_far >= scenario.fractions


def fractions_of(scenario: Scenario) -> int | None:
    """The fractions to count: those given so far where that was told, else the whole course's.

    Raises CountError for a number no course can have.
    """
    in_parts = sum(checked(part.fractions) for part in scenario.sessions) if scenario.sessions else None
    whole = None if scenario.fractions is None else checked(scenario.fractions)
    so_far = None if scenario.fractions_so_far is None else checked(scenario.fractions_so_far, least=0)
    if so_far is not None and whole is not None and so_far > whole:
        raise CountError(f"{so_far} fractions cannot have been given of a course of {whole}. Correct one of the two.")
    if in_parts is not None and whole is not None and in_parts > whole:
        raise CountError(f"The parts told make {in_parts} fractions, the course {whole}. Correct one of the two.")
    if so_far is not None:  # also when the course has ended: it was stopped there, and what was planned is not billed
        return so_far
    return in_parts if in_parts is not None and whole is None else whole


def checked(count: object, least: int = 1) -> int:
    """A number of fractions a course can have, or CountError."""
    if isinstance(count, float) and not count.is_integer():
        low = int(count)
        raise CountError(f"{count} fractions: a fraction is given or it is not. Say {low} or {low + 1}.")
    if isinstance(count, bool) or not isinstance(count, int | float):
        raise CountError(f"{count!r} is not a number of fractions. Give it in figures, such as 28.")
    if count < least:
        raise CountError(f"{int(count)} fractions: a course has at least one. Give the number that was delivered.")
    if count > MOST_FRACTIONS:
        raise CountError(
            f"{int(count)} fractions: no course has more than {MOST_FRACTIONS}, and a dose in cGy is easily taken "
            "for a count. Give the number of fractions that was delivered."
        )
    return int(count)
