"""What a question leaves open that would change the answer, and so is asked back."""

from __future__ import annotations

from assistant.decision import Decision
from assistant.denied import explains_no_denial
from assistant.levels_proposed import is_idle
from assistant.rules.families import INSIDE_THE_PLAN
from assistant.rules.finding import UnitsRuling
from assistant.rules.payers import is_medicare
from assistant.rules.unit_rules import is_of_each_field


def missing_facts(decision: Decision) -> tuple[str, ...]:
    """The missing facts that would change the answer, at most two."""
    asks: list[str] = []
    if decision.level is not None and not is_idle(decision):
        asks += decision.level.asks
    asks += [ask for one in decision.choices for ask in one.asks]
    if _hangs_on_the_plan(decision):
        asks.append("technique")
    uncounted = [ruling for ruling in decision.units if ruling.basis == "needs_count"]
    counting = "units" in decision.asked.matters and "denial" not in decision.asked.matters
    if "visit" in decision.asked.matters:
        asks.append("visit_reason")
    if "denial" in decision.asked.matters and explains_no_denial(decision):
        named = any(one.kind == "reason" for one in decision.asked.indicators)
        asks.append("companions" if named else "denial")
    told = {code for code, _ in decision.asked.told_units}  # units told of a code that counts sessions are enough
    open_ones = [
        one for one in uncounted if one.counts_fractions and not (one.one_per == "session" and one.code in told)
    ]
    if counting and not decision.asked.of_one_date and open_ones:
        asks.append("fractions")
    asks += _of_fields(decision, uncounted)
    return tuple(dict.fromkeys(asks))[:2]


def _hangs_on_the_plan(decision: Decision) -> bool:
    """A verification simulation is inside an IMRT plan and is billed beside any other: which plan it is decides."""
    asked, scenario = decision.asked, decision.scenario
    alone = len(asked.codes) == 1 and asked.codes[0] in INSIDE_THE_PLAN and asked.matters == {"coverage"}
    return alone and asked.simulated == "simple" and scenario.technique is None and is_medicare(scenario.payer)


def _of_fields(decision: Decision, uncounted: list[UnitsRuling]) -> list[str]:
    """Calculations are as many as the plan has fields and arcs; who asks for the limit of a date told enough."""
    asked = decision.asked
    if "units" not in asked.matters or asked.of_one_date or asked.told_units or len(asked.codes) > 1:
        return []
    return ["fields"] if any(one.one_per == "calculation" and is_of_each_field(one) for one in uncounted) else []
