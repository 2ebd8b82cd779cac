"""The rules asked once: a text asks the same ruling for many of its sentences, and a ruling never changes."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from operator import attrgetter
from typing import cast

from assistant.rules import modifiers, pairs, status
from assistant.rules import units as counting
from assistant.rules.finding import ModifierRuling, PairRuling, StatusRuling, UnitsRuling
from assistant.scenario import Scenario

FIELDS = tuple(name for name in Scenario.__dataclass_fields__ if name not in ("origins", "site"))
_FACTS = attrgetter(*FIELDS)
MOST = 4096  # rulings kept; a text of fifty thousand characters asks a few hundred


class _Case:
    """A scenario as a key: the facts that rules hang on."""

    __slots__ = ("facts", "scenario")

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.facts = _FACTS(scenario)

    def __hash__(self) -> int:
        return hash(self.facts)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Case) and self.facts == other.facts


@lru_cache(maxsize=MOST)
def _ask(rule: Callable[..., object], case: _Case, *about: str) -> object:
    return rule(*about, case.scenario)


def units(code: str, scenario: Scenario) -> tuple[UnitsRuling, ...]:
    """`assistant.rules.units.units`, remembered."""
    return cast("tuple[UnitsRuling, ...]", _ask(counting.units, _Case(scenario), code))


def modifier_by_period(code: str, modifier: str, scenario: Scenario) -> tuple[ModifierRuling, ...]:
    """`assistant.rules.modifiers.modifier_by_period`, remembered."""
    return cast("tuple[ModifierRuling, ...]", _ask(modifiers.modifier_by_period, _Case(scenario), code, modifier))


def pair(a: str, b: str, scenario: Scenario) -> PairRuling:
    """`assistant.rules.pairs.pair`, remembered."""
    return cast("PairRuling", _ask(pairs.pair, _Case(scenario), a, b))


def status_by_period(code: str, scenario: Scenario) -> tuple[StatusRuling, ...]:
    """`assistant.rules.status.status_by_period`, remembered."""
    return cast("tuple[StatusRuling, ...]", _ask(status.status_by_period, _Case(scenario), code))
