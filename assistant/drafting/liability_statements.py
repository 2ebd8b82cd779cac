"""Who bears a denial by Medicare's limit or by a pair: the provider, whatever notice the patient signed."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.decision import Decision
from assistant.drafting.statements import Statement, many
from assistant.rules import payers
from assistant.rules.described_modifiers import described
from assistant.rules.limits import EXCESS, limit, table_of

LIABILITY = "liability"


def say_liability(decision: Decision) -> Iterator[Statement]:
    """That the patient does not pay, then the limit of each code and whether more can be argued."""
    if LIABILITY not in decision.asked.matters:
        return
    references = described("GA").references
    name = payers.name(decision.scenario.payer)
    if not payers.is_medicare(decision.scenario.payer):
        yield Statement(f"Whether {name} lets a patient be billed for such a denial is not in our sources.")
        return
    of_a_limit = decision.asked.of_a_limit
    ground = "limit (MUE)" if of_a_limit else "pair edit"
    yield Statement(f"The provider bears a denial by Medicare's {ground}: no ABN moves it to the patient.", references)
    for code in decision.asked.codes if of_a_limit else ():
        table = table_of(decision.scenario)
        held = limit(code, decision.day, table)
        if held is not None:
            most = many(held.units, "unit")
            text = f"Medicare's limit for {code} is {most} on one date ({table} table, {held.as_of})."
            yield Statement(text, (held.reference,), code)
            yield Statement(EXCESS[held.adjudication], (held.reference,), code)
