"""The management that goes with a stereotactic delivery, whatever else is told of the course."""

from __future__ import annotations

from assistant.scenario import Scenario

MANAGED_BY = {"77371": "77432", "77372": "77432", "77373": "77435"}
FEW = 5  # fractions of a stereotactic course at most


def managed_as_delivered(codes: tuple[str, ...], scenario: Scenario) -> bool:
    """ "The physician bills 77435", where 77373 was asked about and no longer course is told."""
    short = scenario.fractions is None or scenario.fractions <= FEW
    return short and bool(codes) and set(codes) <= {MANAGED_BY.get(code) for code in scenario.codes}
