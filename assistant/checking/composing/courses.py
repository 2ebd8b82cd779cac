"""Short courses, parts of a course and whole sums, put together from marks.

"A course shorter than five" is every length below five; what is said of it has to hold for each of them.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.checking.composing.sets import join
from assistant.checking.marking.marks import Mark

LONGEST_SHORT = 11  # "shorter than 25" says nothing we have a rule for


def short(parts: list[Mark]) -> Mark | None:
    """ "fewer than five fractions", "shorter than five": the lengths of a course below that number."""
    number = next(part for part in parts if part.kind == "NUM")
    things = [part for part in parts if part.kind == "THING"]
    counts_sessions = number.noun == "fraction" or (
        number.noun is None and (not things or things[0].value == "session")
    )
    if not counts_sessions or not _may_be_short(number.value):
        return None
    if number.noun is None and not things and parts[0].kind == "BELOW" and not parts[0].said.endswith("shorter than"):
        return None  # "fewer than five" of what?
    return join("SHORT", number.value, parts)


def course_of_fewer(parts: list[Mark]) -> Mark | None:
    """ "a course of fewer than five"."""
    number = parts[-1]
    fits = parts[0].value == "course" and number.noun in (None, "fraction") and _may_be_short(number.value)
    return join("SHORT", number.value, parts) if fits else None


def shorter_course(parts: list[Mark]) -> Mark | None:
    """ "a course that is shorter than five" is one thing; "once for a course" says nothing of its own in it."""
    return join("SHORT", parts[-1].value, parts) if parts[0].value == "course" else None


def shorter_than_said(marks: list[Mark]) -> list[Mark]:
    """ "one unit per five fractions, or one for a shorter course": shorter than the five just said."""
    found = list(marks)
    for at, mark in enumerate(marks):
        if mark.kind != "SHORTER":
            continue
        said = [one.value[1] for one in marks[:at] if one.kind == "FREQ"]
        if said and re.fullmatch(r"\d fractions", str(said[-1])):
            found[at] = replace(mark, kind="SHORT", value=int(said[-1][0]))
    return found


def _may_be_short(number: object) -> bool:
    return isinstance(number, int) and 1 < number < LONGEST_SHORT


def only_if_short(parts: list[Mark]) -> Mark | None:
    """ "only if the course is shorter than five" also says what does not hold: nothing we read."""
    return join("EXCEPT", "", parts) if any("only" in part.said for part in parts[:-1]) else None


def few_left(parts: list[Mark]) -> Mark | None:
    """ "two or fewer leftover fractions", "fewer than three left over": each of those numbers."""
    number = next(part for part in parts if part.kind in ("NUM", "LEFT"))
    if number.noun not in (None, "fraction") or not isinstance(number.value, int) or not 1 < number.value < 5:
        return None
    if parts[0].kind == "BELOW":
        return join("LEFT", tuple(range(1, number.value)), parts)
    if not any(part.kind == "TURN" and part.said in ("fewer", "less") for part in parts):
        return None
    return join("LEFT", tuple(range(1, number.value + 1)), parts)


def first_fractions(parts: list[Mark]) -> Mark | None:
    """ "the first 25": fractions, where units are told of them ("5 for the first 25"). Full sets only: what a part of
    one would add hangs on what follows it.
    """
    word, number = parts
    if word.said != "first" or number.noun is not None or not isinstance(number.value, int) or number.value % 5:
        return None
    return replace(number, kind="FRACTIONS", start=word.start, said="first")


def because_left(parts: list[Mark]) -> Mark | None:
    """ "plus 1 because the remainder is 3"."""
    if parts[0].kind not in ("PLUS", "TOGETHER") and parts[0].kind != "ADDITION":
        return None
    if parts[0].kind == "TOGETHER" and parts[0].said != "plus":
        return None
    adds = next((part for part in parts if part.kind == "NUM"), None)
    if adds is not None and adds.noun not in (None, "unit"):
        return None
    return join("LEFT_ADDS", (parts[-1].value, 1 if adds is None else adds.value), parts)


def times_five(parts: list[Mark]) -> Mark | None:
    """ "5 x 5 fractions": five sets of five."""
    return join("SETCOUNT", parts[0].value, parts) if _five_fractions(parts[-1]) and parts[0].noun is None else None


def _five_fractions(mark: Mark) -> bool:
    return mark.noun == "fraction" and mark.value == 5


def sets_cover(parts: list[Mark]) -> Mark | None:
    """ "five full blocks cover 25 fractions": a sum, right or not."""
    if parts[-1].noun != "fraction":
        return None
    return join("ARITH", parts[0].value * 5 == parts[-1].value, parts)


def split_into_sets(parts: list[Mark]) -> Mark | None:
    """ "thirty fractions split into six sets of five": a sum, right or not."""
    whole, full = parts[0], parts[2]
    fits = whole.noun == "fraction" and full.noun is None and isinstance(full.value, int)
    return join("ARITH", full.value * 5 == whole.value, parts) if fits else None


def fives_and_rest(parts: list[Mark]) -> Mark | None:
    """ "33 fractions = 6 x 5 + 3"."""
    numbers = [part for part in parts if part.kind == "NUM"]
    by_five = len(numbers) > 2 and numbers[2].noun == "times" and numbers[2].said.startswith("x")
    if not by_five or not all(isinstance(number.value, int) for number in numbers):
        return None
    rest = numbers[3].value if len(numbers) > 3 else 0
    return join("ARITH", numbers[1].value * numbers[2].value + rest == numbers[0].value, parts)


def course_stopped(parts: list[Mark]) -> Mark | None:
    """ "the patient stops after three fractions", "the course had ended at 27": how long the course was."""
    number = next(part for part in reversed(parts) if part.kind == "NUM")
    verb = next((at for at, part in enumerate(parts) if at and part.said.startswith(STOPS)), None)
    behind = [part.said for part in parts[verb + 1 : parts.index(number)]] if verb else []
    counts = number.noun == "fraction" or (number.noun is None and parts[-1].value in (number.value, "session"))
    fits = parts[0].value in ("course", "session") and behind and behind[-1] in ("after", "at", "with")
    if not fits or not counts or not isinstance(number.value, int) or number.value < 1:
        return None
    return join("FRACTIONS", number.value, parts, "fraction")


STOPS = ("stop", "end", "quit", "finish", "discontinu", "break", "broke", "cut", "gave up", "abandon")


def ends_at(parts: list[Mark]) -> Mark | None:
    """ "28 fractions end at 6 units": where the count ends, not the code."""
    verb, number = parts[-3], parts[-1]
    if not verb.said.startswith("end") or parts[-2].said not in ("at", "with"):
        return None
    we = len(parts) == 4 and parts[0].said in ("you", "we", "you'll")
    counted = number.noun in ("unit", "times") or (we and number.noun is None)
    return join("UNITS", number.value, parts if we else parts[-3:]) if counted else None
