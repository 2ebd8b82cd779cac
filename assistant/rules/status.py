"""How the payer's payment system treats a code on a date of service.

## What it does
Finds the payment system from setting and biller (the physician fee schedule, or OPPS for a hospital's own
outpatient bill), reads the status there and says what it means.

## Why it matters
One letter means two things: B is bundled in the physician fee schedule and "not a hospital bill" in OPPS.
77417 for Medicare is paid in an office until 2025-12-31, bundled from 2026-01-01, and packaged in a hospital.

## Example
77385 in an office in 2025 has status I: wrong code set, Medicare wanted G6015 there.

## References
RVU releases and OPPS Addendum B as named in the status lines of each entry.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant.rules import payers
from assistant.rules.biller import PLACES, billing
from assistant.rules.codes import code_on, either, tidy
from assistant.rules.finding import BillerRuling, StatusRuling, Treatment
from assistant.rules.periods import day_of, period_of, stretches, window
from assistant.rules.status_letters import MPFS, OPPS, PAYS, SYSTEMS
from assistant.scenario import Period, Scenario
from corpus.rulebook import CodeEntry, Row, Status, entry

PAID: frozenset[Treatment] = frozenset({"paid", "contractor_priced"})  # a line of its own is paid


def status(code: str, scenario: Scenario) -> StatusRuling:
    """The treatment on the first date told, or by the rules now in force when no date is."""
    return status_on(code, day_of(scenario), scenario)


def status_by_period(code: str, scenario: Scenario) -> tuple[StatusRuling, ...]:
    """One ruling for each stretch of the scenario's dates in which the treatment stays the same."""
    known = entry(tidy(code))
    if known is None:
        return (status(code, scenario),)
    whole = window(known, scenario)
    rulings: list[StatusRuling] = []
    for stretch in stretches(whole, (*known.periods, *known.status, *known.component)):
        ruling = status_on(code, stretch.start, scenario)
        start = rulings[-1].period.start if rulings and _same(rulings[-1], ruling) else stretch.start
        if start != stretch.start:
            rulings.pop()
        rulings.append(replace(ruling, period=Period(start, stretch.end)))
    return tuple(rulings)


def status_on(code: str, day: date, scenario: Scenario) -> StatusRuling:
    """The treatment on one date of service for the scenario's payer, setting and biller."""
    code = tidy(code)
    validity = code_on(code, day)
    if validity.valid is not True:
        gone: Treatment = "no_data" if validity.valid is None else "wrong_code_set"
        system = payers.payer_of(scenario.payer)
        return StatusRuling(
            code, gone, "", system, validity.period, validity.why, validity.references, validity.replaced_by
        )
    known = entry(code)
    assert known is not None  # a valid code has an entry
    if not payers.is_medicare(scenario.payer):
        return _not_medicare(known, day, scenario)
    bill = billing(code, day, scenario.setting, scenario.biller)
    if bill.system is None:
        where = PLACES[scenario.setting or "hospital_inpatient"]
        why = f"The bill of {where} is paid by a system whose tables we do not hold; ask its Medicare contractor."
        return StatusRuling(code, "no_data", "", "medicare", Period(day, day), why)
    return _medicare(known, day, bill, scenario)


def _medicare(known: CodeEntry, day: date, bill: BillerRuling, scenario: Scenario) -> StatusRuling:
    system = bill.system or "mpfs"
    held = _row(known, day, system, _row_wanted(bill, scenario))
    if held is None:
        why = f"We hold no status of {known.code} in {SYSTEMS[system]} on that date: it lies outside our evidence."
        return StatusRuling(known.code, "no_data", "", system, Period(day, day), why)
    meanings = MPFS if system == "mpfs" else OPPS
    treatment, meaning = meanings.get(held.value, ("no_data", "a status we cannot interpret"))
    row = f" with modifier {held.modifier}" if held.modifier != "none" else ""
    see = instead(known, day, system) if treatment == "wrong_code_set" else ()
    pointer = f" Use {either(see)}." if see else ""
    why = (
        f"In {SYSTEMS[system]} {known.code}{row} has status {held.value}, {meaning}."
        f"{pointer}{payers.caution(scenario.payer)}"
    )
    return StatusRuling(known.code, treatment, held.value, system, period_of(held), why, (held.reference,), see)


def _row_wanted(bill: BillerRuling, scenario: Scenario) -> Row:
    if bill.system != "mpfs":
        return "none"
    if "TC" in scenario.modifiers:
        return "TC"
    return "26" if "26" in scenario.modifiers else bill.row


def _row(known: CodeEntry, day: date, system: str, row: Row) -> Status | None:
    """The status of the modifier's own row; the code's own where the file prints no such row."""
    if system == "opps":
        return known.status_on(day, "opps")
    return known.status_on(day, "mpfs", row) or known.status_on(day, "mpfs")


def instead(known: CodeEntry, day: date, system: str) -> tuple[str, ...]:
    """The codes the rule book says to use instead that this payment system pays, without repeats."""
    found: list[str] = []
    for tie in known.relations:
        if tie.kind == "instead_use" and tie.holds_on(day):
            found += [code for code in tie.codes if code not in found and _pays(system, code, day)]
    return tuple(found)


def _pays(system: str, code: str, day: date) -> bool:
    other = entry(code)
    held = _row(other, day, system, "none") if other else None
    meanings = MPFS if system == "mpfs" else OPPS
    return held is not None and meanings[held.value][0] in PAYS


def _not_medicare(known: CodeEntry, day: date, scenario: Scenario) -> StatusRuling:
    payer = payers.payer_of(scenario.payer)
    own = [rule for rule in known.payers if rule.payer in payers.order(payer) and rule.matter == "coverage"]
    own = [rule for rule in own if rule.holds_on(day)]
    said = f" {payers.name(payer)} says: {own[0].value}." if own else ""
    why = (
        f"{known.code} is a code for this date, but Medicare's payment status does not bind "
        f"{payers.name(payer)}, and its own is not in our sources.{said}"
    )
    return StatusRuling(known.code, "no_data", "", payer, Period(day, day), why, tuple(rule.reference for rule in own))


def _same(one: StatusRuling, other: StatusRuling) -> bool:
    return (one.treatment, one.letter, one.system, one.why) == (other.treatment, other.letter, other.system, other.why)
