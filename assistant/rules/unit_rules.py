"""The unit rule that a ruling stands on."""

from __future__ import annotations

from datetime import date

from assistant.rules import payers
from assistant.rules.finding import UnitsRuling
from corpus.rulebook import UnitRule, entry, held


def rule_behind(ruling: UnitsRuling) -> UnitRule | None:
    """The rule of the ruling's payer in force in its period, else anybody's."""
    known = entry(ruling.code)
    if known is None:
        return None
    day = min(ruling.period.end, date.max)
    for payer in payers.order(ruling.payer):
        found = held([rule for rule in known.units if rule.payer == payer], day)
        if found is not None:
            return found
    return held(known.units, day)


def is_of_each_field(ruling: UnitsRuling) -> bool:
    """Whether the fields and arcs of the plan say how many units there are."""
    rule = rule_behind(ruling)
    return rule is not None and rule.one_per.of_each == "field"
