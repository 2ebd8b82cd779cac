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
