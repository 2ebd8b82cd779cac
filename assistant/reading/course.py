"""The facts of a course: fractions, how far it has come, whether it ended, schedule, break, isocenters."""

from __future__ import annotations

import re

from assistant.reading.course_state import ended_for_good, read_isocenters, read_state
from assistant.reading.dates import DateMention
from assistant.reading.facts_read import CourseReading, Fact, Problem
from assistant.reading.fraction_count import FractionCount
from assistant.reading.fraction_counts import fraction_counts
from assistant.reading.fraction_words import STOPPED_AFTER
from assistant.reading.tokens import Tokens
from assistant.scenario import Period, Sessions

MOST_FRACTIONS = 100  # hyperfractionated courses reach about 70; beyond 100 somebody mistyped


def read_course(tokens: Tokens) -> CourseReading:
    """Everything a text says about the course it is about."""
    reading = CourseReading()
    counts = _possible(tokens, fraction_counts(tokens), reading)
    parts = _sessions(tokens, counts)
    if parts:
        span = tokens.dates[0].start, tokens.dates[-1].end
        dates = Period(min(one.period.start for one in parts), max(one.period.end for one in parts))
        reading.facts += [Fact("sessions", parts, *span), Fact("dos", dates, *span)]
        _whole(tokens, sum(one.fractions for one in parts), *span, reading)
    else:
        _fractions(tokens, _without_a_part(tokens, counts), reading)
    read_state(tokens.text.lower, reading)
    read_isocenters(tokens, reading)
    return reading


def _possible(tokens: Tokens, counts: list[FractionCount], reading: CourseReading) -> list[FractionCount]:
    possible = []
    for one in counts:
        wrong = next((value for value in (one.value, one.of) if value is not None and not _is_possible(value)), None)
        if wrong is None and one.of is not None and one.value > one.of:
            wrong = one.value
        if wrong is None:
            possible.append(one)
            continue
        said = tokens.text.plain[one.start : one.end]
        reading.problems.append(Problem("impossible_count", said, _why_impossible(one, wrong), one.start, one.end))
    return possible


def _is_possible(value: int | float) -> bool:
    return isinstance(value, int) and 1 <= value <= MOST_FRACTIONS


def _why_impossible(one: FractionCount, wrong: int | float) -> str:
    if isinstance(wrong, float):
        return f"{wrong} fractions cannot be: a fraction is given or not. Say a whole number."
    if one.of is not None and one.value > one.of:
        return f"{one.value} of {one.of} fractions cannot be: say how many were planned and how many given."
    if wrong > MOST_FRACTIONS:
        return f"{wrong} fractions in one course is more than any course has. Say the number again."
    return f"A course cannot have {wrong} fractions. Say how many were given."


def _sessions(tokens: Tokens, counts: list[FractionCount]) -> tuple[Sessions, ...]:
    """ "10 in December, 18 in January": a course told in parts by date."""
    lower, parts = tokens.text.lower, []
    by_end = {one.end: one for one in counts}
    numbers = {one.noun_end: one for one in tokens.numbers if one.noun in ("fraction", None) and one.is_count}
    for day in tokens.dates:
        if day.period is None or day.role != "on":
            continue
        end = _end_before(lower, day)
        count = by_end.get(end)
        value = count.value if count else numbers[end].value if end in numbers else None
        if isinstance(value, int) and _is_possible(value):
            parts.append(Sessions(value, Period(*day.period)))
    return tuple(parts) if len(parts) > 1 else ()


def _end_before(lower: str, day: DateMention) -> int:
    """Where the words before a date end that may be a number of fractions given on it."""
    head = re.search(
        r"\s?(?:were |given |delivered |done )?(?:in|on|during|by)?\s$", lower[max(0, day.start - 20) : day.start]
    )
    return day.start - len(head.group()) if head else day.start


def _without_a_part(tokens: Tokens, counts: list[FractionCount]) -> list[FractionCount]:
    """ "18 in January of 28 that started in December": the 18 are of a month, and no length of the course."""
    if not any(day.role == "started" for day in tokens.dates):
        return counts
    ends = {_end_before(tokens.text.lower, day) for day in tokens.dates if day.role == "on"}
    parts = [one for one in counts if one.end in ends and one.of is None]
    longer = [one for one in counts if one.part in ("total", "planned") and one not in parts]
    holds = bool(parts) and all(part.value < one.value for part in parts for one in longer)
    return longer if longer and holds else counts


