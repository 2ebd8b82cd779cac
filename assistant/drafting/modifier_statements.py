"""A ruling on a modifier in words: what to do with it, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from assistant.decision import Decision
from assistant.drafting.leads import led, when_and_where
from assistant.drafting.statements import Statement, reason, sentence
from assistant.rules.finding import ModifierRuling


def say_modifiers(decision: Decision) -> Iterator[Statement]:
    """What to do with each modifier once, then the reason for each stretch of dates."""
    told: set[tuple[object, ...]] = set()
    required = any(ruling.required for ruling in decision.modifiers)
    for ruling in decision.modifiers:
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
            # a pair without a table has said so itself; its modifier need not say it again
            untold = replace(ruling, why=ruling.why.removeprefix(ruling.of_pair).lstrip()) if decision.pairs else ruling
            yield from say_reason(untold, led(decision.case, lead))
        else:  # the case was named one sentence before
            yield from say_reason(ruling, lead if agreed else "")


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
