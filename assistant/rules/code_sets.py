"""Delivery codes that go by technique and setting: those of 2015 to 2025, and those beside the levels of any date.

## What it does
Names the code set of a technique on a date: CPT in a hospital, Medicare's G-codes in an office to 2025, and the
codes of stereotactic, proton, superficial, brachytherapy, intraoperative and hyperthermia treatment.

## Why it matters
A right technique with the other setting's code is a refused line: 77385 has status I on a physician claim of 2025,
G6015 has status B on a hospital's.

## Example
IMRT in an office in 2025: G6015, or G6016 for compensators.

## References
Status lines and ties "instead_use" of each code in the rule book.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant.rules.codes import code_on, either
from assistant.rules.finding import LevelRuling
from assistant.rules.status import status_on
from assistant.rules.technique import DELIVERY, serves_machine
from assistant.scenario import Scenario
from corpus.rulebook import Reference, entry

LEVELS = ("77402", "77407", "77412")
DECIDING = ("technique", "isocenters", "motion_management")  # the facts that a level hangs on
BEAM = {"2d": LEVELS, "3d": LEVELS, "electrons": LEVELS, "total_skin_electrons": LEVELS, "mixed": LEVELS,
        "imrt": ("77385", "77386")}  # fmt: skip
SURFACES = ("77437", "77438")
OTHERS = {
    "proton": (("77520", "77522", "77523", "77525"), "by fields and compensators"),
    "superficial": (("77401", *SURFACES), "by date"),
    "hdr": (("77767", "77768", "77770", "77771", "77772"), "by site and channels"),
    "ldr": (("77750", "77761", "77762", "77763", "77778", "77789"), "by the kind of application"),
    "iort": (("77424", "77425"), "by x-rays or electrons"),
    "hyperthermia": (("77600", "77605", "77610", "77615", "77620"), "by depth and applicators"),
}


# What the 2015 to 2025 descriptions name as simple IMRT; every other site is complex unless compensators were used.
SIMPLE_IMRT = {"prostate": "77385", "breast": "77385"}
IMRT_SITES = {
    "77385": "simple IMRT, as for prostate, breast and compensators",
    "77386": "complex IMRT; the simple 77385 was for prostate, breast and compensators",
}
COMPENSATED = "IMRT through compensators has a code of its own in the fee schedule"
SURFACE = "by energy: 77437 up to 150 kV, 77438 above"
# Techniques of one level, whatever else is told.
OF_ONE_LEVEL = frozenset({"electrons", "total_skin_electrons", "mixed"})
GCODES = tuple(f"G60{number:02}" for number in range(3, 17))  # Medicare's own of 2015 to 2025
# Every code that delivers radiation, of whatever technique and time.
DELIVERIES = frozenset(
    code
    for family in (*BEAM.values(), *(codes for codes, _ in OTHERS.values()), *DELIVERY.values(), GCODES)
    for code in family
)


def other_code(technique: str, day: date) -> LevelRuling:
    """The codes of a technique that has none of the levels."""
    codes, by = OTHERS[technique]
    valid = tuple(code for code in codes if code_on(code, day).valid)
    return _one_of(valid, SURFACE if technique == "superficial" and len(valid) > 1 else by, day)


def code_of_its_set(scenario: Scenario, day: date) -> LevelRuling:
    """The codes of a beam technique before the levels, in the set of the scenario's setting."""
    if scenario.technique is None:
        return LevelRuling(None, (), ("technique",), "The delivery code of that date goes by technique: say which.")
    if scenario.setting is None:
        return LevelRuling(None, (), ("setting",), "The code set of that date goes by setting: say office or hospital.")
    found: list[str] = []
    compensated = scenario.technique == "imrt" and scenario.compensators is True
    simple = "77385" if compensated else SIMPLE_IMRT.get(scenario.site or "", "77386" if scenario.site else None)
    for code in BEAM.get(scenario.technique, ()):
        status = status_on(code, day, scenario)
        found += status.see if status.treatment == "wrong_code_set" else (code,)
    if scenario.technique == "imrt" and found == ["77385", "77386"] and simple:
        return replace(_one_of((simple,), "", day), why=f"{simple}: {IMRT_SITES[simple]}.")
    if compensated and "G6016" in found:
        return replace(_one_of(("G6016",), "", day), why=f"G6016: {COMPENSATED}.")
    by = "G6016 for compensators" if "G6016" in found else "by complexity as the descriptions of that date say"
    return _one_of(tuple(dict.fromkeys(found)), by, day)


def stereotactic_code(scenario: Scenario, day: date) -> LevelRuling:
    """The delivery code of a stereotactic course, or the level's question when it is too long to be one."""
    codes = DELIVERY[scenario.technique or "sbrt"]
    if scenario.fractions is not None and scenario.fractions > 5:
        why = f"A course of {scenario.fractions} fractions is not stereotactic: say how it was planned."
        return LevelRuling(None, LEVELS, DECIDING, why)
    if scenario.technique == "srs":
        codes = ("77371", "77372") if scenario.fractions == 1 else ("77373",) if scenario.fractions else codes
    codes = tuple(code for code in codes if serves_machine(code, scenario.machine))
    return _one_of(codes, "by machine and number of sessions", day)


def _one_of(codes: tuple[str, ...], by: str, day: date) -> LevelRuling:
    references = tuple(dict.fromkeys(reference for code in codes for reference in references_of(code, day)))
    if len(codes) == 1:
        return LevelRuling(codes[0], codes, (), f"{codes[0]} is the delivery code of this technique.", references)
    return LevelRuling(None, codes, (), f"{either(codes)}, {by}.", references)


def references_of(code: str, day: date) -> tuple[Reference, ...]:
    known = entry(code)
    period = known.period_on(day) if known else None
    return (period.reference,) if period else ()
