"""A count against Medicare's limit of a date: beyond it or within it, in every table that the setting leaves open."""

from __future__ import annotations

from datetime import date

from assistant.checking.judging.judgement import Judged, same
from assistant.rules.biller import HOSPITAL
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
