"""The date that an undated sentence leaves out: since when what it says has been so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from assistant.checking.checker import Weighed, check_advice
from assistant.scenario import Period, Scenario
from corpus.rulebook import entry

MATTERS = frozenset({"units", "frequency", "component"})
LOOK_BACK = timedelta(days=3 * 365)  # a claim may still be corrected that long


def since(weighed: Weighed, scenario: Scenario, today: date) -> str:
    """A short note where the rule changed lately and the sentence gives no date; empty otherwise."""
    advice = weighed.advice
    if scenario.dos is not None or scenario.sessions or "dos" in advice.condition or advice.kind not in MATTERS:
        return ""
    changed = max((last_change(code, today) or date.min for code in advice.codes), default=date.min)
    if changed == date.min:
        return ""
    before = changed - timedelta(days=1)
    then = replace(advice, condition={**advice.condition, "dos": Period(before, before)})
    if check_advice(then, scenario, today).finding.verdict == "pass":
        return ""
    return f"For dates of service from {changed}."


@lru_cache(maxsize=256)
def last_change(code: str, today: date) -> date | None:
    """The last day within three years on which something the rule book holds of the code began."""
    known = entry(code)
    if known is None:
        return None
    starts = [value.start for value in (*known.periods, *known.component, *known.status, *known.units)]
    recent = [start for start in starts if today - LOOK_BACK < start <= today]
    return max(recent, default=None)
