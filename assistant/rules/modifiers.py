"""Whether a modifier belongs on a code on a date of service.

## What it does
26 and TC go by the component; 50 by the bilateral column; 58, 78 and 79 by the global days; 25 belongs on visits;
59, the X modifiers, 76 and 77 go by NCCI's edits and limits. Any other is described and otherwise no_data.

## Why it matters
A wrong modifier returns the line, and PC is a trap: it does not mean "professional component" but that a wrong
procedure was done on the patient.

## Example
`modifier("77387", "PC", scenario)` is not allowed; 26 is meant.

## References
The fee schedule columns by release; NCCI policy on 59 and X{EPSU}; the modifier list of the rule book.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from assistant.rules import payers
from assistant.rules.codes import code_on, tidy
from assistant.rules.component_modifiers import Told, component_modifier, no_modifier
from assistant.rules.described_modifiers import described, place
from assistant.rules.finding import ModifierRuling
from assistant.rules.pair_modifiers import distinct, repeated
from assistant.rules.periods import day_of, stretches, window
from assistant.scenario import Period, Scenario
from corpus.modifiers import modifier as held
from corpus.rulebook import CodeEntry, entry

DISTINCT = frozenset({"59", "XE", "XP", "XS", "XU"})
REPEATED = frozenset({"76", "77"})
LAST_HELD = "The last one held,"
GLOBAL = frozenset({"58", "78", "79"})
OF_VISITS = frozenset({"24", "25"})
VISITS = ("992", "993", "994", "G2211")  # evaluation and management


def modifier(code: str, modifier: str, scenario: Scenario) -> ModifierRuling:
    """The ruling on the first date told, or by the rules now in force when no date is."""
    return modifier_on(code, modifier, day_of(scenario), scenario)


def modifier_on(code: str, modifier: str, day: date, scenario: Scenario) -> ModifierRuling:
    """The ruling on one date of service; "none" asks whether the code may stand without 26 and TC."""
    code, modifier = tidy(code), tidy(modifier).lstrip("-")
    return _ruling(code, modifier, Period(day, day), scenario, _told(code, modifier, day, scenario))


def modifier_by_period(code: str, modifier: str, scenario: Scenario) -> tuple[ModifierRuling, ...]:
    """One ruling for each stretch of the scenario's dates in which the answer stays the same."""
    code, modifier = tidy(code), tidy(modifier).lstrip("-")
    known = entry(code)
    if known is None:
        return (modifier_on(code, modifier, day_of(scenario), scenario),)
    whole = window(known, scenario)
    values = (*known.periods, *known.component, *known.status, *known.payers, *known.global_days, *known.bilateral)
    rulings: list[ModifierRuling] = []
    for piece in stretches(whole, (*values, *known.limits)):
        told = _told(code, modifier, piece.start, scenario)
        start = piece.start
        if rulings and (rulings[-1].allowed, rulings[-1].required, rulings[-1].why) == told[:3]:
            start = rulings.pop().period.start
        rulings.append(_ruling(code, modifier, Period(start, piece.end), scenario, told))
    return tuple(rulings)


def _told(code: str, modifier: str, day: date, scenario: Scenario) -> Told:
    if modifier == "PC":
        why = "PC does not mean professional component: it reports a wrong procedure on the patient. 26 is meant."
        return Told(False, False, why, described("PC").references, "26")
    known = entry(code)
    if known is None:
        return _on_unknown(code, modifier, day)
    validity = code_on(code, day)
    if validity.valid is not True:
        return Told(validity.valid, False, validity.why, validity.references)
    if modifier in ("26", "TC"):
        return component_modifier(known, "26" if modifier == "26" else "TC", day, scenario)
    if modifier in ("", "NONE"):
        return no_modifier(known, day, scenario)
    by = RULES.get(modifier)
    return by(known, modifier, day, scenario) if by else described(modifier)


def _on_unknown(code: str, modifier: str, day: date) -> Told:
    if modifier == "25" and code.startswith(VISITS):
        why = "25 marks a separate, significant visit on the date of another service."
        return Told(True, False, why, described("25").references)
    return Told(None, False, code_on(code, day).why)


def _visit(known: CodeEntry, modifier: str, _day: date, _scenario: Scenario) -> Told:
    why = f"{modifier} belongs on a visit code, not on {known.code}."
    return Told(False, False, why, described(modifier).references)


def _place(_known: CodeEntry, modifier: str, _day: date, scenario: Scenario) -> Told:
    return place(modifier, scenario)


def _both_sides(known: CodeEntry, _modifier: str, day: date, scenario: Scenario) -> Told:
    column = next((one for one in known.bilateral if one.holds_on(day)), None)
    if column is None or not payers.is_medicare(scenario.payer):
        why = f"We hold no bilateral indicator of {known.code} for this payer and date of service."
        last = max((one for one in known.bilateral if one.start < day), key=lambda one: one.start, default=None)
        if last is None or last.end is None or not payers.is_medicare(scenario.payer):
            return Told(None, False, why)
        before = f"{LAST_HELD} through {last.end}, is {last.value}, by which 50 "
        before += "may stand." if last.value in ("1", "3") else "does not apply."
        return Told(None, False, f"{why} {before}", (last.reference,))
    if column.value in ("1", "3"):
        return Told(
            True, False, f"50 may stand on {known.code} (bilateral indicator {column.value}).", (column.reference,)
        )
    why = f"50 does not apply to {known.code}: its bilateral indicator is {column.value}."
    return Told(False, False, why, (column.reference,))


def _global_period(known: CodeEntry, modifier: str, day: date, scenario: Scenario) -> Told:
    days = next((one for one in known.global_days if one.holds_on(day)), None)
    if days is None or not payers.is_medicare(scenario.payer):
        why = f"We hold no global period of {known.code} for this payer and date of service."
        return Told(None, False, why)
    if days.value == "XXX":
        why = f"{known.code} has no global period (XXX), so {modifier} has nothing to say on it."
        return Told(False, False, why, (days.reference,))
    if days.value in ("010", "090"):
        why = f"{known.code} has a global period of {int(days.value)} days: {modifier} may stand{_case(modifier)}."
        return Told(True, False, why, (days.reference,))
    why = f"No source we hold settles {modifier} on {known.code} (global days {days.value})."
    return Told(None, False, why, (days.reference,))


def _case(modifier: str) -> str:
    """What the modifier is for, in the words of its source."""
    told = held(modifier)
    meaning = told.meaning.removeprefix("A surgical modifier for ") if told else ""
    return f" for {meaning[:1].lower()}{meaning[1:]}" if meaning else " where its case is given"


def _ruling(code: str, modifier: str, period: Period, scenario: Scenario, told: Told) -> ModifierRuling:
    payer = payers.payer_of(scenario.payer)
    return ModifierRuling(
        code, modifier or "none", told.allowed, told.required, period, payer, told.why, told.references,
        told.instead, told.of_pair, told.likely,
    )  # fmt: skip


Rule = Callable[[CodeEntry, str, date, Scenario], Told]
RULES: dict[str, Rule] = {
    **dict.fromkeys(OF_VISITS, _visit),
    "PO": _place,
    "PN": _place,
    "50": _both_sides,
    **dict.fromkeys(GLOBAL, _global_period),
    **dict.fromkeys(DISTINCT, distinct),
    **dict.fromkeys(REPEATED, repeated),
}
