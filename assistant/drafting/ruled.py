"""A decision in statements: most important first, nothing twice.

Yes or no, the number or the modifier for the dates told, the arithmetic, what held before, who says otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from assistant.decision import Decision
from assistant.drafting.amount_statements import say_no_amount
from assistant.drafting.asks import asking_for
from assistant.drafting.biller_statements import say_billers
from assistant.drafting.change_statements import say_changes, say_each_by_its_date, say_no_rules
from assistant.drafting.claim_statements import say_claim
from assistant.drafting.code_statements import (
    say_apcs,
    say_codes,
    say_now,
    say_statuses,
)
from assistant.drafting.comparisons import say_comparison, say_levels, say_sides
from assistant.drafting.counting import say_counts
from assistant.drafting.denial_statements import say_denial
from assistant.drafting.explanations import (
    say_definitions,
    say_disagreements,
    say_points,
    say_ties,
)
from assistant.drafting.global_day_statements import say_global_days
from assistant.drafting.level_statements import say_choices, say_images, say_level, say_other_times
from assistant.drafting.liability_statements import say_liability
from assistant.drafting.limit_statements import say_denied_units, say_limits_compared
from assistant.drafting.meaning_statements import say_clash, say_indicators, say_meanings
from assistant.drafting.modifier_statements import is_told_by_the_count, say_modifiers, say_visits
from assistant.drafting.note_statements import say_notes
from assistant.drafting.pair_statements import say_pairs
from assistant.drafting.payer_statements import (
    say_authorization,
    say_payer_rules,
    say_payers_own_modifiers,
    say_reviewers_limits,
    say_unknown_payment,
)
from assistant.drafting.source_statements import say_sources
from assistant.drafting.statements import Statement
from assistant.drafting.unit_statements import say_lengths
from assistant.drafting.window_statements import say_days_around
from assistant.rules import payers
from assistant.rules.modifiers import REPEATED

MATTERS_OF_TIES = {"definition", "units", "pair"}
MATTERS_OF_LENGTH = {"definition", "which_code", "comparison"}
COUNTED = {"units", "frequency"}


def ruled(decision: Decision) -> list[Statement]:
    """What the rules say to the question; what two of them say is told once and cites both."""
    told: dict[str, Statement] = {}
    for statement in _statements(decision):
        before = told.get(statement.text, statement)
        references = tuple(dict.fromkeys((*before.references, *statement.references)))
        told[statement.text] = replace(before, references=references)
    return list(told.values())


def _statements(decision: Decision) -> Iterator[Statement]:
    """What the codes are, then what to do with them, then who pays and what else is asked."""
    if decision.lines:
        yield from say_claim(decision)
        return
    yield from say_no_rules(decision)
    yield from say_liability(decision)
    yield from say_no_amount(decision)
    yield from say_global_days(decision)
    yield from _of_the_codes(decision)
    own_units = decision.asked.matters & COUNTED and not payers.is_medicare(decision.scenario.payer)
    if own_units:  # what the payer itself counts leads
        yield from say_payer_rules(decision)
    if decision.asked.of_visit:
        yield from say_points(decision)  # what is held of visits beside the code
    yield from say_visits(decision)
    if own_pairs := [rule for _, rule in decision.payer_rules if rule.matter == "pair"]:
        yield from say_payer_rules(decision) if "pair" in decision.asked.matters else ()
    sides = list(say_sides(decision))
    apart = bool(sides) and len(sides) == len(decision.pairs) and not decision.asked.of_edits  # two bills, no pair
    if not apart and (not own_pairs or payers.is_medicare(decision.scenario.payer)):
        yield from say_pairs(decision)
    yield from sides
    whose_first = "who_bills" in decision.asked.matters and not decision.asked.yes_no
    yield from _whose_bill(decision) if whose_first else ()
    repeated = bool(set(decision.asked.modifiers) & REPEATED)
    if repeated:  # how many are due comes before how to mark them
        yield from say_counts(decision)
    yield from say_modifiers(decision)
    yield from say_payers_own_modifiers(decision)
    yield from say_sources(decision)
    if any(is_told_by_the_count(one, decision) for one in decision.modifiers):
        yield from say_notes(decision)  # it says which modifier the further unit takes
    yield from say_limits_compared(decision)
    yield from say_denied_units(decision)
    yield from () if repeated else say_counts(decision)
    yield from say_notes(decision)
    yield from () if whose_first else _whose_bill(decision)
    yield from say_apcs(decision)
    yield from say_statuses(decision)
    if "coverage" in decision.asked.matters and not decision.asked.of_amount:
        if payers.is_medicare(decision.scenario.payer) and decision.scenario.biller != "facility":
            yield from say_lengths(decision)
        yield from say_ties(decision)  # whether it is paid leads where that was asked
    yield from say_denial(decision)
    yield from say_payer_rules(decision)
    yield from say_days_around(decision)
    yield from say_unknown_payment(decision)
    yield from say_authorization(decision)
    yield from say_points(decision)
    yield from say_disagreements(decision)


def _whose_bill(decision: Decision) -> Iterator[Statement]:
    """What the rule book says of who bills, then what the parts of the code say."""
    if "who_bills" in decision.asked.matters and any(one.about == "who bills" for _, one in decision.points):
        yield from say_points(decision)
    if not any(point.setting for _, point in decision.points if point.about == "who bills"):
        yield from say_billers(decision)


def _of_the_codes(decision: Decision) -> Iterator[Statement]:
    """What letters, modifiers and codes mean, and what became of them."""
    matters = decision.asked.matters
    yield from say_indicators(decision)
    explained = "comparison" in matters or "definition" in matters
    if not explained:
        yield from say_clash(decision)
    yield from say_meanings(decision)
    if explained:
        yield from say_clash(decision)
    yield from say_images(decision)
    if "comparison" in matters:
        yield from say_levels(decision)
        yield from say_comparison(decision)
    if decision.asked.guessed and matters & MATTERS_OF_LENGTH:
        yield from say_lengths(decision)
    if "definition" in matters and "comparison" not in matters:
        yield from say_definitions(decision)
    yield from say_codes(decision)
    limits = list(say_reviewers_limits(decision))
    yield from limits
    if not limits:
        yield from say_level(decision)
    yield from say_other_times(decision)
    yield from say_choices(decision)
    if "which_code" in matters and "comparison" not in matters and _wants_definitions(decision):
        yield from say_definitions(decision)
    yield from say_now(decision)
    if matters & MATTERS_OF_LENGTH:
        yield from say_lengths(decision)
    if matters & MATTERS_OF_TIES:
        yield from say_ties(decision)
    yield from say_changes(decision)
    yield from say_each_by_its_date(decision)


def _wants_definitions(decision: Decision) -> bool:
    """Not beside a level or a sentence on validity that has been told, nor beside units, which name their codes."""
    if "validity" in decision.asked.matters or any(ruling.units for ruling in decision.units):
        return False
    if decision.choices:
        return False
    return decision.level is None or (len(decision.codes) == 1 and decision.level.code is None)


def taken_for_granted(decision: Decision) -> Iterator[Statement]:
    """What the answer takes for granted, said in the text."""
    if decision.assumes_medicare:
        yield Statement("Assuming Medicare.")
    elif decision.scenario.payer == "medicare_advantage" and not _cautioned(decision):
        yield Statement("The contract of a Medicare Advantage plan may differ.")
    if decision.asks:
        yield Statement(asking_for(decision.asks))


def _cautioned(decision: Decision) -> bool:
    """Whether a ruling's own reason already says that the contract may differ."""
    reasons = [*(one.why for one in decision.modifiers), *(one.why for one in decision.statuses)]
    told = "authorization" in decision.asked.matters  # whose rule it is, is said there
    return told or any(payers.caution("medicare_advantage") in why for why in reasons)
