"""Codes of one family that a single number parts: channels of an afterloader, sources of an implant, areas of a plan.

## What it does
Names the code of the family for the number that was told, or says how the number decides and asks for it.

## Why it matters
The three codes look alike and pay differently; picked without the number, one of them is a guess.

## Example
14 channels: 77772. High-dose-rate treatment with nothing told: 77770 with 1 channel, 77771 with 2 to 12, 77772 with more.

## References
The services of the codes in the rule book; for planning the levels of 77261 to 77263.
"""

from __future__ import annotations

from datetime import date

from assistant.rules.code_sets import references_of
from assistant.rules.finding import LevelRuling
from assistant.scenario import Scenario
from corpus.rulebook import Reference

AFTERLOADING = ("77770", "77771", "77772")
ISODOSES = ("77316", "77317", "77318")
PLANNING = ("77261", "77262", "77263")
CHANNELS = (1, 12)  # the most of the first and of the second code
SOURCES = (4, 10)
PLANNED = {
    "simple": ("77261", "one area with one port or plain opposed ports and little or no blocking"),
    "intermediate": ("77262", "two areas, or three or more converging ports, or several blocks"),
    "complex": (
        "77263",
        "three or more areas, tangents, custom shielding, wedges or compensators, rotation, special beams or "
        "combined modalities",
    ),
}
PLANNED_SO = Reference(source="planning-levels-77261-77263", section="levels-our-words")


def choices(named: frozenset[str], scenario: Scenario, planned: str, day: date) -> tuple[LevelRuling, ...]:
    """The ruling of each family that the named codes belong to."""
    found: list[LevelRuling] = []
    if named & set(AFTERLOADING) and scenario.site != "skin":
        found.append(_by_channels(scenario.channels, day))
    if named & set(ISODOSES):
        found.append(_by_sources(scenario, day))
    if named & set(PLANNING):
        found.append(_by_planning(planned, named))
    return tuple(found)


def _at(most: tuple[int, int], number: int) -> int:
    return 0 if number <= most[0] else 1 if number <= most[1] else 2


def _by_channels(number: int | None, day: date) -> LevelRuling:
    if number is not None:
        at = _at(CHANNELS, number)
        text = f"{AFTERLOADING[at]} is for {_range(CHANNELS, at, 'channel')}."
        return _one(AFTERLOADING, at, text, day)
    text = "77770 is for 1 channel, 77771 for 2 to 12 and 77772 for more than 12."
    return _open(AFTERLOADING, ("channels",), text, day)


def _by_sources(scenario: Scenario, day: date) -> LevelRuling:
    if scenario.channels is not None:
        at = _at(CHANNELS, scenario.channels)
        return _one(ISODOSES, at, f"{ISODOSES[at]} is for {_range(CHANNELS, at, 'channel')}.", day)
    if scenario.sources is not None:
        at = _at(SOURCES, scenario.sources)
        return _one(ISODOSES, at, f"{ISODOSES[at]} is for {_range(SOURCES, at, 'source')}.", day)
    text = (
        "77316 is for up to 4 sources or 1 channel, 77317 for 5 to 10 sources or 2 to 12 channels, and 77318 for more "
        "than 10 sources or 12 channels."
    )
    return _open(ISODOSES, ("sources",), text, day)


def _range(most: tuple[int, int], at: int, thing: str) -> str:
    if at == 0:
        return f"1 {thing}" if most[0] == 1 else f"up to {most[0]} {thing}s"
    return f"{most[0] + 1} to {most[1]} {thing}s" if at == 1 else f"more than {most[1]} {thing}s"


def _by_planning(planned: str, named: frozenset[str]) -> LevelRuling:
    if planned:
        code, takes = PLANNED[planned]
        return LevelRuling(code, (code,), (), f"{code} is for {takes}.", (PLANNED_SO,))
    told = [f"{code} is for {takes}." for code, takes in PLANNED.values() if code in named]
    return LevelRuling(None, tuple(sorted(named & set(PLANNING))), (), " ".join(told), (PLANNED_SO,))


def _one(family: tuple[str, ...], at: int, why: str, day: date) -> LevelRuling:
    code = family[at]
    return LevelRuling(code, (code,), (), why, references_of(code, day))


def _open(family: tuple[str, ...], asks: tuple[str, ...], why: str, day: date) -> LevelRuling:
    references = tuple(one for code in family for one in references_of(code, day))
    return LevelRuling(None, family, asks, why, references)
