"""Phrases whose words mean something else one by one: "a professional or freestanding claim", "a unit short"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.checking.composing.sets import join
from assistant.checking.marking.marks import Mark
from assistant.scenario import Period

CLAIMS = frozenset({"claim", "claims", "bill", "bills"})
OFFICES = frozenset({"freestanding", "office"})
CHANGES = frozenset({"change", "changed", "different", "departure"})
BEING = tuple([word] for word in "is are it's you're was were they're be that's".split())
DAYS = frozenset({"date", "day"})
FULL_SET = 5


def claims_of_either(marks: list[Mark]) -> list[Mark]:
    """ "on a professional or freestanding claim": the physician's bill, in a hospital and in an office."""
    row = list(marks)
    for at in range(len(row) - 3, -1, -1):
        if at + 4 > len(row):
            continue
        first, link, second, claim = row[at], row[at + 1], row[at + 2], row[at + 3 : at + 4]
        sides = (first, second) if first.kind == "PROFESSIONAL" else (second, first)
        listed = link.kind == "AND" and link.said in ("or", "and") and bool(claim) and claim[0].said in CLAIMS
        if listed and sides[0].kind == "PROFESSIONAL" and sides[1].kind == "SETTING" and sides[1].value in OFFICES:
            bill = join("ON_BILL", "professional", [first, link, second, claim[0]])
            row[at : at + 4] = [bill, replace(bill, kind="EVERYWHERE")]
    return row


def changes_from(marks: list[Mark]) -> list[Mark]:
    """ "a change from 2025": the year that is over, and not all time since."""
    row = list(marks)
    for at in range(1, len(row)):
        when = row[at].value if row[at].kind == "DATE" else None
        if when is None or when.period is None or row[at - 1].said not in CHANGES:
            continue
        if when.role == "since" and when.precision == "year":
            whole = Period(when.period.start, when.period.start.replace(month=12, day=31))
            row[at] = replace(row[at], value=replace(when, role="on", period=whole))
    return row


def units_short(marks: list[Mark]) -> list[Mark]:
    """ "one unit short", "two units too few": so many are missing from a count that was told."""
    row = list(marks)
    for at in range(len(row) - 1, -1, -1):
        counted = _count(row[at])
        if row[at].said == "one too many" and _is(row, at) and _ends(row, at):
            row[at] = join("OFF_BY", 1, [row[at]])
            continue
        behind = at + 1
        while behind < len(row) and row[behind].kind == "UNIT":
            behind += 1
        if counted is None or behind >= len(row) or not _is(row, at):
            continue
        said = row[behind].said
        way = -1 if said in ("short", "too few") else 1 if said in ("too many", "over") else 0
        if way and _ends(row, behind):
            row[at : behind + 1] = [join("OFF_BY", way * counted, row[at : behind + 1])]
    return row


def _count(mark: Mark) -> int | None:
    if mark.kind in ("ONCE", "UNITS", "NUM") and mark.noun in (None, "unit"):
        return 1 if mark.kind == "ONCE" and mark.said.endswith("unit") else mark.value if mark.kind != "ONCE" else None
    return None


def _is(row: Sequence[Mark], at: int) -> bool:
    return at > 0 and row[at - 1].said.split()[-1:] in BEING


def _ends(row: Sequence[Mark], at: int) -> bool:
    after = row[at + 1 : at + 2]
    return not after or after[0].kind in ("PUNCT", "BECAUSE", "AND", "BUT")


def on_a_date(marks: list[Mark]) -> list[Mark]:
    """ "ten units of 77300 a date": of each date."""
    row = list(marks)
    for at in range(len(row) - 2, 1, -1):
        if at + 2 > len(row):
            continue
        a, day = row[at], row[at + 1]
        told = row[at - 1].kind == "CODE" and any(
            one.kind in ("UNITS", "NUM", "ONCE") for one in row[max(0, at - 3) : at]
        )
        if told and a.kind == "ARTICLE" and day.kind == "THING" and day.value in DAYS and _ends(row, at + 1):
            row[at : at + 2] = [join("PER_DATE", "", [a, day])]
    return row


def session_cut_in_two(marks: list[Mark]) -> list[Mark]:
    """ "... would split a single treatment into two": what does so is wrong."""
    row = list(marks)
    for at in range(len(row) - 4, -1, -1):
        verb, rest = row[at], row[at + 1 : at + 5]
        if len(rest) < 3:
            continue
        rest = rest[1:] if rest[0].kind == "ARTICLE" or rest[0].said == "the" else rest
        one = rest[0].kind == "FRACTIONS" and rest[0].value == 1
        two = len(rest) > 2 and rest[1].said == "into" and rest[2].kind == "NUM" and rest[2].value == 2
        if verb.kind == "SPLIT" and one and two and rest[2].noun in (None, "fraction"):
            end = row.index(rest[2]) + 1
            row[at:end] = [join("DENIED", "", row[at:end])]
    return row


def part_in_full_sets(marks: list[Mark]) -> list[Mark]:
    """ "25 of the 28 fractions make five sets of five": the full sets of the course, where the sum is right."""
    row = list(marks)
    for at in range(len(row) - 5, -1, -1):
        if len(row) < at + 6:
            continue
        part, of, the, course, verb, full = row[at : at + 6]
        if part.kind != "NUM" or course.kind != "FRACTIONS" or full.kind != "SETCOUNT":
            continue
        whole = full.value * FULL_SET
        fits = part.value == whole <= course.value < whole + FULL_SET and part.noun in (None, "fraction")
        if [of.said, the.said] == ["of", "the"] and verb.kind == "LINK" and fits:
            row[at : at + 3] = [replace(the, value="the", said="the")]
    return row


OF_ONE = frozenset({"application", "consultation", "simulation", "plan"})


def once_for_the_thing(marks: list[Mark]) -> list[Mark]:
    """ "reported once for the application": one for each of them."""
    row = list(marks)
    for at in range(len(row) - 4, -1, -1):
        if at + 4 > len(row):
            continue
        once, of, the, thing = row[at : at + 4]
        fits = once.kind == "ONCE" and once.said in ("once", "one unit") and of.said == "for" and the.said == "the"
        if (
            fits
            and thing.kind == "THING"
            and thing.value in OF_ONE
            and thing.said == thing.value
            and _ends(row, at + 3)
        ):
            row[at : at + 4] = [join("FREQ", (1, thing.value), row[at : at + 4])]
    return row
