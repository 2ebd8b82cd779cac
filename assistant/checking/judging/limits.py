"""A count against Medicare's limit of a date: beyond it or within it, in every table that the setting leaves open."""

from __future__ import annotations

from datetime import date
from typing import Literal

from assistant.checking.judging.judgement import Judged, same
from assistant.scenario import Scenario
from corpus.rulebook import CodeEntry

COMPARED = frozenset({"beyond limit", "within limit"})
TABLES: tuple[Literal["practitioner", "hospital"], ...] = ("practitioner", "hospital")


def compared(known: CodeEntry, kind: str, number: int, day: date, scenario: Scenario) -> Judged:
    """Whether so many units of one date stand above the limit, or do not."""
    hospital = None if scenario.setting is None else scenario.setting.startswith("hospital")
    if scenario.biller == "professional":
        hospital = False
    tables = TABLES if hospital is None else TABLES[1:] if hospital else TABLES[:1]
    limits = [limit for table in tables if (limit := known.limit_on(day, table)) is not None]
    if not limits:
        return Judged("no_data", f"We hold no limit of {known.code} for this date.")
    right = all((number > limit.units) == (kind == "beyond limit") for limit in limits)
    why = f"Limit of {known.code}: {limits[0].units} ({limits[0].table}, {limits[0].as_of})."
    return same(right, why, (limits[0].reference,))
