"""How much of an answer is left to the sources: what they are asked for, and how many of their lines are told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from assistant.decision import Decision
from assistant.drafting.quoting import MOST_LINES, Wanted

BESIDE_RULES = 2  # lines beside what the rules say
OF_THE_RECORD = frozenset({"documentation", "supervision", "who_bills"})
CLOSE = 3  # telling words a line must share to be told beside a rule that answers already


class SourcesPart(NamedTuple):
    """What is wanted of the sources, how many lines at most, and whether they take the place of a mere definition."""

    wanted: Wanted
    most: int
    instead: bool = False


def sources_part(decisions: Sequence[Decision], said: tuple[str, ...]) -> SourcesPart:
    """Sources speak where rules leave a part to them, or say nothing and no course is to be counted."""
    decision = decisions[0]
    asked, payer = decision.asked, decision.scenario.payer
    wanted = Wanted(asked.matters, payer, said, asked.codes)
    if asked.of_amount:
        return SourcesPart(wanted, 0)
    if asked.guessed and asked.matters == {"definition"}:
        return SourcesPart(Wanted(asked.matters, payer, codes=asked.codes, least=2), BESIDE_RULES, instead=True)
    if not said:
        if asked.matters & OF_THE_RECORD:
            wanted = Wanted(asked.matters, payer, said, asked.codes, close=True, least=2)
        return SourcesPart(wanted, 0 if any(_counts_a_course(one) for one in decisions) else MOST_LINES)
    if any(_leaves_a_part(one) for one in decisions):
        return SourcesPart(Wanted(asked.matters, payer, said, asked.codes, least=2), BESIDE_RULES)
    if asked.matters & OF_THE_RECORD or ("modifier" in asked.matters and not asked.modifiers):
        return SourcesPart(Wanted(asked.matters, payer, said, asked.codes, close=True, least=CLOSE), 1)
    return SourcesPart(wanted, 0)


def _counts_a_course(decision: Decision) -> bool:
    return bool(decision.scenario.fractions) and "units" in decision.asked.matters


def _leaves_a_part(decision: Decision) -> bool:
    """Whether rules say only a part of the matter: a denial, an authorization, what a payer covers."""
    matters = decision.asked.matters
    if "denial" in matters and (any(one.together != "no_data" for _, one in decision.pairs) or decision.units):
        return False  # the edit or the limit is why
    of_a_payer = decision.scenario.payer not in (None, "medicare") and "coverage" in matters
    listed = any(rule.matter == "authorization" for _, rule in decision.payer_rules)
    return "denial" in matters or ("authorization" in matters and not listed) or (of_a_payer and not decision.units)
