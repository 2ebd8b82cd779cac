"""What a judge says, and how judgements of several cases combine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from assistant.reading.fixed import fixed
from assistant.scenario import Period, Scenario
from corpus.rulebook import Reference

Said = Literal["pass", "fail", "no_data"]
_ORDER: tuple[Said, ...] = ("fail", "no_data", "pass")


@fixed
class Judged:
    """A verdict with its reason; `instead` is what the rule itself says, `note` what a passing sentence leaves out.

    `standing` names the sources of a verdict that no source of the date gives: it is never more than attributed.
    """

    verdict: Said
    why: str
    references: tuple[Reference, ...] = ()
    instead: str = ""
    note: str = ""
    rule: str = ""
    reason: str = ""
    period: Period | None = None
    standing: str = ""


def worst(found: Sequence[Judged]) -> Judged:
    """The judgement that decides: one failing case is enough to fail, one attributed case to attribute the whole."""
    if len(found) == 1:
        return found[0]
    return min(found, key=lambda one: (_ORDER.index(one.verdict), bool(one.standing) is (one.verdict == "fail")))


def flipped(one: Judged) -> Judged:
    """The judgement of a denial."""
    turned: dict[Said, Said] = {"pass": "fail", "fail": "pass", "no_data": "no_data"}
    return replace(one, verdict=turned[one.verdict])


def same(verdict: bool | None, why: str, references: tuple[Reference, ...] = (), instead: str = "") -> Judged:
    """True passes, False fails, None is no data."""
    said: Said = "no_data" if verdict is None else "pass" if verdict else "fail"
    return Judged(said, why, references, instead)


def days_of(scenario: Scenario) -> tuple[date, ...]:
    """First and last day of the scenario."""
    period = scenario.dos
    return () if period is None else tuple(dict.fromkeys((period.start, period.end)))