def _fractions(tokens: Tokens, counts: list[FractionCount], reading: CourseReading) -> None:
    said = [one for one in counts if one.part in ("total", "alternative")]
    delivered = [one for one in counts if one.part == "delivered"]
    planned = [one for one in counts if one.part == "planned"]
    for one in counts:
        if one.schedule:
            reading.facts.append(Fact("schedule", one.schedule, one.start, one.end))
    so_far = next((one for one in counts if one.part == "so_far"), None)
    if so_far is not None and ended_for_good(tokens.text.lower):
        delivered = [so_far]  # "2 of 10 planned, then hospice": what was given is the whole course
    elif so_far is not None:
        _so_far(so_far, said or planned, reading)
        return
    base = delivered[-1:] or said or planned
    boosts = [one for one in counts if one.part == "boost"]
    if not base:
        _only_boost(boosts, reading)
        return
    if delivered and (so_far is not None or _stops(tokens, delivered[-1])):
        reading.facts.append(Fact("course_ended", True, delivered[-1].start, delivered[-1].end))
    values = list(dict.fromkeys(int(one.value) for one in base))
    if len(values) > 1:
        _several(tokens, base, values, reading)
        return
    total = values[0] + sum(int(one.value) for one in boosts if one.adds)
    _whole(tokens, total, base[0].start, base[-1].end, reading)


def _whole(tokens: Tokens, total: int, start: int, end: int, reading: CourseReading) -> None:
    """The fractions of the whole course; parts that are possible may still add up to too many."""
    if _is_possible(total):
        reading.facts.append(Fact("fractions", total, start, end))
        return
    why = f"That adds up to {total} fractions, more than any course has. Say the numbers again."
    reading.problems.append(Problem("impossible_count", tokens.text.plain[start:end], why, start, end))


def _so_far(one: FractionCount, rest: list[FractionCount], reading: CourseReading) -> None:
    whole = one.of if one.of is not None else rest[0].value if rest else None
    if whole is not None:
        reading.facts.append(Fact("fractions", int(whole), one.start, one.end))
    if whole is not None and whole == one.value:
        reading.facts.append(Fact("course_ended", True, one.start, one.end))
    else:
        reading.facts.append(Fact("fractions_so_far", int(one.value), one.start, one.end))


def _stops(tokens: Tokens, delivered: FractionCount) -> bool:
    lower = tokens.text.lower
    if STOPPED_AFTER.match(lower[delivered.end :]):
        return True
    before = lower[max(0, delivered.start - 40) : delivered.start]
    return bool(
        re.search(
            r"stop|quit|discontinu|terminat|dropped|died|expired|passed|d/c|withdrew|cut short|only|ended",
            before,
        )
    )


def _only_boost(boosts: list[FractionCount], reading: CourseReading) -> None:
    if not boosts:
        return
    one = boosts[-1]
    reading.adds_boost = int(one.value)
    reading.facts.append(Fact("fractions", int(one.value), one.start, one.end))


_CORRECTS = re.compile(r"\b(?:no wait|wait|actually|i mean|sorry|correction|make that|scratch that|oops|rather|no)\b")


def _several(tokens: Tokens, base: list[FractionCount], values: list[int], reading: CourseReading) -> None:
    """Two totals: the second corrects the first, or both are asked about, or they contradict each other."""
    between = tokens.text.lower[base[0].end : base[-1].start + 1]
    if _CORRECTS.search(between):
        reading.facts.append(Fact("fractions", values[-1], base[-1].start, base[-1].end))
        return
    reading.alternatives["fractions"] = tuple(values)
    around = tokens.text.lower[base[0].start : base[-1].end + 20]
    if "total" in around or "altogether" in around or "whole course" in around:
        said = tokens.text.plain[base[0].start : base[-1].end]
        why = f"The question says {values[0]} fractions and then {values[-1]}. Say which is right."
        reading.problems.append(Problem("contradiction", said, why, base[0].start, base[-1].end))
