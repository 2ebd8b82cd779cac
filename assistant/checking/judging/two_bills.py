"""A yes to "may both be billed?" that says who bills which: the facility the one, the physician the other.

NCCI compares lines of one bill. Each table is the table of a kind of bill, so that two codes on two bills meet in none,
unless a release pairs them or the rule book ties them: then nothing is concluded from who bills.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from assistant.checking.advice import Advice
from assistant.checking.asking import pair
from assistant.checking.judging.judgement import Judged, days_of, worst
from assistant.checking.judging.standing import known_or_likely
from assistant.rules.limits import TABLES
from assistant.rules.pairs import every_edit
from assistant.scenario import Scenario
from corpus.pairs import no_edit

ON_TWO_BILLS = ("on two bills",)
BOTH = {"facility", "professional"}


def on_two_bills(proposed: Sequence[Advice], told: Iterable[Advice]) -> Sequence[Advice]:
    """What was asked of the two, as it is meant where the answer gives each to another biller."""
    if len(proposed) != 1 or proposed[0].kind != "pair" or proposed[0].value != "together" or not proposed[0].polarity:
        return proposed
    theirs = {
        one.codes[0]: one.condition.get("biller")
        for one in told
        if one.kind == "component" and one.value == "billable" and one.polarity and len(one.codes) == 1
    }
    if set(theirs) != set(proposed[0].codes) or set(theirs.values()) != BOTH:
        return proposed
    return (replace(proposed[0], value=ON_TWO_BILLS),)


def judge_two_bills(advice: Advice, scenario: Scenario) -> Judged:
    """Whether nothing that we hold sets the two against each other."""
    a, b = advice.codes
    return worst([_on(a, b, day, scenario) for day in days_of(scenario)])


def _on(a: str, b: str, day: date, scenario: Scenario) -> Judged:
    ruling = pair(a, b, scenario.on(day))
    together = known_or_likely(ruling)
    silences = [found for table in TABLES if (found := no_edit(a, b, table, day)) is not None]
    if together == "yes":
        return Judged("pass", ruling.why, ruling.references)
    if together != "no_data" or every_edit(a, b) or not silences:
        return Judged("fail" if ruling.together == "no" else "no_data", ruling.why, ruling.references)
    why = f"No edit that we hold links {a} and {b}, and each is on a bill of its own."
    return Judged("pass", why, tuple(silences))
