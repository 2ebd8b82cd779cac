"""What one unit of a code covers, and whether a text says it rightly.

## What it does
Takes from the unit rule the thing one unit covers ("5 fractions", "session", "day", "course", "plan", "device") and
compares it with the thing a text names.

## Why it matters
"Port films every session" is five times too much, "once per gantry angle" was withdrawn by who said it, and "per
week" is right only when a week means five fractions.

## Example
`frequency("77417", "session", scenario)` fails for 2025: one unit covers five fractions.

## References
The unit rules of the rule book.
"""

from __future__ import annotations

from assistant.rules.codes import tidy
from assistant.rules.finding import Finding, UnitsRuling
from assistant.rules.units import units
from assistant.scenario import Scenario
from corpus.rulebook import entry

# What texts call the same thing. A week is five fractions, however long they take (manual, section 70.1).
SAME = {
    "fraction": "session", "treatment": "session", "visit": "session", "session": "session", "delivery": "session",
    "week": "5 fractions", "weekly": "5 fractions", "five fractions": "5 fractions", "5 treatments": "5 fractions",
    "5 sessions": "5 fractions", "five treatments": "5 fractions", "five sessions": "5 fractions",
    "daily": "day", "date": "day", "date of service": "day", "day": "day",
    "treatment course": "course", "course of treatment": "course", "patient": "course", "course": "course",
    "treatment plan": "plan", "plan": "plan", "field": "device", "mask": "device", "block": "device",
}  # fmt: skip
COUNTED_BY_FIVE = "5 fractions"


def covers(code: str, scenario: Scenario) -> tuple[UnitsRuling, ...]:
    """The rulings on what one unit covers (`one_per`), whatever the number of fractions; "" where nothing is paid."""
    whole = scenario.but(fractions=None, fractions_so_far=None, sessions=(), course_ended=None)
    return units(code, whole)


def frequency(code: str, said: str, scenario: Scenario) -> Finding:
    """Whether one unit covers what the text says, on every date the scenario reaches: the worst finding counts."""
    findings = [_judged(ruling, canonical(said), scenario) for ruling in covers(code, scenario)]
    worst = ("fail", "no_data", "not_applicable", "pass")
    return min(findings, key=lambda finding: worst.index(finding.verdict))


def canonical(said: str) -> str:
    """One word for one thing: "fraction" and "treatment" are sessions, "week" is five fractions."""
    plain = " ".join(said.lower().replace("per ", " ").replace("once ", " ").replace("every ", " ").split())
    if plain in SAME:
        return SAME[plain]
    return SAME.get(plain.removesuffix("s"), plain)


def _judged(ruling: UnitsRuling, said: str, scenario: Scenario) -> Finding:
    rule = f"frequency.{tidy(ruling.code)}"
    if not ruling.one_per:
        if ruling.units is None:
            return Finding(rule, "no_data", ruling.why, ruling.references, period=ruling.period)
        why = f"No unit of {ruling.code} is payable apart here, at any frequency. {ruling.why}"
        return Finding(rule, "fail", why, ruling.references, ruling.basis, ruling.period)
    what = f"One unit of {ruling.code} covers {spoken(ruling.one_per)}"
    if said == canonical(ruling.one_per):
        return Finding(rule, "pass", f"{what}.", ruling.references, period=ruling.period)
    if said in ("session", "day") and ruling.one_per == "course" and is_one_session(ruling):
        return Finding(rule, "pass", f"{what}, and that is one session.", ruling.references, period=ruling.period)
    if {said, ruling.one_per} == {"session", "day"} and scenario.schedule != "bid":
        return Finding(
            rule, "pass", f"{what}: the same, unless there are two a day.", ruling.references, period=ruling.period
        )
    return Finding(rule, "fail", f"{what}, not one {said}.", ruling.references, "units", ruling.period)


def is_one_session(ruling: UnitsRuling) -> bool:
    """Whether the code serves courses of a single fraction only (77371, 77372, 77432): course and session are one."""
    known = entry(ruling.code)
    rules = [rule for rule in known.units if rule.holds_on(ruling.period.start)] if known else []
    return bool(rules) and all(rule.course_fractions == (1, 1) for rule in rules)


def spoken(one_per: str) -> str:
    """ "5 fractions, however many days they take", "one session" """
    if one_per == COUNTED_BY_FIVE:
        return "five fractions, however many days they take and whatever is done in them"
    return f"one {one_per}"
