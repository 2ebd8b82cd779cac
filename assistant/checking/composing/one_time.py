"""What a count is for, told beside it: "one 77412 for the session", "two units on that date", "once in six months".

What is counted for the session that is spoken of is counted per session; what is counted on that date is of one date;
and a count in so many weeks or months is no count of a course.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.checking.composing.sets import join
from assistant.checking.marking.marks import Mark

COUNTS = frozenset({"NUM", "UNITS", "ONCE", "TWICE", "NTH_UNIT"})
POINTS = frozenset({"the", "that", "this"})
SESSIONS = frozenset({"session", "treatment session", "visit", "encounter"})
DATES = frozenset({"date", "day", "date of service", "dos"})


def pointed_at(marks: list[Mark]) -> list[Mark]:
    """The row with "for the session" read as "per session" and "on that date" as "on one date", beside a count."""
    if not any(mark.kind == "THING" for mark in marks) or not any(mark.kind in COUNTS for mark in marks):
        return marks
    row = list(marks)
    for at in range(len(row) - 3, -1, -1):
        if at + 3 > len(row):
            continue  # what stood here has been joined
        leads, points, thing = row[at : at + 3]
        if thing.kind != "THING" or points.said not in POINTS or points.kind not in ("WORD", "ARTICLE", "PRONOUN"):
            continue
        if leads.said == "for" and thing.said in SESSIONS and any(mark.kind in COUNTS for mark in row[:at]):
            row[at : at + 3] = [join("FREQ", (1, "session"), row[at : at + 3])]
        elif leads.said in ("on", "for") and points.said != "the" and thing.said in DATES:
            row[at : at + 3] = [join("PER_DATE", "", row[at : at + 3])]
    return row


def each_is_one(marks: list[Mark]) -> list[Mark]:
    """ "Each session counts as one unit": a unit for each, and none that comes on top."""
    row = list(marks)
    for at in range(1, len(row)):
        each = row[at - 1].kind == "FREQ" and row[at - 1].said.startswith(("each ", "every "))
        if each and row[at].kind == "ADDITION" and row[at].said in AS_ONE:
            row[at] = replace(row[at], kind="ONCE")
    return row


def a_session_is_one(marks: list[Mark]) -> list[Mark]:
    """ "The session is reported as one unit of 77412": a unit for each session, and no count of a course."""
    row = list(marks)
    for at in range(len(row) - 2, -1, -1):
        if row[at].kind != "THING" or row[at].said not in SESSIONS:
            continue
        end = at + 1
        while end < len(row) and row[end].said in REPORTED_AS:
            end += 1
        one = end < len(row) and (row[end].kind == "ONCE" or (row[end].kind == "UNITS" and row[end].value == 1))
        if end > at + 1 and one:
            row[at : end + 1] = [join("FREQ", (1, "session"), row[at : end + 1])]
    return row


def in_so_long(marks: list[Mark]) -> list[Mark]:
    """ "Once in six months", "two units within four weeks": so many in that time, which no rule of ours counts by."""
    row = list(marks)
    for at in range(len(row) - 3, -1, -1):
        if at + 3 > len(row) or row[at].kind not in HOW_MANY or row[at].noun not in (None, "unit", "times", "time"):
            continue
        _, leads, span = row[at : at + 3]
        if leads.said in WITHIN and span.kind == "DURATION" and span.noun in ("week", "month", "year"):
            row[at : at + 3] = [join("IN_SO_LONG", span.value, row[at : at + 3])]
    return row


def so_many_dates(marks: list[Mark]) -> list[Mark]:
    """ "On 6 separate dates": six dates, and no six units of one."""
    row = list(marks)
    for at in range(len(row) - 2, -1, -1):
        number = row[at]
        if number.kind == "NUM" and number.noun in (None, "day") and row[at + 1].said in APART:
            row[at : at + 2] = [join("DAYS", number.value, row[at : at + 2])]
    return row


APART = frozenset(
    {f"{which} {dates}" for which in ("separate", "different", "distinct") for dates in ("dates", "days")}
    | {"separate dates of service", "different dates of service"}
)
REPORTED_AS = frozenset(
    """is are gets takes makes equals counts as reported billed coded charged submitted""".split()
) | {f"{verb} as" for verb in "reported billed coded charged submitted counted counts".split()}
AS_ONE = frozenset({"count as one unit", "counts as one unit", "count as a unit", "counts as a unit"})
HOW_MANY = frozenset({"ONCE", "TWICE", "UNITS", "NUM"})
WITHIN = frozenset({"in", "within", "during", "per", "over"})
