"""Which delivery code a technique takes on a date of service, and which facts are still missing.

## What it does
From 2026-01-01: level 1, 2 or 3 (77402, 77407, 77412) by particle, technique, isocenters and active motion
management, the same in every setting. Before: the code set of the setting (77385 in a hospital, G6015 in an office).

## Why it matters
77412 needs one named criterion, and image guidance never is one. Old areas, ports and blocks no longer count.

## Example
IMRT, one isocenter, no motion management: 77407. IMRT with nothing else said: isocenters and motion management are
asked for, because 77412 is still possible.

## References
The periods of 77402, 77407 and 77412 in the rule book; the ties "instead_use" of the 2015 to 2025 codes.
"""

from __future__ import annotations

from datetime import date

from assistant.rules.code_sets import (
    DECIDING,
    LEVELS,
    OTHERS,
    code_of_its_set,
    other_code,
    references_of,
    stereotactic_code,
)
from assistant.rules.codes import code_on, either, successors, tidy
from assistant.rules.finding import LevelRuling
from assistant.rules.periods import day_of
from assistant.rules.technique import DELIVERY
from assistant.scenario import Scenario
from corpus.rulebook import Reference, entry

__all__ = ["LEVELS", "crosswalk", "delivery_level"]

LEVEL_1, LEVEL_2, LEVEL_3 = LEVELS
NO_LEVEL_BY_IMAGES = "Image guidance never raises the level."
NO_LEVEL_BY_SIMULATION = "Motion seen only at simulation is not active motion management."
SEEN_AT_SIMULATION = Reference(source="hcn-2026-codes", also=["astro-prior-auth-2026-01-21"])
PLANNED_3D = frozenset({"3d", "imrt"})


def delivery_level(scenario: Scenario) -> LevelRuling:
    """The delivery code of a session on the first date told, or by the rules now in force when no date is."""
    day = day_of(scenario)
    technique = scenario.technique
    if technique in DELIVERY:
        return stereotactic_code(scenario, day)
    if technique in OTHERS:
        return other_code(technique, day)
    if not _by_level(day):
        return code_of_its_set(scenario, day)
    return _by_criteria(scenario, day)


def crosswalk(old: str, scenario: Scenario) -> LevelRuling:
    """The code that takes an ended one's place on the date, decided as far as the facts told allow."""
    old = tidy(old)
    after = successors(old)
    if not after or code_on(old, day_of(scenario)).valid:
        return LevelRuling(None, after, (), code_on(old, day_of(scenario)).why)
    if not set(after) <= set(LEVELS):
        return LevelRuling(after[0] if len(after) == 1 else None, after, (), code_on(old, day_of(scenario)).why)
    imrt = old in ("77385", "77386", "G6015", "G6016")
    said = delivery_level(scenario.but(technique=scenario.technique or ("imrt" if imrt else None)))
    if said.code in after:
        return said
    return LevelRuling(None, after, said.asks, code_on(old, day_of(scenario)).why, said.references)


def first_of_levels() -> date:
    """The first date on which the delivery codes are levels."""
    known = entry(LEVEL_1)
    assert known is not None  # the rule book begins with it
    return known.periods[-1].start


def _by_level(day: date) -> bool:
    """Whether the levels hold: their second meaning begins on a date that the rule book names."""
    known = entry(LEVEL_1)
    period = known.period_on(day) if known else None
    return known is not None and period == known.periods[-1]


def _by_criteria(scenario: Scenario, day: date) -> LevelRuling:
    technique, isocenters, motion = scenario.technique, scenario.isocenters, scenario.motion_management
    if technique == "total_skin_electrons":
        return _level(LEVEL_3, "total-skin electrons are level 3", day)
    if technique == "mixed":
        return _level(LEVEL_3, "electrons mixed with photons in one session are level 3", day)
    if technique == "electrons":
        return _level(LEVEL_1, "electrons, one field or several, are level 1", day)
    if technique is None and (motion or (isocenters is not None and isocenters > 1)):
        return _open((LEVEL_1, LEVEL_3), ("technique",), day)
    if technique is None:
        return _open(LEVELS, DECIDING, day)
    if isocenters is not None and isocenters > 1:
        return _level(LEVEL_3, f"photons to {isocenters} isocenters are level 3 whatever the technique", day)
    if technique == "2d":
        if isocenters is None:
            return _open((LEVEL_1, LEVEL_3), ("isocenters",), day)
        return _level(LEVEL_1, "two-dimensional photons to one isocenter are level 1", day)
    if technique not in PLANNED_3D:
        return _open(LEVELS, ("technique",), day)
    if motion:
        return _level(LEVEL_3, "3-D or IMRT photons with active motion management are level 3", day)
    missing = tuple(fact for fact, told in (("isocenters", isocenters), ("motion_management", motion)) if told is None)
    if missing:
        return _open((LEVEL_2, LEVEL_3), missing, day)
    return _level(LEVEL_2, "3-D or IMRT photons to one isocenter without active motion management are level 2", day)


def _level(code: str, because: str, day: date) -> LevelRuling:
    return LevelRuling(code, (code,), (), f"{code}: {because}. {NO_LEVEL_BY_IMAGES}", references_of(code, day))


def _open(candidates: tuple[str, ...], asks: tuple[str, ...], day: date) -> LevelRuling:
    facts = {"technique": "the technique", "isocenters": "the number of isocenters",
             "motion_management": "whether motion was actively managed"}  # fmt: skip
    missing = " and ".join(facts[ask] for ask in asks)
    references = tuple(dict.fromkeys(reference for code in candidates for reference in references_of(code, day)))
    return LevelRuling(None, candidates, asks, f"{either(candidates)}: say {missing}. {NO_LEVEL_BY_IMAGES}", references)
