"""Dates of service cut at the dates on which a rule changes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from assistant.rules.finding import DateError
from assistant.scenario import Period, Scenario
from corpus.rulebook import CodeEntry, Dated, entry

FOREVER = date(9999, 12, 31)  # the open end of a period
EVIDENCE_BEGINS = date(2020, 1, 1)  # the oldest fee schedule held
ONE_DAY = timedelta(days=1)


def period_of(value: Dated) -> Period:
    return Period(value.start, value.end or FOREVER)


def window(known: CodeEntry, scenario: Scenario) -> Period:
    """The dates a question is about: as told, else every date our evidence on the code reaches.

    Raises DateError when the dates are reversed.
    """
    told = told_dates(scenario)
    if told is not None:
        return told
    return Period(max(known.periods[0].start, EVIDENCE_BEGINS), FOREVER)


def told_dates(scenario: Scenario) -> Period | None:
    """The dates told, or those the sessions span. Raises DateError when they contradict each other."""
    for period in (*([scenario.dos] if scenario.dos else []), *(part.period for part in scenario.sessions)):
        if period.end < period.start:
            raise DateError(
                f"The service cannot end on {period.end} before it began on {period.start}. Swap the two dates."
            )
    if not scenario.sessions:
        return scenario.dos
    first = min(part.period.start for part in scenario.sessions)
    last = max(part.period.end for part in scenario.sessions)
    if scenario.dos is None:
        return Period(first, last)
    return Period(min(first, scenario.dos.start), max(last, scenario.dos.end))


def day_of(scenario: Scenario) -> date:
    """The day a single ruling is made for: the first date told, else the rules now in force."""
    told = told_dates(scenario)
    return told.start if told else FOREVER


def stretches(whole: Period, values: Iterable[Dated]) -> tuple[Period, ...]:
    """The dates cut wherever one of the values begins or ends, in order."""
    if whole.is_day:
        return (whole,)
    cuts = {whole.start}
    for value in values:
        cuts.add(value.start)
        if value.end is not None and value.end < FOREVER:
            cuts.add(value.end + ONE_DAY)
    starts = sorted(cut for cut in cuts if whole.start <= cut <= whole.end)
    ends = [start - ONE_DAY for start in starts[1:]] + [whole.end]
    return tuple(Period(start, end) for start, end in zip(starts, ends, strict=True))


@lru_cache(maxsize=1024)
def _cuts(code: str) -> tuple[date, ...]:
    """The first days of all stretches in which everything the rule book holds on a code stays the same."""
    known = entry(code)
    if known is None:
        return ()
    values: tuple[Dated, ...] = (
        *known.periods, *known.component, *known.status, *known.global_days, *known.bilateral, *known.limits,
        *known.units, *known.relations, *known.payers,
    )  # fmt: skip
    return tuple(piece.start for piece in stretches(Period(EVIDENCE_BEGINS, FOREVER), values))


def standing_for(code: str, day: date) -> date:
    """A day for which every rule of the code says the same as for this one: what is asked of many dates is cached."""
    cuts = _cuts(code)
    at = bisect_right(cuts, day)
    return cuts[at - 1] if at else day


def spoken(period: Period) -> str:
    """The dates inside a sentence: "on 2026-03-05", "from 2026-01-01", "2025-12-01 to 2025-12-31"."""
    if period.is_day:
        return f"on {period.start}"
    if period.end == FOREVER:
        return f"from {period.start}"
    return f"{period.start} to {period.end}"
