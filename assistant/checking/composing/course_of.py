"""A course told by its bare number: "an incomplete course of three", "a course of five is one 77427"."""

from __future__ import annotations

from dataclasses import replace

from assistant.checking.marking.marks import Mark

LONGEST = 60
# Behind these the number is one of several, or counts something else.
GOES_ON = frozenset({"AND", "UNIT", "NUM", "THING", "COUNTED", "SERVICE", "AT_LEAST", "DURATION"})
JOINED = frozenset({"-", "to", "through", "/", "–", "consecutive", "calendar"})


def course_of(marks: list[Mark]) -> list[Mark]:
    """The row with such numbers told as fractions."""
    row = list(marks)
    for at in range(len(row) - 2):
        course, of, number = row[at : at + 3]
        after = row[at + 3] if at + 3 < len(row) else None
        bare = number.kind == "NUM" and number.noun is None and isinstance(number.value, int)
        ends = after is None or not (after.kind in GOES_ON or after.said in JOINED or after.value in JOINED)
        told = course.value == "course" and course.said.endswith("course") and of.said == "of"
        if told and bare and ends and 0 < number.value <= LONGEST:
            row[at + 2] = replace(number, kind="FRACTIONS", noun="fraction")
    return row
