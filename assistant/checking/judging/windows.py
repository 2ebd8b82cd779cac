"""What a text says of a payer's window around the IMRT plan, against the payer's own rule."""

from __future__ import annotations

from datetime import date
from typing import Any

from assistant.checking.advice import Advice
from assistant.checking.judging.judgement import Judged, days_of, same, worst
from assistant.rules import payers
from assistant.rules.windows import PLAN, lies_in, spoken, window_of, windows_of
from assistant.scenario import Scenario
from corpus.rulebook import PayerRule, Window

TOLD = frozenset({"no window", "window", "lag", "listed", "opened"})
APART = frozenset({"payable"})
INSIDE = frozenset({("bundled", ""), "bundled"})


def judge_window(advice: Advice, scenario: Scenario) -> Judged:
    """One statement on a window, on every day of the case."""
    return worst([_on(advice, scenario, day) for day in days_of(scenario)])


def _on(advice: Advice, scenario: Scenario, day: date) -> Judged:
    kind, *said = advice.value
    held = list(windows_of(scenario, day))
    name = payers.name(scenario.payer)
    if kind == "no window":
        if held:
            return _judged(held[0], False)
        why = f"{name} counts no days around {PLAN} that we know of."
        return Judged("pass" if payers.is_medicare(scenario.payer) else "no_data", why)
    if not held or payers.is_medicare(scenario.payer):
        return Judged("no_data", f"We hold no window of {name} around {PLAN}.")
    if kind == "listed" and scenario.days_from_plan is None:
        return Judged("no_data", "Which list is meant is not told.")
    if kind == "listed":
        own = [one for one in held if advice.codes[0] in one[1].codes]
        return _judged((own or held)[0], said[0] == bool(own))
    chosen = [(rule, one) for rule, one in held if set(advice.codes) & set(one.codes)]
    if advice.codes == (PLAN,):
        chosen = held
    by_code = kind == "window" and said[2]
    if not chosen or (by_code and not all(window_of(code, scenario, day) for code in advice.codes)):
        return Judged("no_data", f"We hold no window of {name} for {', '.join(advice.codes)}.")
    return worst([_one(kind, said, one, scenario) for one in chosen])


def _one(kind: str, said: list[Any], found: tuple[PayerRule, Window], scenario: Scenario) -> Judged:
    window = found[1]
    if kind == "window":
        return _judged(found, _is_so(window, said[0], said[1]))
    if kind == "opened":
        return _judged(found, window.opened_by == said[0])
    days, side, inside = said
    told = scenario.days_from_plan
    if days is not None and side is not None:
        where = -days if side == "before" else days
    elif told is not None and days in (None, abs(told)):
        where = told
    else:
        return Judged("no_data", "On which side of the plan the service lies is not told.")
    return _judged(found, lies_in(window, where) == inside)


def _is_so(window: Window, days: int | None, side: str | None) -> bool:
    """Whether the window has these days on this side; a side alone is told of the whole window."""
    if side in ("only before", "only after") and days is not None:
        return (window.before, window.after) == ((days, 0) if side == "only before" else (0, days))
    if days is None:
        sides = {"both": (True, True), "only before": (True, False), "only after": (False, True)}
        return sides.get(str(side)) == (window.before > 0, window.after > 0)
    if side == "both":
        return window.before == window.after == days
    if side == "before":
        return window.before == days
    return days == window.after if side == "after" else days in (window.before, window.after)


def _judged(found: tuple[PayerRule, Window], right: bool) -> Judged:
    rule, window = found
    why = spoken(rule, window)
    return same(right, why, (rule.reference,), why)


def opened(modifiers: tuple[str, ...], advice: Advice, scenario: Scenario) -> Judged | None:
    """Whether a modifier opens the window for the service of the case, which is of the same tumour."""
    services = [code for code in advice.codes if code != PLAN]
    if len(services) != 1 or PLAN not in advice.codes or scenario.days_from_plan is None:
        return None
    found = [window_of(services[0], scenario, day) for day in days_of(scenario)]
    inside = all(one is not None and lies_in(one[1], scenario.days_from_plan) for one in found)
    if not inside or found[0] is None or not modifiers or any((found[0][1].opened_by,) != (one,) for one in modifiers):
        return None
    why = spoken(*found[0], services[0])
    return same(not advice.polarity, why, (found[0][0].reference,), why)


def by_window(advice: Advice, scenario: Scenario) -> Judged | None:
    """Whether a service so many days from the plan is paid by itself; None where no window settles it."""
    if (
        advice.kind != "component"
        or advice.value not in APART | INSIDE
        or scenario.days_from_plan is None
        or payers.is_medicare(scenario.payer)
    ):
        return None
    services = [code for code in advice.codes if code != PLAN]
    found = [window_of(code, scenario, day) for code in services for day in days_of(scenario)]
    if not services or not all(found):
        return None
    inside = all(lies_in(one[1], scenario.days_from_plan) for one in found if one)
    rule, window = next(one for one in found if one)
    if not inside:
        return None
    why = spoken(rule, window, services[0])
    return same(advice.polarity == (advice.value in INSIDE), why, (rule.reference,), why)
