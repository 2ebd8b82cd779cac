"""The charges of one code in a course: units, the fractions and dates they fall due on, and who bills them.

## What it does
Takes the unit rulings of a code and lays their units on fractions: after every set, on every session, or once.

## Why it matters
Each unit of 77427 and 77336 is a line of its own date; a total on one line is refused.

## Example
77427 for 28 fractions falls due after fractions 5, 10, 15, 20, 25 and 28.

## References
Those of the unit rulings.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from assistant.rules.biller import OWN_BILL, side_of
from assistant.rules.component_modifiers import component_modifier
from assistant.rules.finding import UnitsRuling
from assistant.rules.units import units
from assistant.scenario import Scenario
from corpus.rulebook import Reference, entry


@dataclass(frozen=True, slots=True)
class Charge:
    """Units of one code that a course supports inside one period of the rules."""

    code: str
    modifier: str  # "26" where the payer or the setting requires it, else ""
    units: int
    per_date: int | None
    fractions: tuple[int, ...]  # the fractions after which a unit falls due, counted from 1
    dates: tuple[date, ...]  # their dates, one for each unit
    biller: str  # physician, facility, centre, physician and facility
    why: str
    references: tuple[Reference, ...] = ()
    provided: str = ""


@dataclass(frozen=True, slots=True)
class Open:
    """Something a course may need that is not charged here, and why."""

    matter: str
    codes: tuple[str, ...]
    why: str
    asks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Charges:
    charges: tuple[Charge, ...]
    undecided: tuple[Open, ...]
    not_charged: tuple[Open, ...]


def charges_of(code: str, scenario: Scenario, dates: tuple[date, ...], days: frozenset[date]) -> Charges:
    """The charges of a code over the dates of a course (`days`: those on which it is the right code)."""
    charges, undecided, not_charged = [], [], []
    for ruling in units(code, scenario):
        within = [
            at
            for at, day in enumerate(dates, 1)
            if day in days and ruling.period.start <= day <= ruling.period.end and _counts(at, dates, scenario)
        ]
        if not within:
            continue
        if ruling.units is None:
            undecided.append(Open(code, (code,), ruling.why))
        elif ruling.units == 0:
            not_charged.append(Open(code, (code, *ruling.see), ruling.why))
        else:
            charges.append(_charge(ruling, scenario, dates, within))
        if ruling.units and ruling.basis == "partly_counted":
            undecided.append(Open(code, (code,), ruling.why))
    return Charges(tuple(charges), tuple(undecided), tuple(not_charged))


def _counts(at: int, dates: tuple[date, ...], scenario: Scenario) -> bool:
    """Two sessions of a day without a distinct break count once: the second of them."""
    if scenario.schedule != "bid" or scenario.distinct_break is not False:
        return True
    return at == len(dates) or dates[at] != dates[at - 1]


def _charge(ruling: UnitsRuling, scenario: Scenario, dates: tuple[date, ...], within: list[int]) -> Charge:
    due = due_fractions(ruling, within)
    days = tuple(dates[at - 1] for at in due)
    biller, modifier = _biller(ruling, scenario, days[0])
    return Charge(
        ruling.code, modifier, ruling.units or 0, ruling.per_date, due, days, biller, ruling.why,
        ruling.references, ruling.provided,
    )  # fmt: skip


def due_fractions(ruling: UnitsRuling, within: list[int]) -> tuple[int, ...]:
    """The fractions after which the units fall due: every set's last, every session, or the course's last."""
    made = ruling.units or 0
    if ruling.one_per.endswith("fractions"):
        size = int(ruling.one_per.split()[0])
        sets = within[size - 1 :: size][:made]
        return tuple(sets if len(sets) == made else [*sets, within[-1]])
    if ruling.one_per == "session" and made == len(within):
        return tuple(within)
    return tuple(within[-made:])


def _biller(ruling: UnitsRuling, scenario: Scenario, day: date) -> tuple[str, str]:
    """Who bills the charge, and the component modifier that must stand on it."""
    known = entry(ruling.code)
    assert known is not None  # a ruling with units has an entry
    side, _ = side_of(known, day)
    told = component_modifier(known, "26", day, scenario.but(biller="professional"))
    modifier = "26" if side == "professional" and told.required else ""
    if side == "professional":
        return "physician", modifier
    own_bill = scenario.setting in OWN_BILL
    if side == "technical":
        return ("facility" if own_bill else "centre"), ""
    return ("physician and facility" if own_bill else "centre"), ""
