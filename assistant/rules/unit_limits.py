"""Medicare's limit of one date, told beside a count of units.

## What it does
Adds the limit to what fractions cannot count, and warns where two sessions a day are right and still stop.

## Why it matters
The physician's 77387 has a limit of 1 a date while delivery has 2: the second session's guidance stops.

## Example
60 sessions of 77387 twice a day: 60 units, and the limit of 1 on one date is told.

## References
Medically unlikely edits by release.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.rules import payers
from assistant.rules.counting import Tally
from assistant.rules.limits import table_of
from assistant.rules.periods import day_of
from assistant.scenario import Period, Scenario
from corpus.rulebook import CodeEntry, Limit


def with_limit(known: CodeEntry, piece: Period, scenario: Scenario, counted: Tally) -> Tally:
    limit = _limit(known, piece, scenario)
    if limit is None:
        return counted
    why = f"{counted.why} Medicare's limit is {limit.units} on one date ({limit.table} table, {limit.as_of})."
    return replace(counted, why=why, per_date=limit.units, limit=limit)


def with_daily_stop(known: CodeEntry, piece: Period, scenario: Scenario, counted: Tally) -> Tally:
    """Two sessions a day may be right and still stop at the limit: the physician's 77387 has 1 a date."""
    limit = _limit(known, piece, scenario) if counted.units and (counted.per_date or 0) > 1 else None
    if limit is None or limit.units >= (counted.per_date or 0):
        return counted
    argued = " unless records argue it" if limit.adjudication == 3 else ""
    table = f"{limit.table} table, {limit.as_of}"
    stop = f"Medicare's limit is {limit.units} on one date ({table}): what is above it stops{argued}."
    return replace(counted, why=f"{counted.why} {stop}", stop=stop, limit=limit)


def _limit(known: CodeEntry, piece: Period, scenario: Scenario) -> Limit | None:
    if not payers.is_medicare(scenario.payer):
        return None
    day = day_of(scenario)
    return known.limit_on(day if piece.start <= day <= piece.end else piece.start, table_of(scenario))
