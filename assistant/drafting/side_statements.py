"""Modifier 50 on several codes in words: what the bilateral column says of all of them, told once for each stretch."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.decision import Decision
from assistant.drafting.leads import led, when_and_where
from assistant.drafting.statements import Statement, both, sentence
from assistant.rules.codes import either
from assistant.rules.finding import ModifierRuling

BOTH_SIDES = "50"


def say_sides(decision: Decision) -> Iterator[Statement]:
    """What is not to be done first, then where the column is not held; of one code its own ruling says it."""
    groups: dict[tuple[bool | None, str], list[ModifierRuling]] = {}
    for ruling in of_several_codes(decision):
        when = when_and_where(ruling, decision.modifiers, decision)
        groups.setdefault((ruling.allowed, led(decision.case, when)), []).append(ruling)
    for (allowed, when), rulings in sorted(groups.items(), key=lambda one: one[0][0] is None):
        codes = tuple(dict.fromkeys(one.code for one in rulings))
        references = tuple(dict.fromkeys(each for one in rulings for each in one.references))
        if allowed is False:
            text = f"do not append 50 to {either(codes)}: the bilateral indicator does not let it stand there."
        elif allowed:
            text = f"50 may stand on {both(codes)} by the bilateral indicator."
        else:
            text = f"we hold no bilateral indicator of {both(codes)}."
        yield Statement(sentence(when, text), references, codes[0])


def of_several_codes(decision: Decision) -> tuple[ModifierRuling, ...]:
    """The rulings on 50 where more than one code was asked about."""
    rulings = tuple(one for one in decision.modifiers if one.modifier == BOTH_SIDES)
    return rulings if len({one.code for one in rulings}) > 1 else ()
