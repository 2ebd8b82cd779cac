"""NCCI's medically unlikely edits: the most units of a code on one line or one date.

## What it does
Finds the limit of the release in force on the date of service and says whether units exceed it, and whether the
excess can be argued: MAI 1 counts a line, MAI 2 a date and absolutely, MAI 3 a date unless records show more.

## Why it matters
A limit is a ceiling, not a frequency: 77417 at one a date does not mean one every date.

## Example
11 units of 77300 on one date exceed the limit of 10; with records per field the excess can be argued (MAI 3).

## References
Medically unlikely edits, practitioner and hospital tables, by release as each limit's `as_of` names it.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from assistant.rules.codes import tidy
from assistant.rules.counting import many
from assistant.rules.finding import Finding
from assistant.rules.periods import period_of
from assistant.scenario import Scenario
from corpus.rulebook import Limit, entry

EXCESS = {
    1: "Units above it belong on another line with a fitting modifier, when they were given.",
    2: "The limit is absolute (MAI 2): no record and no appeal lifts it.",
    3: "More can be argued with records of what was done (MAI 3).",
}


Table = Literal["practitioner", "hospital"]
TABLES: tuple[Table, ...] = ("practitioner", "hospital")


def table_of(scenario: Scenario) -> Table:
    """The table of the bill: a hospital's own outpatient bill has one, everybody else the practitioners'."""
    hospitals = scenario.setting == "hospital_outpatient" and scenario.biller != "professional"
    return "hospital" if hospitals or (scenario.setting is None and scenario.biller == "facility") else "practitioner"


def limit(code: str, day: date, table: str) -> Limit | None:
    """The limit in force, or None where no release we hold covers the date."""
    known = entry(tidy(code))
    return known.limit_on(day, table) if known else None


def exceeds(code: str, units: int, day: date, table: str) -> Finding:
    """Whether so many units (of a line for MAI 1, of a date for MAI 2 and 3) stay within the limit."""
    rule = f"limits.{tidy(code)}"
    held = limit(code, day, table)
    if held is None:
        why = f"We hold no {table} limit of {tidy(code)} for {day}."
        return Finding(rule, "no_data", why)
    where = "line" if held.adjudication == 1 else "date of service"
    said = f"the {table} limit is {many(held.units, 'unit')} for one {where} ({held.as_of})"
    if units <= held.units:
        return Finding(rule, "pass", f"{many(units, 'unit')}: {said}.", (held.reference,), "", period_of(held))
    why = f"{many(units, 'unit')} of {tidy(code)}, but {said}. {EXCESS[held.adjudication]}"
    return Finding(rule, "fail", why, (held.reference,), "mue", period_of(held))
