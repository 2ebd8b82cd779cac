"""How long a course is, told by another length: "more than five fractions", "longer ones", "up to five in a course"."""

from __future__ import annotations

from dataclasses import replace

from assistant.checking.composing.sets import join
from assistant.checking.marking.marks import Mark


def beyond_length(parts: list[Mark]) -> Mark | None:
    """ "more than five fractions", "longer than five fractions"."""
    number = parts[-1]
    fits = parts[0].said in ("more than", "longer than", "exceeding", "above", "in excess of")
    return join("LONGER", number.value, parts) if fits and isinstance(number.value, int) else None


def most_of_a_course(parts: list[Mark]) -> Mark | None:
    """ "for every fraction, up to five in a course": the longest course."""
    number, thing = parts[-1].value
    counted = any(word in parts[-1].said for word in ("unit", "times", "charge"))
    fits = thing == "course" and isinstance(number, int) and number > 1 and not counted
    return join("LENGTH", (None, number), parts) if fits and parts[0].kind == "FREQ" else None


def only_in_weeks(marks: list[Mark]) -> list[Mark]:
    """ "only if given in six weeks" makes the count hang on time: nothing we read."""
    at = next((i for i, mark in enumerate(marks) if mark.kind == "IF" and mark.said.startswith("only")), len(marks))
    if not any(mark.kind in ("DURATION", "CALENDAR") for mark in marks[at:]):
        return marks
    return [*marks[:at], replace(marks[at], kind="EXCEPT"), *marks[at + 1 :]]


def longer_ones(marks: list[Mark]) -> list[Mark]:
    """ "Courses of one or two fractions go to 77431, longer ones to 77427": longer than those just named."""
    found = list(marks)
    for at in range(1, len(marks)):
        said, noun = marks[at - 1].said, marks[at]
        if said not in ("longer", "shorter") or not (noun.said == "ones" or noun.value == "course"):
            continue
        told = next((mark for mark in reversed(found[: at - 1]) if mark.kind in ("LENGTH", "LEAST")), None)
        if told is None:
            continue
        if said == "longer" and told.kind == "LENGTH":
            made = join("LEAST", told.value[1] + 1, marks[at - 1 : at + 1])
        elif said == "shorter" and told.kind == "LEAST":
            made = join("LENGTH", (1, told.value - 1), marks[at - 1 : at + 1])
        else:
            continue
        return [*found[: at - 1], made, *found[at + 1 :]]
    return found


def courses_at_most(marks: list[Mark]) -> list[Mark]:
    """ "Covers courses of at most five fractions", "stops at five per course": its length, and no count."""
    row = list(marks)
    for at in range(len(row) - 1, -1, -1):
        mark, ahead = row[at], row[at + 1 : at + 3]
        of = [one.kind for one in ahead] == ["WORD", "LENGTH"] and ahead[0].said == "of"
        if mark.kind == "FREQ" and mark.value == (1, "course") and mark.said.endswith("courses") and of:
            row[at] = replace(mark, kind="THING", value="course")
        if mark.kind == "LENGTH" and ahead and ahead[0].kind == "FREQ" and ahead[0].value == (1, "course"):
            del row[at + 1]
        if mark.kind == "FRACTIONS" and ahead and ahead[0].kind == "MUE_WORD" and ahead[0].said in THE_MOST:
            row[at : at + 2] = [join("LENGTH", (None, mark.value), row[at : at + 2])]
    return row


THE_MOST = frozenset({"is the limit", "is the maximum", "is the most", "is the ceiling", "is the cap"})
