"""Modifiers 26 and TC: whether a code has a part that they could mark, and who must mark it.

## What it does
Reads the component of the date of service, the status of the modifier's own row, and the payer's own rule.

## Why it matters
77417 and 77427 have no second part, so 26 on them is refused. 77387 from 2026 shows why the component alone is
not enough: its indicator says it splits, but its TC row is bundled.

## Example
77387 in April 2026: the physician in a hospital must write 26; in an office nothing prefers 26 or no modifier;
UnitedHealthcare requires 26 from 2026-03-01; TC is not payable.

## References
Physician fee schedule, PC/TC column and modifier rows by release; payers' own texts as the rule book names them.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from assistant.rules import payers
from assistant.rules.biller import HOSPITAL, PLACES, side_of
from assistant.scenario import Scenario
from corpus.rulebook import CodeEntry, Reference, Row

PARTS: dict[str, str] = {"26": "professional", "TC": "technical"}


class Told(NamedTuple):
    """What the rules say of one modifier on one date."""

    allowed: bool | None
    required: bool
    why: str
    references: tuple[Reference, ...] = ()
    instead: str = ""
    of_pair: str = ""
    likely: bool | None = None


def component_modifier(known: CodeEntry, modifier: Row, day: date, scenario: Scenario) -> Told:
    """26 or TC on this code: the payer's own rule, then the component, then the row's status and who bills."""
    own = _payers_own(known, modifier, day, scenario)
    if own is not None:
        return own
    component = known.pc_tc_on(day)
    if component is None:
        return Told(None, False, f"We hold no component of {known.code} for this date of service.")
    side, references = side_of(known, day)
    medicare = payers.is_medicare(scenario.payer)
    if component.pc_tc == "2" or (component.pc_tc == "3" or side == "technical"):
        part = {"2": "is the physician's work only", "3": "is technical only"}.get(component.pc_tc, "has no parts")
        why = f"{known.code} {part} (PC/TC indicator {component.pc_tc}): there is nothing for {modifier} to mark."
        return Told(False, False, why, references)
    if component.pc_tc != "1":
        if not medicare:
            return _not_medicares(known, modifier, scenario, references)
        why = f"{known.code} does not split (PC/TC indicator {component.pc_tc}), so {modifier} does not apply."
        return Told(False, False, why, references)
    return _split(known, modifier, day, scenario, references)


def no_modifier(known: CodeEntry, day: date, scenario: Scenario) -> Told:
    """Whether the code may stand without 26 and TC."""
    professional = component_modifier(known, "26", day, scenario)
    if professional.required:
        return Told(False, False, f"It needs 26. {professional.why}", professional.references, "26")
    if professional.allowed is None:
        return professional
    return Told(True, False, f"It may stand without a modifier. {professional.why}", professional.references)


def _split(known: CodeEntry, modifier: Row, day: date, scenario: Scenario, references: tuple[Reference, ...]) -> Told:
    row = known.status_on(day, "mpfs", modifier)
    if payers.is_medicare(scenario.payer) and row is not None and row.value == "B":
        why = f"The {modifier} row of {known.code} is bundled (status B): its {PARTS[modifier]} part is not paid apart."
        return Told(False, False, why, (*references, row.reference))
    held = (*references, row.reference) if row is not None else references
    if modifier == "26" and scenario.biller == "facility" and scenario.setting in HOSPITAL:
        return Told(False, False, "26 marks the physician's part, which a hospital does not bill.", held)
    if modifier == "TC" and scenario.setting in HOSPITAL:
        return _technical_in_hospital(known, scenario, held)
    if not payers.is_medicare(scenario.payer):
        return _not_medicares(known, modifier, scenario, held)
    if modifier == "TC":
        why = f"{known.code} splits: TC marks the technical part when somebody else bills the professional one."
        return Told(True, False, f"{why}{payers.caution(scenario.payer)}", held)
    return _professional_part(known, day, scenario, held)


def _professional_part(known: CodeEntry, day: date, scenario: Scenario, held: tuple[Reference, ...]) -> Told:
    caution = payers.caution(scenario.payer)
    if scenario.setting in HOSPITAL:
        where = PLACES[scenario.setting or ""]
        physicians = scenario.biller == "professional" or side_of(known, day)[0] == "professional"
        why = (
            f"In {where} the physician bills the professional part of {known.code} with 26; the rest is the facility's."
        )
        return Told(True, physicians, f"{why}{caution}", held)
    if side_of(known, day)[0] == "professional":
        here = "" if scenario.setting else " in an office; in a hospital the physician writes 26"
        why = f"{known.code} pays the same with 26 or without, and no authority prefers one{here}."
        return Told(True, False, f"{why}{caution}", held)
    why = f"{known.code} splits: 26 marks the professional part when somebody else bills the technical one."
    return Told(True, False, f"{why}{caution}", held)


def _technical_in_hospital(known: CodeEntry, scenario: Scenario, held: tuple[Reference, ...]) -> Told:
    if scenario.biller == "facility":
        why = (
            "No CMS text we hold speaks of TC on a hospital's own bill; AAPC keeps TC to the office and the "
            "freestanding center."
        )
        return Told(None, False, why, (Reference(source="aapc-26-tc-split", section="rule"), *held))
    why = f"The technical part of {known.code} in a hospital is the hospital's: a physician cannot bill it with TC."
    return Told(False, False, why, held)


def _payers_own(known: CodeEntry, modifier: str, day: date, scenario: Scenario) -> Told | None:
    payer = payers.payer_of(scenario.payer)
    for rule in known.payers:
        if rule.payer == payer and rule.matter == "modifier" and rule.modifier == modifier and rule.holds_on(day):
            required = rule.value == "required"
            name = payers.name(payer)
            verb = "requires" if required else "refuses"
            why = f"{name} {verb} {modifier} on {known.code} from date of service {rule.start}."
            return Told(required, required, why, (rule.reference,))
    return None


def _not_medicares(known: CodeEntry, modifier: str, scenario: Scenario, held: tuple[Reference, ...]) -> Told:
    name = payers.name(scenario.payer)
    why = (
        f"What {name} wants of {modifier} on {known.code} is not in our sources; Medicare's rule does not bind {name}."
    )
    return Told(None, False, why, held)
