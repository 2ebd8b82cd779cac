"""The days a course reaches over when only its first or its last is told: "28 fx, started 12/15/25".

Its sessions are not all on that day. What crosses a change of the rules is then asked about or counted apart, instead
of being answered for the one day.
"""

from __future__ import annotations

from datetime import date, timedelta

from assistant.reading.tokens import Tokens
from assistant.rules.treatment_days import treatment_days
from assistant.scenario import Period, Scenario

A_DAY = {"bid": 2}  # sessions
DAYS_BETWEEN = 4  # at most, between sessions that are not given every weekday


def spanned(scenario: Scenario, tokens: Tokens) -> Scenario:
    """The scenario with all treatment days of the course as its dates of service, where one end and a count are told."""
    said = [one for one in tokens.dates if one.period]
    fractions = scenario.fractions
    if len(said) != 1 or scenario.dos is None or not scenario.dos.is_day or fractions is None or fractions < 2:
        return scenario
    if said[0].role == "started":
        return scenario.but(dos=Period(scenario.dos.start, _last_day(scenario.dos.start, fractions, scenario.schedule)))
    if said[0].role == "finished":
        return scenario.but(dos=Period(_first_day(scenario.dos.end, fractions, scenario.schedule), scenario.dos.end))
    return scenario


def _last_day(first: date, fractions: int, schedule: str | None) -> date:
    if schedule == "other":
        return first + timedelta(days=DAYS_BETWEEN * (fractions - 1))
    return treatment_days(first, fractions, A_DAY.get(schedule or "", 1))[-1]


def _first_day(last: date, fractions: int, schedule: str | None) -> date:
    """The latest first day from which the course still reaches the last one."""
    first = last
    while _last_day(first, fractions, schedule) > last:
        first -= timedelta(days=1)
    return first
