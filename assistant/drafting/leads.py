"""How a sentence begins: the case, the dates and the place it holds for, where these set it apart."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assistant.decision import Decision
from assistant.rules.finding import ModifierRuling, StatusRuling, UnitsRuling
from assistant.scenario import Period

Ruling = UnitsRuling | ModifierRuling | StatusRuling
PLACES = {
    "freestanding": "in an office or freestanding center",
    "office": "in the office",
    "hospital_outpatient": "in the hospital outpatient department",
    "hospital_inpatient": "for a hospital inpatient",
    "asc": "in an ambulatory surgical center",
    "snf": "in a skilled nursing facility",
}


def lead_of(ruling: Ruling, rulings: Sequence[Ruling], decision: Decision) -> str:
    """The case where there are several, and dates and place."""
    return led(decision.case, when_and_where(ruling, rulings, decision))


def when_and_where(ruling: Ruling, rulings: Sequence[Ruling], decision: Decision) -> str:
    """Dates and place, said only where they set this ruling apart from its neighbours or it is past."""
    setting = getattr(ruling, "setting", None)
    beside = [one for one in rulings if one.code == ruling.code and getattr(one, "setting", None) == setting]
    beside = [one for one in beside if getattr(one, "system", "") == getattr(ruling, "system", "")]
    # Alone is not enough to leave the dates out: "bill 28 units of 77014" is wrong today, whatever stands beside it.
    apart = len({one.period for one in beside}) > 1 or ruling.period.end < decision.day
    return led(dates_of(ruling.period, decision.day) if apart else "", place_of(setting, decision))


def place_of(setting: str | None, decision: Decision) -> str:
    """The setting in words, unless it is the one that was told."""
    return PLACES[setting] if setting and setting != decision.scenario.setting else ""


def dates_of(period: Period, day: date) -> str:
    """How a sentence begins that holds for part of the time only; empty for what holds throughout."""
    if period.end < day:
        return f"through {period.end}"
    if period.start > date(2020, 1, 1) and not period.is_day:
        return f"from {period.start}"
    return ""


def led(*parts: str) -> str:
    """The beginning of a sentence out of what is not empty: "through 2025-12-31, in the office"."""
    return ", ".join(part for part in parts if part)
