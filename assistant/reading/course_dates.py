"""The dates of service of a course, out of all dates a text names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from assistant.reading.dates import OPEN_END, OPEN_START, DateMention
from assistant.reading.facts_read import Fact, Problem
from assistant.reading.filing import is_elsewhere, is_of_service
from assistant.reading.tokens import Tokens
from assistant.scenario import Period

FIRST_DAY = date(2015, 1, 1)  # "before 2026" begins here: older dates of service are outside what this covers


def read_dates(
    dates: Sequence[DateMention],
    tokens: Tokens,
    facts: list[Fact],
    problems: list[Problem],
    alternatives: dict[str, tuple[Any, ...]],
    today: date,
) -> None:
    for one in dates:
        if one.problem:
            written = tokens.text.plain[one.start : one.end]
            why = f"{one.problem[0].upper()}{one.problem[1:]}."
            problems.append(Problem("impossible_date", written, why, one.start, one.end))
    told = [one for one in dates if one.period]
    said = _of_service(told, tokens.text.lower)
    if not said:
        return
    period = _course_dates(said, today)
    if period and period.start > period.end:
        written = tokens.text.plain[said[0].start : said[-1].end]
        why = f"The course ends ({period.end}) before it begins ({period.start})."
        problems.append(Problem("impossible_date", written, why, said[0].start, said[-1].end))
    elif period:
        facts.append(Fact("dos", period, said[0].start, said[-1].end))
    else:
        alternatives["dos"] = tuple(_closed(one.period, today) for one in said if one.period)
    is_over = any(one.role == "finished" and one.period and one.period.start <= today for one in said)
    if is_over and not any(fact.name == "course_ended" for fact in facts):
        facts.append(Fact("course_ended", True, said[-1].start, said[-1].end))


def _of_service(told: list[DateMention], lower: str) -> list[DateMention]:
    """The dates said to be of service; else those that are of nothing else, and all of them where nothing tells."""
    others = [one for one in told if is_elsewhere(lower, one.start)]
    if not others:
        return told
    own = [one for one in told if one not in others]
    return [one for one in own if is_of_service(lower, one.start)] or own or told


def _course_dates(said: Sequence[DateMention], today: date) -> Period | None:
    """One period out of all dates named: start and end of a course, parts of it, or the only one. None: several."""
    started = next((one.period for one in said if one.role == "started"), None)
    finished = next((one.period for one in said if one.role == "finished"), None)
    if started and finished:
        return Period(started.start, finished.end)
    since = next((one.period for one in said if one.role == "since"), None)
    through = next((one.period for one in said if one.role in ("through", "before")), None)
    if since and through and since.start <= through.end:
        return Period(since.start, through.end)
    if started and through:
        return Period(started.start, through.end)
    periods = list(dict.fromkeys(_closed(one.period, today) for one in said if one.period))
    if len(periods) == 1:
        return periods[0]
    if started and len(periods) == 2 and max(periods).start > started.end:
        return Period(started.start, max(periods).end)  # "started in December, 18 of them in January": one course
    days = [one for one in periods if one.is_day]
    if len(days) == len(periods) and len(days) > 2:
        return Period(min(days).start, max(days).end)  # a list of dates of one course
    inner = [one for one in periods if all(other.start <= one.start and one.end <= other.end for other in periods)]
    return inner[0] if inner else None


def _closed(period: Period, today: date) -> Period:
    """Open ends closed by what this covers: its first day, and today (or the start, when that is later)."""
    start = FIRST_DAY if period.start == OPEN_START else period.start
    end = max(today, start) if period.end == OPEN_END else period.end
    return Period(min(start, end), end)
