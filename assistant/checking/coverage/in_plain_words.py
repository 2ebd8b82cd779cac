"""Advice told in plain words that no reader reads: a charge moved, a unit once more, a week of few fractions."""

# ruff: noqa: E501 - lists of words: one thought, one line
from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from assistant.checking.clauses.clause_reading import ClauseReading

MOVING = frozenset("move moves moving shift shifts shifting switch switching transfer transferring".split())
AGAIN = frozenset({"again", "anew", "afresh", "repeatedly"})


def moved_elsewhere(reading: ClauseReading) -> Iterator[str]:
    """ "Move the charge to 77427": this code in the place of another one, whose case it may not fit."""
    words = [mark.said for mark in reading.marks]
    yield from (word for at, word in enumerate(words) if word in MOVING and "to" in words[at + 1 : at + 5])


def existing_for(reading: ClauseReading) -> Iterator[str]:
    """ "... is what 77431 exists for": a purpose, and no word on whether there is such a code."""
    yield from (
        one.said
        for one, two in pairwise(reading.marks)
        if one.kind == "ACTIVE" and two.said == "for" and "exist" in one.said
    )


def claim_judged(reading: ClauseReading) -> Iterator[str]:
    """ "The claim is fine": a verdict on what somebody has put on it."""
    if reading.named:
        return
    for at, mark in enumerate(reading.marks[:-2]):
        if mark.said in ("claim", "line", "charge", "bill") and reading.marks[at + 1].said in ("is", "was", "looks"):
            yield from (one.said for one in reading.marks[at + 2 : at + 4] if one.kind == "OK")


def every_patient(reading: ClauseReading) -> Iterator[str]:
    """ "It can be billed for each patient who gets IMRT": whose treatment earns it, and no count."""
    if reading.has("OK", "FACT"):
        yield from (mark.said for mark in reading.marks if mark.kind == "FREQ" and mark.said.endswith("patient"))


def of_a_week(reading: ClauseReading) -> Iterator[str]:
    """ "If a week has only three treatments": fractions of that week, and not of the course."""
    for at in reading.at("FRACTIONS"):
        before = reading.marks[max(0, at - 4) : at]
        holds = any(mark.said in ("has", "had", "with", "contains", "of") for mark in before)
        if holds and any(mark.kind == "THING" and mark.value == "week" for mark in before):
            yield reading.marks[at].said or "fractions of a week"


def once_more(reading: ClauseReading) -> Iterator[str]:
    """ "You may bill 77263 again": a further unit, told in a plain word."""
    if reading.has("NEG", "WITHOUT", "NONE"):
        return
    for at, mark in enumerate(reading.marks):
        if mark.said in AGAIN and any(one.kind in ("DO", "CODE") for one in reading.marks[max(0, at - 3) : at]):
            yield mark.said


def nationally(reading: ClauseReading) -> Iterator[str]:
    """ "Paid at a national rate": carriers price some codes by themselves, and no reader asks which."""
    yield from (mark.said for mark in reading.marks if mark.kind == "WORD" and mark.said.startswith("nation"))


# What may stand behind "for" without saying what a code is for: people, papers, times and the words of the rules.
FOR_NOBODY = frozenset(
    """the your you our my his her its their this that these those such us me now here there example instance reference information purposes result answer total count item rate amount
    patient patients outpatient outpatients inpatient inpatients physician physicians doctor doctors hospital hospitals office offices center centers
    clinic practice group biller coder
    course courses case cases treatment treatments session sessions service services work payment billing reporting coding claim claims charge charges
    date dates year years later earlier first next last short completed long whole full entire typical given extra
    data amounts exact planning simple complex intermediate placing placement guidance tracking photons mixed
    is was are of to in on at by from with and or both all any each per medicare medicare's original traditional commercial""".split()
)


def for_what(reading: ClauseReading) -> Iterator[str]:
    """ "Billed for emergency treatments": what a code serves, told in a word that no reader weighs."""
    for at, mark in enumerate(reading.marks):
        if mark.said.rsplit(" ", 1)[-1] != "for" or mark.kind not in ("WORD", "DO"):
            continue
        for word in reading.marks[at + 1 : at + 6]:
            if word.kind not in ("WORD", "ARTICLE"):
                break
            if word.kind == "WORD" and word.said not in FOR_NOBODY and not word.said.endswith(" work"):
                yield f"for {word.said}"
                break
