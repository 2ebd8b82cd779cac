"""Units told by their place in the count: "a sixth unit", "the sixth", "fractions 26 through 28"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.checking.composing.sets import join
from assistant.checking.marking.marks import Mark

OPENS = frozenset({"the", "your", "that", "this"})
# After an elided "the sixth" comes what is said of it, never a noun that would be counted instead.
SAID_OF = frozenset("PUNCT BECAUSE BUT AND IF THEN LINK PAY DO NEG NONE OK NEED SPAN DOUBT".split())
BEING = frozenset({"is", "isn't", "was", "does", "for", "here", "either", "comes", "covering"})
ANOTHER = frozenset({"another", "further", "additional", "extra"})
TO = frozenset({"through", "to", "-", "thru", "and"})


def nth_units(marks: list[Mark]) -> list[Mark]:
    """ "a sixth unit", "a 6th", "the seventh": the unit of that place in the count."""
    marks = _the_second_one(_one_more_of_a_code(marks))
    if not any(mark.kind in ("NTH", "ORDINAL") for mark in marks):
        return marks
    found: list[Mark] = []
    at = 0
    while at < len(marks):
        mark, after = marks[at], marks[at + 1] if at + 1 < len(marks) else None
        led = bool(found) and (found[-1].kind in ("ARTICLE", "NEG") or found[-1].said in OPENS)
        if mark.kind not in ("NTH", "ORDINAL") or mark.noun not in (None, "unit"):
            found.append(mark)
        elif after is not None and after.kind == "UNIT":
            found.append(join("NTH_UNIT", int(mark.value), [mark, after]))
            at += 1
        elif mark.noun == "unit" or (led and _of_a_unit(mark, marks[at + 1 : at + 3])):
            found.append(replace(mark, kind="NTH_UNIT", value=int(mark.value)))
        else:
            found.append(mark)
        at += 1
    return found


def _one_more_of_a_code(marks: list[Mark]) -> list[Mark]:
    """ "Another 77427", "a further 77427": one more unit of it."""
    return [
        replace(mark, kind="ADDITION")
        if mark.kind == "TURN" and mark.said in ANOTHER and _of_a_code(marks[at + 1 : at + 3])
        else mark
        for at, mark in enumerate(marks)
    ]


def _the_second_one(marks: list[Mark]) -> list[Mark]:
    """ "The second one denies": a unit, where it stops at a limit."""
    return [
        replace(mark, kind="NTH_UNIT", value=2)
        if mark.said == "second one" and [one.kind for one in marks[at + 1 : at + 2]] == ["DENIED"]
        else mark
        for at, mark in enumerate(marks)
    ]


def _of_a_unit(mark: Mark, after: Sequence[Mark]) -> bool:
    """ "The sixth" with what is said of it behind, "a third 77427"."""
    said_of = not after or after[0].kind in SAID_OF or after[0].said in BEING
    return said_of or (mark.noun is None and _of_a_code(after))


def _of_a_code(after: Sequence[Mark]) -> bool:
    """ "a third 77427": a unit of that code, where the code names no plan, line or session."""
    named = bool(after) and after[0].kind == "CODE"
    return named and (len(after) == 1 or after[1].kind not in ("THING", "SERVICE", "CODE", "DO"))


def fraction_range(parts: list[Mark]) -> Mark | None:
    """ "fractions 26 through 28": those of the course by their numbers."""
    numbers = [part for part in parts if part.kind == "NUM"]
    first, last = numbers[0], numbers[-1]
    told = parts[0].value == "session" and parts[0].said in ("fractions", "treatments", "sessions")
    between = "and" if len(parts) > 4 else parts[2].said if len(parts) == 4 else "-"
    whole = all(isinstance(one.value, int) for one in numbers)
    if not told or (between or ",") not in TO or not whole or last.noun not in (None, "fraction"):
        return None
    in_a_row = [one.value for one in numbers] == list(range(first.value, first.value + len(numbers)))
    fits = first.value < last.value and first.value > 1 and (between != "and" or in_a_row)
    return join("FRACTION_RANGE", (first.value, last.value), parts) if fits else None


def ranges_in(marks: Sequence[Mark], fractions: int | None) -> list[Mark]:
    """The row with the numbers of this course's fractions and sets read: what is left, and how many sets are full."""
    told = {
        mark.value
        for before, mark in zip((None, *marks), marks, strict=False)
        if mark.kind == "FRACTIONS"
        and isinstance(mark.value, int)
        and mark.value > 4
        and not (_opening(before) or mark.said.startswith("first"))
    }
    course = next(iter(told)) if len(told) == 1 else None if told else fractions
    if course is None:
        return list(marks)
    return [_in_course(marks, at, course) if mark.kind in IN_COURSE else mark for at, mark in enumerate(marks)]


def _opening(before: Mark | None) -> bool:
    """ "the first 35 fractions": a part of the course."""
    return before is not None and before.said == "first"


def _in_course(marks: Sequence[Mark], at: int, course: int) -> Mark:
    mark, full, rest = marks[at], *divmod(course, 5)
    if mark.kind == "FRACTION_RANGE" and rest and mark.value == (course - rest + 1, course):
        return replace(mark, kind="LEFT", value=rest)
    few = mark.kind == "FRACTIONS" or (mark.kind == "NUM" and mark.noun is None and at > 0)
    if few and mark.value == rest and _beyond_the_full(marks[at + 1 : at + 6], full):
        return replace(mark, kind="LEFT")
    if mark.kind not in PLACES or not isinstance(mark.value, (int, str)):
        return mark
    after = marks[at + 1] if at + 1 < len(marks) else None
    if rest == 1 and int(mark.value) == course and _of_a_fraction(mark, after):
        return replace(mark, kind="LEFT", value=1)  # "the thirty-first fraction adds nothing"
    last_full = (
        mark.kind != "NUM"
        and after is not None
        and (after.kind == "SETS" or after.said in SETS)
        and int(mark.value) == full
    )
    last_of_it = int(mark.value) == full * 5 and at > 0 and _reaches(marks[:at])
    return replace(mark, kind="SETCOUNT", value=full) if last_full or last_of_it else mark


def _beyond_the_full(ahead: Sequence[Mark], full: int) -> bool:
    """ "the three fractions after the 25th", "the three after the fifth block"."""
    place = next((i for i, mark in enumerate(ahead) if mark.kind in PLACES), None)
    if place is None or not _reaches(ahead[:place]):
        return False
    of_sets = any(mark.kind == "SETS" or mark.said in SETS for mark in ahead[place + 1 : place + 2])
    return int(ahead[place].value) == (full if of_sets else full * 5)


def _of_a_fraction(mark: Mark, after: Mark | None) -> bool:
    """ "the 31st fraction", "the thirty-first fraction"."""
    named = after is not None and (
        (after.kind == "THING" and after.value == "session") or after.kind in ("SEPARATE", "NO_ADDITION")
    )
    return mark.kind in ("NTH", "ORDINAL") and (mark.noun == "fraction" or (mark.noun is None and named))


def _reaches(before: Sequence[Mark]) -> bool:
    near = [mark.said for mark in before if mark.said != "the"]
    return bool(near) and near[-1] in ("after", "beyond", "past", "following", "with", "at")


PLACES = frozenset({"NTH", "ORDINAL", "NTH_UNIT", "NUM"})
IN_COURSE = PLACES | {"FRACTION_RANGE", "FRACTIONS"}
SETS = frozenset({"set", "block", "group", "period", "week", "span"})
