"""A technique that a clause names beside a code of another one: "77301 is billed for 3-D plans"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.checking.marking.marks import Mark
from assistant.rules.code_sets import LEVELS
from assistant.rules.technique import technique_named
from corpus.rulebook import entry

DIMENSIONS = frozenset({"3d", "3-d", "3d conformal", "3-d conformal", "3d-conformal", "conformal"})

BESIDE = frozenset({"image guidance", "physics and devices", "simulation"})  # categories of work beside a technique
GRADES = frozenset({"simple", "complex"})


def technique_left_open(reading: ClauseReading) -> Iterator[str]:
    """What is said of techniques, or in their place, and decides nothing."""
    yield from of_another_technique(reading)
    yield from of_no_technique(reading)
    yield from treated_with(reading)


def of_another_technique(reading: ClauseReading) -> Iterator[str]:
    """Techniques of the clause that an advised code is not of."""
    said = {mark.value[1]: mark.said for mark in reading.marks if mark.kind == "FACT" and mark.value[0] == "technique"}
    for mark in reading.marks:
        if mark.kind in ("NAME", "WORD") and mark.said in DIMENSIONS:
            said["3d"] = mark.said
    if not said:
        return
    for advice in reading.advice:
        if not advice.polarity or advice.kind not in ("component", "units", "frequency"):
            continue
        own = {technique_named(code) for code in advice.codes} - {None}
        if own and own.isdisjoint(said):
            yield from said.values()


def of_no_technique(reading: ClauseReading) -> Iterator[str]:
    """ "Breast is level 2", "prostate is a simple IMRT site": no site and no grade of IMRT decides it since 2026."""
    marks = reading.marks
    if not any(_is_level(mark) for mark in marks) and not any(set(one.codes) & set(LEVELS) for one in reading.advice):
        return
    graded = [
        one.said
        for one, two in pairwise(marks)
        if one.said in GRADES and two.kind == "FACT" and two.value == ("technique", "imrt")
    ]
    yield from graded
    if not graded and not reading.has("FACT"):
        for one, two in pairwise(marks):
            if one.kind == "SITE" and (two.kind == "LINK" or two.said in ("is", "are", "was", "were")):
                yield str(one.value)


def _is_level(mark: Mark) -> bool:
    return mark.kind == "SERVICE" and str(mark.value.name).startswith("level ")


def treated_with(reading: ClauseReading) -> Iterator[str]:
    """ "Compensator-based IMRT was reported with G6017": a technique alone is its delivery, plan or management."""
    marks = reading.marks
    at = next((i for i, mark in enumerate(marks) if mark.kind == "DO"), 0)
    subject = [
        mark for mark in marks[:at] if mark.kind not in ("ARTICLE", "WORD", "PUNCT", "SETTING", "PAYER", "DATE", "LINK")
    ]
    if not at or not subject or any(mark.kind != "FACT" or mark.value[0] != "technique" for mark in subject):
        return
    for advice in reading.advice:
        known = [entry(code) for code in advice.codes]
        if advice.kind == "component" and any(one is not None and one.category in BESIDE for one in known):
            yield subject[0].said
