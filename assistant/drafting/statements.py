"""One ruling, one or two plain sentences: the only place where rulings become words.

The composer puts these together; the gate falls back on them when it replaces a wrong sentence. They go
through the gate as anybody's prose would.
"""

from __future__ import annotations

from datetime import date

from assistant.rules.finding import CodeRuling, ModifierRuling, PairRuling, StatusRuling, UnitsRuling
from assistant.scenario import Period

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
PAYERS = {
    "medicare": "Medicare",
    "medicare_advantage": "Medicare Advantage",
    "medicaid": "Medicaid",
    "uhc": "UnitedHealthcare",
    "aetna": "Aetna",
    "cigna": "Cigna",
    "humana": "Humana",
    "other": "this payer",
}
SETTINGS = {
    "freestanding": "in a freestanding center",
    "office": "in the office",
    "hospital_outpatient": "in the hospital outpatient department",
    "hospital_inpatient": "for a hospital inpatient",
    "asc": "in an ambulatory surgical center",
    "snf": "in a skilled nursing facility",
}


def payer_name(payer: str) -> str:
    """The payer as a sentence names it."""
    if payer.startswith("bcbs:"):
        return f"Blue Cross Blue Shield ({payer.removeprefix('bcbs:').replace('-', ' ').title()})"
    return PAYERS.get(payer, payer)


def count(number: int, thing: str) -> str:
    """"1 unit", "6 units"."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def dated(period: Period) -> str:
    """The dates of service a ruling holds for, as the end of a sentence; empty when it is open both ways."""
    if period.is_day:
        return f"on {period.start}"
    if period.end == date.max:
        return f"from {period.start}" if period.start > date.min else ""
    return f"through {period.end}"


def say_units(ruling: UnitsRuling) -> str:
    """What the rule book says about units, the number first."""
    code, units = ruling.code, ruling.units
    if ruling.basis == "counted" and units is not None:
        return f"Bill {code} as {count(units, 'unit')} for the course{_on_dates(ruling)}. {ruling.why}"
    return ruling.why


def _on_dates(ruling: UnitsRuling) -> str:
    if ruling.units is None or ruling.units < 2 or ruling.per_date != 1:
        return ""
    dates = NUMBERS[ruling.units] if ruling.units < len(NUMBERS) else str(ruling.units)
    return f", on {dates} dates with 1 unit each"


def say_modifier(ruling: ModifierRuling) -> str:
    """Whether the modifier belongs on the code."""
    return ruling.why


def say_pair(ruling: PairRuling) -> str:
    """Whether two codes go together."""
    return ruling.why


def say_code(ruling: CodeRuling) -> str:
    """Whether the code exists on the date."""
    return ruling.why


def say_status(ruling: StatusRuling) -> str:
    """How the payer's system treats the code."""
    return ruling.why
