"""Scenarios as the tests of the rules tell them: one line each."""

from __future__ import annotations

from datetime import date
from typing import Any

from assistant.rules.finding import UnitsRuling
from assistant.rules.units import units
from assistant.scenario import Period, Scenario, Sessions

LAST_OF_2025, FIRST_OF_2026 = date(2025, 12, 31), date(2026, 1, 1)


def scenario(dos: str | None = None, **facts: Any) -> Scenario:
    """A scenario; `dos` is a day ("2026-03-05") or a range ("2025-12-01..2026-01-31")."""
    if dos is None:
        return Scenario(**facts)
    first, _, last = dos.partition("..")
    return Scenario(dos=Period(date.fromisoformat(first), date.fromisoformat(last or first)), **facts)


def part(fractions: int, dates: str) -> Sessions:
    first, _, last = dates.partition("..")
    return Sessions(fractions, Period(date.fromisoformat(first), date.fromisoformat(last or first)))


def ruling(code: str, dos: str = "2025-05-12", **facts: Any) -> UnitsRuling:
    """The only ruling of a scenario whose dates reach no change."""
    rulings = units(code, scenario(dos, **facts))
    assert len(rulings) == 1, rulings
    return rulings[0]
