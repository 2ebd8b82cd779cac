"""Modifiers that mark a second service of one date: 59 and X{EPSU} beside another code, 76 and 77 on the same one.

## What it does
59 and the X modifiers stand or fall with the NCCI pair they are to open: indicator 1 lets them, indicator 0 never.
76 and 77 cannot lift a limit that is absolute (adjudication indicator 2).

## Why it matters
A modifier that only gets a line past an edit is what auditors look for.

## Example
77417 again in the same five fractions with 76: not allowed, its limit of one a date is absolute.

## References
MLN 1783722 on 59 and X{EPSU}; medically unlikely edits by release.
"""

from __future__ import annotations

from datetime import date

from assistant.rules import payers
from assistant.rules.component_modifiers import Told
from assistant.rules.limits import table_of
from assistant.scenario import Scenario
from corpus.rulebook import CodeEntry


def distinct(known: CodeEntry, modifier: str, day: date, scenario: Scenario) -> Told:
    """59 and X{EPSU}: by the edit between this code and the others the scenario names."""
    if not payers.is_medicare(scenario.payer):
        name = payers.name(scenario.payer)
        return Told(None, False, f"Whether {name} takes {modifier} here is not in our sources.")
    from assistant.rules.pairs import pair  # the tables of pairs are read only when one is asked for

    others = [code for code in scenario.codes if code != known.code]
    if not others:
        why = f"{modifier} opens an NCCI pair: name the other code of the same date."
        return Told(None, False, why)
    rulings = [pair(known.code, other, scenario.on(day)) for other in others]
    for ruling in rulings:
        if ruling.together == "with modifier":
            why = f"{ruling.why} {modifier} may stand when the record shows a separate session, site or device."
            return Told(True, False, why, ruling.references)
    for ruling in rulings:
        if ruling.together == "no":
            return Told(False, False, f"{ruling.why} {modifier} does not change that.", ruling.references)
    pair_says, held = rulings[0].why, {ruling.likely for ruling in rulings}
    why = f"{pair_says} No edit that {modifier} could open is known for this date."
    likely = True if "with modifier" in held else False if "no" in held else None
    return Told(None, False, why, of_pair=pair_says, likely=likely)


def repeated(known: CodeEntry, modifier: str, day: date, scenario: Scenario) -> Told:
    """76 and 77: refused where the limit of a date is absolute, else open."""
    limit = known.limit_on(day, table_of(scenario))
    if limit is None or limit.adjudication != 2 or not payers.is_medicare(scenario.payer):
        why = f"{modifier} marks a repeat on the same date; no source we hold settles it for {known.code}."
        return Told(None, False, why)
    why = (
        f"{known.code} is limited to {limit.units} on one date, and that limit is absolute (MAI 2, {limit.as_of}): "
        f"{modifier} does not lift it."
    )
    return Told(False, False, why, (limit.reference,))
