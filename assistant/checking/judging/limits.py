"""A count against Medicare's limit of a date: beyond it or within it, in every table that the setting leaves open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant.checking.judging.judgement import Judged, same, worst
from assistant.rules.biller import HOSPITAL, is_hospitals_bill
from assistant.rules.limits import TABLES
from assistant.scenario import Scenario
from corpus.rulebook import CodeEntry, Limit

COMPARED = frozenset({"beyond limit", "within limit"})


def compared(known: CodeEntry, kind: str, number: int, day: date, scenario: Scenario) -> Judged:
    """Whether so many units of one date stand above the limit, or do not."""
    limits = _limits(known, day, scenario)
    if not limits:
        return Judged("no_data", f"We hold no limit of {known.code} for this date.")
    right = all((number > limit.units) == (kind == "beyond limit") for limit in limits)
    why = f"Limit of {known.code}: {limits[0].units} ({limits[0].table}, {limits[0].as_of})."
    return same(right, why, (limits[0].reference,))


def as_printed(known: CodeEntry, said: tuple[str | None, str | None], day: date, scenario: Scenario) -> Judged:
    """The limit and its adjudication as told, against the table of the bill."""
    number, adjudication = said
    table = "hospital" if is_hospitals_bill(scenario.setting, scenario.biller) else "practitioner"
    limit = known.limit_on(day, table)
    if limit is None:
        return Judged("no_data", f"We hold no limit of {known.code} for this date.")
    right = (number is None or int(number) == limit.units) and (
        adjudication is None or int(adjudication) == limit.adjudication
    )
    why = f"Limit of {known.code}: {limit.units} ({table}, MAI {limit.adjudication}, {limit.as_of})."
    return same(right, why, (limit.reference,))


def through_the_dates(found: list[Judged]) -> Judged:
    """The limit on the days that a table covers, with its release where no table covers the others.

    "The MUE of 77439 is 1 in 2026": the first release that lists the new code begins in April.
    """
    held = [one for one in found if one.verdict != "no_data"]
    judged = worst(held or found)
    return judged if len(held) in (0, len(found)) else replace(judged, note=judged.why)


def on_review(known: CodeEntry, passes: bool, day: date, scenario: Scenario) -> Judged:
    """Whether records can bring more than the limit through: with a clinical one (MAI 3), never an absolute one."""
    limits = _limits(known, day, scenario)
    kinds = {limit.adjudication for limit in limits}
    if len(kinds) != 1 or not kinds <= {2, 3}:
        return Judged("no_data", f"We hold no limit of one kind of {known.code} for this date.")
    why = f"Limit of {known.code}: {limits[0].units}, MAI {limits[0].adjudication} ({limits[0].table})."
    return same((limits[0].adjudication == 3) == passes, why, (limits[0].reference,), why)


def _limits(known: CodeEntry, day: date, scenario: Scenario) -> list[Limit]:
    """The limits in every table that the setting leaves open."""
    hospital = None if scenario.setting is None else scenario.setting in HOSPITAL
    if scenario.biller == "professional":
        hospital = False
    tables = TABLES if hospital is None else TABLES[1:] if hospital else TABLES[:1]
    return [limit for table in tables if (limit := known.limit_on(day, table)) is not None]
