"""Figures a text gives of a code, against the tables: payment groups, a status that changed, a part that is paid."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from assistant.checking.judging.judgement import Judged, same
from assistant.rules.biller import is_hospitals_bill
from assistant.rules.payers import is_medicare
from assistant.scenario import Scenario
from corpus.rulebook import CodeEntry, Row, Status, System

PAYS = frozenset("ACRTSJQ")
CONDITIONALLY = ("Q1", "Q2", "Q3")
ADD_ON = "ZZZ"  # the fee schedule's mark of a code that is billed only beside another


def figure(known: CodeEntry, kind: str, said: Any, day: date, scenario: Scenario) -> Judged:
    """The judgement of one figure on one date."""
    if not is_medicare(scenario.payer):
        return Judged("no_data", "The figures are Medicare's; another payer's are not in our sources.")
    if kind in ("global_days", "add_on"):
        return _global_days(known, ADD_ON if kind == "add_on" else said, day)
    if kind == "conditional":
        return _conditional(known, day)
    if kind == "apc":
        return _group(known, said, day)
    if kind == "moved":
        return _moved(known, said, scenario)
    if kind == "row":
        return _row(known, said, day)
    return _part_paid(known, said, day, scenario)


def _row(known: CodeEntry, said: tuple[Row, str], day: date) -> Judged:
    """The status letter of the row of the fee schedule with this modifier."""
    modifier, letter = said
    held = known.status_on(day, "mpfs", modifier)
    if held is None:
        return Judged("no_data", f"We hold no {modifier} row of {known.code} for {day}.")
    why = f"The {modifier} row of {known.code} has status {held.value}."
    return same(held.value == letter, why, (held.reference,), why)


def _global_days(known: CodeEntry, said: str, day: date) -> Judged:
    """The days after a procedure that its payment covers, as printed; ZZZ marks an add-on code."""
    held = next((one for one in known.global_days if one.holds_on(day)), None)
    if held is None:
        return Judged("no_data", f"We hold no global days of {known.code} for {day}.")
    why = f"Global days of {known.code}: {held.value}."
    return same(held.value == said, why, (held.reference,), why)


def _conditional(known: CodeEntry, day: date) -> Judged:
    """Packaged beside certain services of the date and paid without them: the letters Q1 to Q3."""
    held = known.status_on(day, "opps")
    if held is None:
        return Judged("no_data", f"We hold no OPPS status of {known.code} for {day}.")
    why = f"{known.code} has status {held.value} in OPPS."
    return same(held.value in CONDITIONALLY, why, (held.reference,), why)


def _group(known: CodeEntry, said: tuple[str, str, bool], day: date) -> Judged:
    """The payment group of a hospital outpatient bill; a comprehensive one has the status J1."""
    number, letter, comprehensive = said
    held = known.status_on(day, "opps")
    if held is None or held.apc is None:
        return Judged("no_data", f"We hold no payment group (APC) of {known.code} for {day}.")
    right = held.apc == number and letter in ("", held.value) and (held.value == "J1" or not comprehensive)
    why = f"{known.code} has status {held.value} in OPPS and belongs to APC {held.apc}."
    return same(right, why, (held.reference,), why)


def _moved(known: CodeEntry, said: tuple[str, Any], scenario: Scenario) -> Judged:
    letter, when = said
    system = _system(scenario)
    now, before = known.status_on(when.start, system), known.status_on(when.start - timedelta(days=1), system)
    if now is None or before is None:
        return Judged("no_data", f"We do not hold the status of {known.code} on both sides of {when.start}.")
    why = f"The status of {known.code} is {now.value} from {now.start}."
    return same(now.value == letter != before.value, why, (now.reference, before.reference), why)


def _part_paid(known: CodeEntry, part: str, day: date, scenario: Scenario) -> Judged:
    """Whether a part is paid by itself: by its own row, the technical part of a hospital by OPPS."""
    system = _system(scenario) if part == "technical" else "mpfs"
    row: Row = "none" if system == "opps" else "TC" if part == "technical" else "26"
    held = known.status_on(day, system, row)
    if held is None:
        return Judged("no_data", f"We hold no row of the {part} part of {known.code} for {day}.")
    return same(_pays(held), f"The {part} part of {known.code} has status {held.value}.", (held.reference,))


def _pays(held: Status) -> bool | None:
    if held.value[0] in "QTR":
        return None
    return held.value[0] in PAYS


def _system(scenario: Scenario) -> System:
    return "opps" if is_hospitals_bill(scenario.setting, scenario.biller) else "mpfs"
