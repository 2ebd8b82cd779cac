"""A ruling on a modifier in words: what to do with it, and why."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.decision import Decision
from assistant.drafting.leads import led, when_and_where
from assistant.drafting.part_statements import merged_parts
from assistant.drafting.side_statements import of_several_codes, say_sides
from assistant.drafting.statements import Statement, both, reason, sentence
from assistant.rules.codes import either
from assistant.rules.finding import ModifierRuling
from assistant.rules.modifiers import DISTINCT, LAST_HELD, VISITS
from assistant.rules.unit_rules import rule_on
from corpus.modifiers import modifier
from corpus.rulebook import entry


def say_modifiers(decision: Decision) -> Iterator[Statement]:
    """What to do with each modifier once, then the reason for each stretch of dates."""
    yield from say_sides(decision)
    merged = list(merged_parts(decision))
    for one in merged:
        yield from one.statements
    told_already = {*of_several_codes(decision), *(ruling for one in merged for ruling in one.rulings)}
    held_before = {one.modifier for one in decision.modifiers if LAST_HELD in one.why} - {
        one.modifier for one in of_several_codes(decision)
    }
    told: set[tuple[object, ...]] = set()
    required = any(ruling.required for ruling in decision.modifiers)
    closed = {code for _, pair in decision.pairs if pair.together == "no" for code in pair.codes}
    for ruling in decision.modifiers:
        if "denial" in decision.asked.matters and ruling.code in closed:
            continue  # what denies the line is the pair, whatever it carries
        if ruling.period.end < decision.day and decision.scenario.dos is None and ruling.modifier in held_before:
            continue  # the ruling of today has told what was held last
        if ruling.modifier in DISTINCT and decision.pairs:
            continue  # it stands or falls with the pair, which has been told
        if ruling in told_already or ruling.code.startswith(VISITS):
            continue
        if ruling.allowed is None and is_told_by_the_count(ruling, decision):
            continue
        if ruling.allowed is None and required and not decision.asked.modifiers:
            continue  # 26 is required: what nobody settles about TC, which was not asked, only distracts
        rulings = [one for one in decision.modifiers if (one.code, one.modifier) == (ruling.code, ruling.modifier)]
        agreed = len({(one.allowed, one.required) for one in rulings}) == 1
        lead = when_and_where(ruling, rulings, decision)
        what = (ruling.code, ruling.modifier, "" if agreed else lead)
        if what not in told:
            told.add(what)
            yield from say_modifier(ruling, led(decision.case, "" if agreed else lead))
        if not is_settled(ruling):
            yield from say_reason(ruling, led(decision.case, lead))
        else:  # the case was named one sentence before
            yield from say_reason(ruling, lead if agreed else "")


def is_told_by_the_count(ruling: ModifierRuling, decision: Decision) -> bool:
    """Whether the note of the counting rule names the modifier: a second verification on one day "with 76, or 59"."""
    known = entry(ruling.code)
    rule = rule_on(known, ruling.payer, ruling.period.start) if known else None
    alone = len(decision.asked.codes) == 1
    counted = alone and "frequency" in decision.asked.matters and any(one.code == ruling.code for one in decision.units)
    return counted and rule is not None and re.search(rf"\b{ruling.modifier}\b", rule.note or "") is not None


def say_visits(decision: Decision) -> Iterator[Statement]:
    """25 belongs on the visit's line, and what must be true of the visit."""
    others = tuple(one.code for one in decision.codes if one.valid and not one.code.startswith(VISITS))
    shown = "if the record shows a significant visit with content of its own"
    for ruling in decision.modifiers:
        if ruling.modifier == "25" and ruling.allowed and ruling.code.startswith(VISITS):
            apart = f", not to {either(others)}," if others else ""
            text = f"append 25 to {ruling.code}{apart} {shown}."
            yield Statement(sentence(decision.case, text), ruling.references, next(iter(others), ruling.code))
    marked = modifier("25")
    if (
        decision.asked.of_visit
        and "modifier" in decision.asked.matters
        and not decision.modifiers
        and others
        and marked
    ):
        text = f"A visit on the date of {both(others)} takes 25 on its own line {shown}."
        yield Statement(sentence(decision.case, text), (marked.reference,), others[0])


def is_settled(ruling: ModifierRuling) -> bool:
    """Whether there is something to do or not to do, beside the reason."""
    return ruling.allowed is False or ruling.required


def say_modifier(ruling: ModifierRuling, lead: str = "") -> Iterator[Statement]:
    """What to do with the modifier; nothing where it is a choice or nobody settles it."""
    modifier, code = ruling.modifier, ruling.code
    if ruling.allowed is False:
        yield Statement(sentence(lead, f"do not append {modifier} to {code}."), ruling.references, code)
    elif ruling.required:
        yield Statement(sentence(lead, f"bill {code} with modifier {modifier}."), ruling.references, code)


def say_reason(ruling: ModifierRuling, lead: str = "") -> Iterator[Statement]:
    """Why the modifier belongs on the code or not."""
    yield from reason(ruling.why, lead, ruling.references, ruling.code)
