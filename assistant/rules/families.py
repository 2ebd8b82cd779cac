"""Codes of one family that a single number parts: channels of an afterloader, sources of an implant, areas of a plan.

## What it does
Names the code of the family for the number that was told, or says how the number decides and asks for it.

## Why it matters
The three codes look alike and pay differently; picked without the number, one of them is a guess.

## Example
14 channels: 77772. With nothing told: 77770 with 1 channel, 77771 with 2 to 12, 77772 with more.

## References
The services of the codes in the rule book; for planning the levels of 77261 to 77263.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from assistant.rules.code_sets import SURFACES, references_of
from assistant.rules.finding import LevelRuling
from assistant.rules.payers import is_medicare
from assistant.rules.periods import day_of
from assistant.scenario import Scenario
from corpus.rulebook import Reference

AFTERLOADING = ("77770", "77771", "77772")
OF_THE_SKIN = ("77767", "77768")
ISODOSES = ("77316", "77317", "77318")
CHANNELS = (1, 12)  # the most of the first and of the second code
SOURCES = (4, 10)
PARTING_KV = 150
PLANNED = {
    "simple": ("77261", "one area with one port or plain opposed ports and little or no blocking"),
    "intermediate": ("77262", "two areas, or three or more converging ports, or several blocks"),
    "complex": (
        "77263",
        "three or more areas, tangents, custom shielding, wedges or compensators, rotation, special beams or "
        "combined modalities",
    ),
}
DEVICES = {
    "board": ("77332", "a standard board adapted to the patient"),
    "bolus": ("77333", "a custom bolus"),
    "custom": (
        "77334",
        "a device made for one patient, such as a thermoplastic mask, a vacuum cushion or a custom block",
    ),
}
SIMULATIONS = {
    "simple": ("77280", "one area with plain fields, or a verification before treatment"),
    "complex": (
        "77290",
        "custom immobilisation, contrast, three or more areas, arcs, complex blocking, special wedges or tangents",
    ),
}
HEATED = {
    "superficial": ("77600", "heat to a depth of about 4 cm"),
    "deep": ("77605", "heat deeper than about 4 cm"),
}
INSIDE_THE_PLAN = frozenset({"77280", "77285", "77290"})
PLAN_HOLDS = Reference(source="cms-manual-4-200-3", section="rule", also=["cms-cr9486-imrt-planning-2016"])
DEVISED_SO = Reference(source="astro-faq-treatment-devices", section="immobilisation")
SIMULATED_SO = Reference(source="aapc-simulation-levels", section="levels-as-taught")
PLANNED_SO = Reference(source="planning-levels-77261-77263", section="levels-our-words")


@dataclass(frozen=True, slots=True)
class Told:
    """What a question tells of the kind of a service; empty where it does not."""

    planned: str = ""
    device: str = ""
    simulated: str = ""
    heated: str = ""


def choices(named: frozenset[str], scenario: Scenario, told: Told, day: date) -> tuple[LevelRuling, ...]:
    """The ruling of each family that the named codes belong to."""
    found: list[LevelRuling] = []
    if named & set(AFTERLOADING) and scenario.site != "skin":
        found.append(_by_channels(scenario.channels, day))
    if named & set(ISODOSES):
        found.append(_by_sources(scenario, day))
    if scenario.technique == "imrt" and named and named <= INSIDE_THE_PLAN and is_medicare(scenario.payer):
        why = "A simulation made for the IMRT plan is inside 77301 and is not billed apart."
        return (*found, LevelRuling(None, tuple(sorted(named)), (), why, (PLAN_HOLDS,)))
    kinds_of: tuple[tuple[dict[str, tuple[str, str]], str, Reference], ...] = (
        (PLANNED, told.planned, PLANNED_SO),
        (DEVICES, told.device, DEVISED_SO),
        (SIMULATIONS, told.simulated, SIMULATED_SO),
    )
    if told.heated and len(named & {code for code, _ in HEATED.values()}) > 1:
        (source,) = references_of(HEATED[told.heated][0], day)[:1]
        kinds_of = (*kinds_of, (HEATED, told.heated, source))
    of_kinds = [one for kinds, kind, source in kinds_of if (one := _by_kind(kinds, kind, named, source))]
    settled = [one for one in of_kinds if one.code]
    return (*found, *(settled or of_kinds))


def siblings(code: str) -> set[str]:
    """The other codes of the family: of two of them named one is wanted."""
    kinds = (PLANNED, DEVICES, SIMULATIONS, HEATED)
    families = (AFTERLOADING, ISODOSES, *(tuple(known for known, _ in kind.values()) for kind in kinds))
    return {other for family in families if code in family for other in family} - {code}


def ruled_out(code: str) -> set[str]:
    """What the code that was picked leaves no room for; beside an afterloader's channels also the skin's codes."""
    return siblings(code) | (set(OF_THE_SKIN) if code in AFTERLOADING else set())


def by_energy(ruling: LevelRuling, scenario: Scenario) -> LevelRuling:
    """Of the two codes of surface x-rays that of the tube's energy; an orthovoltage tube is above the parting one."""
    energy = scenario.kilovolts
    if ruling.candidates != SURFACES:
        return ruling
    if energy is None and scenario.machine != "orthovoltage":
        return replace(ruling, asks=("kilovolts",))
    code = SURFACES[energy is None or energy > PARTING_KV]
    side = "above" if code == SURFACES[1] else "up to"
    why = f"{code} is for surface x-rays {side} {PARTING_KV} kV, per fraction."
    return LevelRuling(code, (code,), (), why, references_of(code, day_of(scenario)))


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


def _by_kind(
    kinds: dict[str, tuple[str, str]], kind: str, named: frozenset[str], source: Reference
) -> LevelRuling | None:
    """The code of the kind that was told, else what each of the codes named is for."""
    family = dict(kinds.values())
    if not named & set(family):
        return None
    if kind:
        code, takes = kinds[kind]
        return LevelRuling(code, (code,), (), f"{code} is for {takes}.", (source,))
    told = " ".join(f"{code} is for {takes}." for code, takes in family.items() if code in named)
    return LevelRuling(None, tuple(code for code in family if code in named), (), told, (source,))


def _one(family: tuple[str, ...], at: int, why: str, day: date) -> LevelRuling:
    code = family[at]
    return LevelRuling(code, (code,), (), why, references_of(code, day))


def _open(family: tuple[str, ...], asks: tuple[str, ...], why: str, day: date) -> LevelRuling:
    references = tuple(one for code in family for one in references_of(code, day))
    return LevelRuling(None, family, asks, why, references)
