"""Words that only look like a count or a limit, and blocks of five told as a sum ("30 is exactly six blocks")."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.checking.composing.leftovers import two_left
from assistant.checking.composing.sets import join
from assistant.checking.marking.marks import Mark

BLOCKS = ("block", "blocks", "sets of five", "groups of five", "set of five")
IS = frozenset({"is", "makes", "make", "are"})
EACH_UNIT = frozenset({"each unit", "every unit"})


def split_in_two(parts: list[Mark]) -> Mark | None:
    """ "split into professional and technical parts": one statement, of the split."""
    return (
        join("SPLIT", parts[0].value, parts) if {part.kind for part in parts} >= {"TECHNICAL", "PROFESSIONAL"} else None
    )


def sets_in(parts: list[Mark]) -> Mark | None:
    """ "Full sets of five in 37: 7"."""
    course, number = parts[2], parts[-1]
    told = parts[1].said in ("in", "of") and course.noun in (None, "fraction") and number.noun is None
    whole = "five" in parts[0].said or "5" in parts[0].said
    if not told or not whole or not isinstance(course.value, int) or not isinstance(number.value, int):
        return None
    return join("ARITH", course.value // 5 == number.value, parts)


def left_of_row(parts: list[Mark]) -> Mark | None:
    """ "Left over: 2"."""
    number = parts[-1]
    fits = number.noun in (None, "fraction") and isinstance(number.value, int) and 0 < number.value < 5
    return join("LEFT", number.value, parts) if fits and "left" in parts[0].said else None


def first_to_last(parts: list[Mark]) -> Mark | None:
    """ "fractions 1 through 35": seven full sets."""
    first, last = parts[1], parts[-1]
    fits = parts[0].value == "session" and parts[2].said in ("through", "to", "-")
    if not fits or first.value != 1 or last.noun not in (None, "fraction"):
        return None
    full = isinstance(last.value, int) and last.value % 5 == 0
    return join("SETCOUNT", last.value // 5, parts) if full else None


BLOCK_RULES: tuple[tuple[str, Callable[[list[Mark]], Mark | None]], ...] = (
    ("PRONOUN (LEFTOVER|TURN) THING?", two_left),
    ("SPLIT (WORD|ARTICLE)* (PROFESSIONAL AND TECHNICAL|TECHNICAL AND PROFESSIONAL)", split_in_two),
    ("SETS WORD NUM COLON NUM", sets_in),
    ("LEFTOVER THING? COLON NUM", left_of_row),
    ("THING NUM (WORD|DASH) NUM", first_to_last),
)


def electron_only(marks: list[Mark]) -> list[Mark]:
    """ "an electron-only session": the session that electrons treat; "for electrons only" stays a limit."""
    found = list(marks)
    for at in range(2, len(marks)):
        hyphened = marks[at - 1].value == "-" and marks[at].start == marks[at - 1].end
        if marks[at].kind == "ONLY" and hyphened and marks[at - 2].said in ("electron", "photon"):
            found[at] = replace(marks[at], kind="WORD")
            if marks[at - 2].kind == "WORD" and marks[at - 2].said == "electron":
                found[at - 2] = replace(marks[at - 2], kind="FACT", value=("technique", "electrons"))
    return found


def once_complete(marks: list[Mark]) -> list[Mark]:
    """ "once seven sets are complete", "once 35 fractions are covered": when, and not how often."""
    found = list(marks)
    for at, mark in enumerate(marks[:-1]):
        after = marks[at + 1]
        in_sets = after.kind == "SETCOUNT" or (after.kind == "COUNTED" and after.noun == "set")
        if mark.kind == "ONCE" and mark.said == "once" and (in_sets or after.kind == "FRACTIONS"):
            found[at] = replace(mark, kind="IF")
            found[at + 1] = replace(after, kind="SETCOUNT") if in_sets else after
    return found


def each_unit_is(marks: list[Mark]) -> list[Mark]:
    """ "Each unit is technical only": what is said of every unit counts none."""
    found = list(marks)
    for at, mark in enumerate(marks[:-2]):
        described = marks[at + 1].said in ("is", "stays", "remains") and marks[at + 2].kind in (
            "TECHNICAL",
            "PROFESSIONAL",
        )
        opens = at == 0 or marks[at - 1].kind in ("PUNCT", "AND")
        if mark.kind == "ONCE" and mark.said in EACH_UNIT and opens and described:
            found[at] = replace(mark, kind="WORD")
    return found


def whole_blocks(marks: list[Mark]) -> list[Mark]:
    """ "30 is exactly six blocks": a sum, right or not."""
    for at, mark in enumerate(marks):
        bare = mark.kind in ("NUM", "FRACTIONS") and mark.noun in (None, "fraction") and isinstance(mark.value, int)
        opens = at == 0 or marks[at - 1].kind in ("PUNCT", "AND", "BECAUSE")
        if not bare or not opens:
            continue
        rest = [one for one in marks[at + 1 : at + 4] if one.kind != "ONLY" or one.said not in ("exactly", "precisely")]
        if len(rest) < 2 or rest[0].said not in IS:
            continue
        blocks = rest[1]
        fives = any(one.kind == "FREQ" and one.value[1] == "5 fractions" for one in marks[:at])
        number = _count_of_blocks(blocks, rest[2:], fives=fives)
        if number is not None:
            end = marks.index(rest[2] if blocks.kind == "NUM" else blocks) + 1
            made = join("ARITH", number * 5 == mark.value, marks[at:end])
            return [*marks[:at], made, *marks[end:]]
    return marks


def _count_of_blocks(mark: Mark, after: Sequence[Mark], *, fives: bool) -> int | None:
    if fives and mark.kind == "COUNTED" and mark.noun == "device" and isinstance(mark.value, int):
        return mark.value  # a "block" is a device as well, and never one of five fractions
    if mark.kind == "NUM" and after and after[0].said.endswith("blocks") and after[0].kind == "THING":
        return int(mark.value) if mark.noun is None and isinstance(mark.value, int) else None
    if (
        mark.kind in ("SETCOUNT", "COUNTED")
        and isinstance(mark.value, int)
        and (mark.noun == "block" or mark.said.endswith(BLOCKS))
    ):
        return mark.value
    return None
