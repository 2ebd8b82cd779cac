"""Modifiers without a rule of their own: what they mean, from a named source, and only what that source settles.

## What it does
Describes the modifier from the rule book's list. PO and PN mark lines of a hospital's own outpatient bill and
nothing else; about the other described ones no verdict is given.

## Why it matters
A modifier that is merely known is not thereby right on a line: what nobody settles is no_data.

## Example
RT on 77412: the right side, and no source says that radiation codes need it.

## References
`corpus/rulebook/modifiers.yaml`, each modifier with its source.
"""

from __future__ import annotations

from assistant.rules.component_modifiers import Told
from assistant.scenario import Scenario
from corpus.modifiers import modifier as held

TOGETHER_NEVER = (
    frozenset({"26", "TC"}),
    frozenset({"PO", "PN"}),
    *(frozenset({"59", distinct}) for distinct in ("XE", "XP", "XS", "XU")),
)


def described(modifier: str) -> Told:
    """The modifier's meaning; whether it belongs on a line stays open."""
    known = held(modifier)
    if known is None:
        return Told(None, False, f"No source we hold describes modifier {modifier}. Look it up with the payer.")
    why = f"{modifier} means: {known.meaning}. No source we hold settles it on this code."
    return Told(None, False, why, (known.reference,))


def place(modifier: str, scenario: Scenario) -> Told:
    """PO and PN: a hospital's own outpatient bill carries them, a physician's never."""
    known = held(modifier)
    if known is None:
        return described(modifier)
    if scenario.biller == "facility" and scenario.setting == "hospital_outpatient":
        return Told(True, False, f"{modifier} means: {known.meaning}.", (known.reference,))
    if scenario.biller == "professional" or scenario.setting in ("office", "freestanding"):
        why = f"{modifier} belongs on a hospital's own bill only: {known.meaning.lower()}."
        return Told(False, False, why, (known.reference,))
    return described(modifier)


def clash(modifiers: tuple[str, ...]) -> tuple[str, str] | None:
    """Two modifiers that contradict each other on one line: 26 and TC, 59 and XS."""
    for pair in TOGETHER_NEVER:
        if pair <= set(modifiers):
            one, other = sorted(pair)
            return one, other
    return None
