"""Where a course is billed that is too short or too long for the code asked about.

## What it does
Follows the ties "instead use" of the rule book to the codes that serve a course of this length and technique.

## Why it matters
"None" is half an answer: two fractions of 77427 are one 77431, twelve of 77431 are 77427.

## Example
77431 for 12 fractions: see 77427. 77373 for 6 fractions in 2026: see 77402, 77407 or 77412.

## References
Relations of kind instead_use, each with its own.
"""

from __future__ import annotations

from datetime import date

from assistant.rules.fractions import has_ended
from assistant.rules.technique import CATEGORY, fits, is_stereotactic
from assistant.scenario import Scenario
from corpus.rulebook import CodeEntry, UnitRule, entry


def elsewhere(known: CodeEntry, day: date, technique: str | None, fractions: int | None) -> tuple[str, ...]:
    """The codes the rule book sends to that serve a course of this length and technique."""
    stereotactic = is_stereotactic(technique, fractions)
    found: list[str] = []
    for tie in known.relations:
        if tie.kind != "instead_use" or not tie.holds_on(day):
            continue
        for code in tie.codes:
            other = entry(code)
            if other is None or (other.category == CATEGORY) != stereotactic:
                continue
            rule = next((one for one in other.units if one.holds_on(day)), None)
            if rule is not None and fits(rule, fractions):
                found.append(code)
    return tuple(dict.fromkeys(found))


def too_short_for(
    known: CodeEntry, day: date, scenario: Scenario, rule: UnitRule, fractions: int | None
) -> tuple[str, ...]:
    """Where to look when a course is too short for a unit: 77431 for one or two fractions."""
    least = rule.leftover.counts_from if rule.leftover else None
    if least is None or fractions is None or fractions >= least or not has_ended(scenario):
        return ()
    return elsewhere(known, day, scenario.technique, fractions)
