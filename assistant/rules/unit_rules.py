"""The unit rule that a ruling stands on."""

from __future__ import annotations

from datetime import date

from assistant.rules import payers
from assistant.rules.finding import UnitsRuling
from corpus.rulebook import CodeEntry, UnitRule, entry, held


def rule_behind(ruling: UnitsRuling) -> UnitRule | None:
    """The rule of the ruling's payer in force in its period, else anybody's."""
    known = entry(ruling.code)
    return rule_on(known, ruling.payer, min(ruling.period.end, date.max)) if known else None


def rule_on(known: CodeEntry, payer: str | None, day: date) -> UnitRule | None:
    """The counting rule in force on a day, the payer's own first."""
    for one in payers.order(payer):
        found = held([rule for rule in known.units if rule.payer == one], day)
        if found is not None:
            return found
    return held(known.units, day)


def is_of_each_field(ruling: UnitsRuling) -> bool:
    """Whether the fields and arcs of the plan say how many units there are."""
    rule = rule_behind(ruling)
    return rule is not None and rule.one_per.of_each == "field"
