"""Days around an IMRT plan in which a payer counts other planning services as part of it.

## What it does
Finds the payer's window for a service, says it in one sentence, and tells whether so many days lie inside it.

## Why it matters
NCCI compares lines of one date only. Some payers look further: a simulation weeks earlier is inside the plan, and
a modifier opens that for another tumour only. Medicare counts no days: there the purpose of the service decides.

## Example
UnitedHealthcare: 77290 sixty days before 77301 is inside the plan; 77307 forty-five days before it is not.

## References
Each payer's own policy, as the rule names it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from assistant.rules import payers
from assistant.rules.biller import is_hospitals_bill
from assistant.rules.finding import PairRuling
from assistant.rules.periods import period_of
from assistant.scenario import Scenario
from corpus.rulebook import PayerRule, Window, entry

PLAN = "77301"  # the one plan that payers put a window around


def windows_of(scenario: Scenario, day: date) -> Iterator[tuple[PayerRule, Window]]:
    """The payer's windows around the plan that bind this bill on this day."""
    plan = entry(PLAN)
    for rule in plan.payers if plan else ():
        if rule.payer in payers.order(scenario.payer) and rule.holds_on(day):
            yield from ((rule, one) for one in rule.windows if _binds(one, scenario))


def window_of(code: str, scenario: Scenario, day: date) -> tuple[PayerRule, Window] | None:
    """The payer's window for this service; None where it has none that we know of."""
    return next(((rule, one) for rule, one in windows_of(scenario, day) if code in one.codes), None)


def lies_in(window: Window, days: int) -> bool:
    """Whether a service so many days from the plan (before it: negative) is inside."""
    return -window.before <= days <= window.after


def spoken(rule: PayerRule, window: Window, code: str = "") -> str:
    """The window in one sentence, for one code or for all it names."""
    named = code or f"{', '.join(window.codes[:-1])} and {window.codes[-1]}"
    when = f"within {window.before} days before or after {PLAN}"
    if window.before != window.after:
        when = f"in the {window.before} days before {PLAN} or on its day"
    whose = " on facility claims" if window.claims else ""
    text = f"{payers.name(rule.payer)} counts {named} of the same tumour {when}{whose} as part of the plan"
    if window.opened_by:
        text += f"; {window.opened_by} is taken only for another tumour on another date"
    return f"{text}."


def window_between(a: str, b: str, day: date, scenario: Scenario) -> PairRuling | None:
    """The ruling on the plan and a service of its window; on one date it is always inside."""
    if PLAN not in (a, b):
        return None
    code = a if b == PLAN else b
    found = window_of(code, scenario, day)
    if found is None:
        return None
    rule, window = found
    period, references = period_of(rule), (rule.reference,)
    why, days = spoken(rule, window, code), scenario.days_from_plan
    if days is not None and not lies_in(window, days):
        why += (
            f" {abs(days)} days {'before' if days < 0 else 'after'} is outside: what holds there is not in our sources."
        )
        return PairRuling((PLAN, code), "no_data", period, why, references)
    return PairRuling((PLAN, code), "no", period, why, references)


def _binds(window: Window, scenario: Scenario) -> bool:
    if window.claims is None:
        return True
    return scenario.biller == "facility" or is_hospitals_bill(scenario.setting, scenario.biller)
