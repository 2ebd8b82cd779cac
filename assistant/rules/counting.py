"""The arithmetic of units: what a number of fractions makes under one unit rule.

## What it does
Counts full sets of five, sessions, days or courses, and says of what is left over only what the rule says.

## Why it matters
77427 counts three or four fractions left over and not one or two; 77336 and 77417 say nothing of any. Carrying
one rule over to the other is the commonest wrong unit of the field.

## Example
28 fractions: 77427 makes 6 (5 full sets, 3 left over count), 77336 makes 5 and leaves 3 that nothing settles.

## References
Claims Processing Manual, chapter 13, sections 70.1 and 70.3; NCCI Policy Manual, chapter IX, on 77336.
"""

from __future__ import annotations

from dataclasses import dataclass

from assistant.rules.finding import Verdict
from assistant.rules.fractions import Course
from corpus.rulebook import Limit, UnitRule


@dataclass(frozen=True, slots=True)
class Tally:
    """What a course makes: units of the course, units of one date, and what is settled of them."""

    units: int | None
    why: str
    basis: str
    verdict: Verdict = "pass"
    per_date: int | None = None
    dates: int | None = None
    settled: int | None = None
    started: int | None = None
    leftover: int | None = None
    provided: str = ""
    stop: str = ""
    limit: Limit | None = None  # Medicare's limit of one date, where `why` tells it


def tally(rule: UnitRule, course: Course) -> Tally:
    """What the course makes under the rule; None where the rule, or a missing count, leaves it open."""
    if rule.one_per.fractions is not None:
        return _sets(rule, rule.one_per.fractions, course)
    thing = rule.one_per.thing
    if thing in ("session", "day"):
        return _each(rule, thing, course)
    if thing == "course":
        return Tally(1, "One unit covers the whole course.", "once", per_date=1, dates=1, settled=1)
    if thing == "plan":
        return Tally(1, "One unit covers a plan: 1 for a course with one plan.", "once", per_date=1, dates=1, settled=1)
    if rule.course_fractions is not None and rule.course_fractions[0] > 1:
        return _later_sessions(rule, rule.course_fractions[0], course)
    if thing == "measurement" and course.measured is not None:
        n = course.measured
        why = f"One unit covers one measurement: {many(n, 'measured point')} make {many(n, 'unit')}."
        return Tally(n, why, "per_measurement", "pass", n, 1, n, n)
    if rule.one_per.of_each == "field" and course.fields is not None:
        made = many(course.fields, "unit")
        counted = "field or device" if thing == "device" else "field or arc"
        why = f"One unit covers one {thing}: {many(course.fields, counted)} make {made}."
        return Tally(course.fields, why, "per_field", "pass", course.fields, 1, course.fields, course.fields)
    why = f"One unit covers one {thing}: the record must say how many, fractions do not."
    return Tally(None, why, "needs_count", "no_data")


def _sets(rule: UnitRule, size: int, course: Course) -> Tally:
    count = course.fractions
    if count is None:
        why = f"One unit covers {size} fractions: say how many were delivered."
        return Tally(None, why, "needs_count", "no_data", per_date=1)
    full, left = divmod(count, size)
    parts = f"{many(count, 'fraction')}: {many(full, 'full set')} of {size}"
    if full == 0:
        parts = f"{many(count, 'fraction')} {'makes' if count == 1 else 'make'} no full set of {size}"
    elif left:
        parts += f" and {left} left over"
    if not course.ended:
        judged = f" {left} more are judged when the course has ended." if left else ""
        return _settled(full, f"So far {parts}.{judged}", "counted_so_far", left, course)
    if rule.short_course is not None and count < rule.short_course.below:
        why = (
            f"A course of fewer than {rule.short_course.below} fractions takes {many(rule.short_course.units, 'unit')}."
        )
        return _settled(rule.short_course.units, why, "once", 0, course)
    if left == 0:
        return _settled(full, f"{parts}.", "counted", 0, course)
    if rule.leftover is None or rule.leftover.counts_from is None:
        return _unsettled(full, left, parts, course)
    if left >= rule.leftover.counts_from:
        more = "which count as one more" if full else f"but {rule.leftover.counts_from} or more count as one"
        return _settled(full + 1, f"{parts}, {more}.", "counted", left, course)
    less = (
        f"which {'does' if left == 1 else 'do'} not count"
        if full
        else f"and count only from {rule.leftover.counts_from} on"
    )
    return _settled(full, f"{parts}, {less}.", "counted", left, course)


def _settled(units: int, why: str, basis: str, left: int, course: Course) -> Tally:
    spread = f", one each on {units} dates" if units > 1 else ""
    so_far = " so far" if basis == "counted_so_far" else ""
    why = f"{why} That makes {many(units, 'unit')}{so_far}{spread}."
    return Tally(units, why, basis, "pass", 1, units, units, units, left, course.provided)


def _unsettled(full: int, left: int, parts: str, course: Course) -> Tally:
    if full == 0:
        why = f"{parts}. No authority we hold settles a course shorter than one set."
        return Tally(None, why, "partly_counted", "no_data", 1, None, 0, 1, left, course.provided)
    last = f"the last {left}" if left > 1 else "the last one"
    spread = f", one each on {full} dates" if full > 1 else ""
    why = f"{parts}. The full sets make {many(full, 'unit')}{spread}; no authority settles {last}."
    return Tally(full, why, "partly_counted", "pass", 1, full, full, full + 1, left, course.provided)


def _each(rule: UnitRule, thing: str, course: Course) -> Tally:
    count = course.fractions
    a_day = 1 if thing == "day" else course.a_day
    if course.on_one_date is not None and thing == "session":
        n = course.on_one_date
        why = f"One unit covers one session: {many(n, 'session')} of one date make {many(n, 'unit')}."
        return Tally(n, why, "of_one_date", "pass", n, 1, n, n, 0, course.provided)
    if count is None:
        why = f"One unit covers one {thing}: say how many fractions were delivered."
        return Tally(None, why, "needs_count", "no_data", per_date=a_day)
    dates = -(-count // course.a_day)
    units = dates if thing == "day" else count
    why = f"One unit covers one {thing}: {many(count, 'fraction')} make {many(units, 'unit')}"
    if rule.most_per_course is not None and units > rule.most_per_course:
        units = rule.most_per_course
        why = f"One unit covers one {thing}, at most {units} in a course: {many(units, 'unit')}"
    if units > 1:
        why += f", {'two' if a_day == 2 else 'one'} on each of {many(dates, 'date')}"
    provided = course.provided if thing == "session" else ""
    return Tally(units, f"{why}.", "per_session", "pass", a_day, min(dates, units), units, units, 0, provided)


def _later_sessions(rule: UnitRule, first: int, course: Course) -> Tally:
    """G0340: one for each session from the second on, because the first has a code of its own."""
    if course.fractions is None:
        why = f"One unit covers a session from session {first} on: say how many fractions were delivered."
        return Tally(None, why, "needs_count", "no_data", per_date=1)
    units = min(course.fractions - first + 1, rule.most_per_course or course.fractions)
    made = f"{many(course.fractions, 'fraction')} make {many(units, 'unit')}"
    why = f"One unit covers a session from session {first} on: {made}."
    return Tally(units, why, "per_session", "pass", 1, units, units, units, 0)


def many(count: int, word: str) -> str:
    """ "1 unit", "6 units", "2 fields or arcs" """
    return f"{count} {word if count == 1 else 's '.join(f'{word}s'.split(' ', 1)) if ' or ' in word else f'{word}s'}"
