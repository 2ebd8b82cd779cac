"""Who is said to bill, for whom a code has ended, and parts of one service sent apart: no reader weighs these."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.checking.marking.marks import Mark

APART = frozenset({"DURATION", "DATE", "THEN"})
LATER = frozenset("month months week weeks day today tomorrow later next first following afterwards then".split())
CALENDAR = frozenset("day week month year".split())
EMPLOYS = ("with", "that", "who", "employ", "whose", "own")
GROUPS = frozenset("group groups practice practices team".split())
DEPARTMENTS = frozenset("physics dosimetry nursing registration scheduling therapy pharmacy".split())


def on_whose_bill(reading: ClauseReading) -> Iterator[str]:
    """What such words say and no reader has read."""
    if reading.has("TECHNICAL", "PROFESSIONAL"):
        yield from _sent_apart(reading)
    if reading.has("COMPONENT", "PROFESSIONAL", "TECHNICAL") and reading.has("SEPARATE"):
        yield from _kept_apart(reading)
    if reading.has("ENDED"):
        yield from _deleted_by(reading)
    if reading.has("SETTING"):
        yield from _employed(reading.marks)
    if reading.has("PAYER", "REGARDLESS"):
        yield from _of_one_payer_or_any_place(reading)
    if reading.has("GLOBAL", "BILLER"):
        yield from _half_and_whole(reading)
    if not GROUPS.isdisjoint(reading.signs):
        yield from _groups(reading)
    if not DEPARTMENTS.isdisjoint(reading.signs):
        yield from _departments(reading.marks)


def _of_one_payer_or_any_place(reading: ClauseReading) -> Iterator[str]:
    """ "Only Medicare needs 26", "26 no matter who owns the machine": of nobody else, or whatever the case is."""
    marks = reading.marks
    for at in reading.at("PAYER"):
        before = [one for one in marks[max(0, at - 2) : at] if one.kind not in ("ARTICLE", "WORD")]
        if before and (before[-1].kind in ("ONLY", "EXCEPT") or before[-1].said == "but"):
            yield before[-1].said
    parts = any(one.kind == "modifier" and one.polarity and one.value in ("26", "TC") for one in reading.advice)
    if parts:
        yield from (marks[at].said for at in reading.at("REGARDLESS"))


def _half_and_whole(reading: ClauseReading) -> Iterator[str]:
    """ "The reading group bills it globally": who does the one half bills no whole."""
    halves = [mark.said for mark in reading.marks if mark.kind == "BILLER" and HALF.search(mark.said)]
    if halves and any(one.value == "global" and one.polarity for one in reading.advice):
        yield halves[0]


HALF = re.compile(r"\bread|\binterpret|\bequipment\b")


def _sent_apart(reading: ClauseReading) -> Iterator[str]:
    """ "Technical this month, professional the next", "bill the technical portion today"."""
    if reading.has("TECHNICAL") and reading.has("PROFESSIONAL") and reading.has("DO", "LINK", "APPEND"):
        yield from (mark.said or "a date" for mark in reading.marks if mark.kind in APART or mark.said in LATER)
    elif reading.has("DO", "LINK"):
        for one, two in zip(reading.marks, [*reading.marks[1:], None], strict=True):
            if one.said in ("today", "tomorrow") or (one.said in LATER and two is not None and two.said in CALENDAR):
                yield one.said


def _kept_apart(reading: ClauseReading) -> Iterator[str]:
    """ "Medicare wants the components apart for every simulation": said of the parts, and only a count was read."""
    if all(one.kind in ("units", "frequency") for one in reading.advice):
        yield from (reading.marks[at].said for at in reading.at("SEPARATE"))


def _deleted_by(reading: ClauseReading) -> Iterator[str]:
    """ "Deleted only by Medicare": a code that has ended has ended for everybody."""
    marks = reading.marks
    for at in reading.at("ENDED"):
        near = [one for one in marks[at + 1 : at + 5] if one.kind not in ("ARTICLE", "ONLY")]
        by_it = len(near) > 1 and near[0].said == "by" and near[1].kind == "PAYER"
        if reading.has("ONLY") and (by_it or (at and marks[at - 1].kind == "PAYER")):
            yield marks[at].said


def _employed(marks: list[Mark]) -> Iterator[str]:
    """ "A hospital with physicians bills 26": whether the one or the other bills is what decides it."""
    for at, mark in enumerate(marks):
        near = marks[at + 1 : at + 5]
        whose = next((i for i, one in enumerate(near) if one.kind == "BILLER"), None)
        if mark.kind == "SETTING" and whose and any(one.said.startswith(EMPLOYS) for one in near[:whose]):
            yield near[whose].said or "whose physicians"


def _groups(reading: ClauseReading) -> Iterator[str]:
    """ "The group can bill 77370": whose bill it is, no reader has read."""
    marks = reading.marks
    for at, mark in enumerate(marks):
        after = [one for one in marks[at + 1 : at + 5] if one.kind not in ("OK", "NEG") and one.said != "also"]
        active = bool(after) and after[0].kind in ("DO", "APPEND") and not after[0].said.endswith(("ed", "ing", "able"))
        if mark.kind == "WORD" and mark.said in GROUPS and active:
            yield mark.said


def _departments(marks: list[Mark]) -> Iterator[str]:
    """ "Physics can bill the isocenters", "billed by dosimetry": departments bill nothing of their own."""
    for at, mark in enumerate(marks):
        if mark.said not in DEPARTMENTS:
            continue
        after = [one for one in marks[at + 1 : at + 4] if one.kind not in ("OK", "NEG") and one.said != "also"]
        active = bool(after) and after[0].kind in ("DO", "APPEND") and not after[0].said.endswith(("ed", "ing", "able"))
        before = [one for one in marks[max(0, at - 2) : at] if one.kind != "ARTICLE" and one.said != "the"]
        governed = bool(before) and before[-1].kind in ("DO", "NEED", "CODE", "TOGETHER")
        if (before and before[-1].said == "by") or (active and not governed):
            yield mark.said
