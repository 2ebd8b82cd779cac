"""A payer's days around the IMRT plan, and on which side of them the service asked about lies."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.decision import Decision
from assistant.drafting.statements import Statement, both, in_words
from assistant.rules import payers
from assistant.rules.windows import PLAN, lies_in, spoken
from corpus.rulebook import PayerRule, Window, entry


def say_windows(code: str, rule: PayerRule, decision: Decision) -> Iterator[Statement]:
    """The windows of what was asked about, or all of them; then what the days told make of it."""
    for window in rule.windows:
        asked = tuple(one for one in decision.asked.codes if one in window.codes)
        others = set(decision.asked.codes) - {PLAN}
        if (code != PLAN and code not in window.codes) or (others and not asked):
            continue
        yield Statement(spoken(rule, window, both(asked)), (rule.reference,), code)
        if asked and decision.scenario.days_from_plan is not None:
            yield Statement(_settled(window, asked, decision.scenario.days_from_plan), (rule.reference,), code)


def say_days_around(decision: Decision) -> Iterator[Statement]:
    """Who counts no days around the plan, and of whom we do not know, where days are the question."""
    if "days_around" not in decision.asked.matters:
        return
    plan, payer, day = entry(PLAN), decision.scenario.payer, decision.day
    assert plan is not None  # the plan is in the rule book
    inside = [tie for tie in plan.relations if tie.kind == "includes" and tie.holds_on(day)]
    counting = [rule for rule in plan.payers if rule.windows and rule.holds_on(day)]
    if payers.is_medicare(payer):
        purpose = "what is done for the IMRT plan is part of it on the same or another date"
        references = tuple(tie.reference for tie in inside[:1])
        yield Statement(f"Medicare counts no days around {PLAN}: {purpose}.", references, PLAN)
        names = tuple(payers.name(rule.payer) for rule in counting)
        if payer is None and names:
            text = f"Days around {PLAN} are counted by {both(names)}."
            yield Statement(text, tuple(rule.reference for rule in counting), PLAN)
    elif not any(rule.payer in payers.order(payer) for rule in counting):
        yield Statement(f"Whether {payers.name(payer)} counts days around {PLAN} is not in our sources.", (), PLAN)


def inside_a_window(decision: Decision) -> frozenset[str]:
    """The codes asked about that lie inside a window by the days told."""
    days = decision.scenario.days_from_plan
    windows = [window for _, rule in decision.payer_rules for window in rule.windows]
    inside = {code for one in windows if days is not None and lies_in(one, days) for code in one.codes}
    asked = inside & set(decision.asked.codes)
    return frozenset(asked | {PLAN}) if asked else frozenset()


def _settled(window: Window, asked: tuple[str, ...], days: int) -> str:
    when = f"{in_words(abs(days))} days {'before' if days < 0 else 'after'} the plan"
    if not days:
        when = "the day of the plan"
    when = when[0].upper() + when[1:]
    if lies_in(window, days):
        return f"{when} is inside: {both(asked)} {'is' if len(asked) == 1 else 'are'} not paid separately."
    return f"{when} is outside: what holds there is not in our sources."
