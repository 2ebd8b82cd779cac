"""Numbers whose words tell what they count: "two things" are no units, "40 makes eight" tells of fractions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.checking.composing.sets import join
from assistant.checking.marking.marks import Mark
from assistant.reading.dates import DateMention
from assistant.scenario import Period

# What is counted here is talked of, never billed.
TALKED_OF = frozenset(
    "thing reason point rule fact question step part half condition criterion criteria way word example option".split()
)
PARTS = 2  # a code that splits has a professional and a technical one


def meets_one_of(parts: list[Mark]) -> Mark | None:
    """ "meet one of the Level 3 criteria": what it meets is the level."""
    fits = parts[0].said in ("meet", "meets", "satisfies", "satisfy", "fulfills") and parts[1].value == 1
    of_the = [part.said for part in parts[2:]] == ["of", "the"]
    return join("LINK", "", [replace(parts[0], end=parts[-1].end)]) if fits and of_the and not parts[1].noun else None


def talked_of(parts: list[Mark]) -> Mark | None:
    """ "two reasons": numbers of nothing that has units."""
    number, noun = parts[0], parts[-1].said.rpartition(" ")[2]
    a_rank = number.value != 1 and noun == "criterion"  # "a level 4 criterion"
    if number.noun is not None or a_rank or (noun == "parts" and number.value != PARTS):
        return None
    return join("COUNTED", None, parts) if noun.removesuffix("s") in TALKED_OF else None


def into_codes(parts: list[Mark]) -> Mark | None:
    """ "into two codes"."""
    fits = parts[0].said == "into" and parts[1].noun is None and parts[-1].said == "codes"
    return join("COUNTED", None, parts) if fits else None


def the_two(parts: list[Mark]) -> Mark | None:
    """ "the two fractions": a number, where "the two" alone means two codes."""
    fits = parts[0].said == "the two" and parts[1].value == "session"
    return join("NUM", 2, parts, "fraction") if fits else None


def day_number(parts: list[Mark]) -> Mark | None:
    """ "day 20" is a day, not 20 units."""
    return join("ORDINAL", parts[-1].value, parts) if parts[0].said == "day" and parts[-1].noun is None else None


def divided(parts: list[Mark]) -> Mark | None:
    """ "divide by five", "divide the fractions by five": what one unit covers."""
    words = [part.said for part in parts]
    if (
        words[0] not in ("divide", "divided", "dividing")
        or words[-2] != "by"
        or parts[-1].noun not in (None, "fraction")
    ):
        return None
    return join("FREQ", (1, f"{parts[-1].value} fractions"), parts)


def divided_by_five(parts: list[Mark]) -> Mark | None:
    """ "Divide 33 by 5 and you get six sets": told of a course of 33."""
    verb, whole, by, five = parts
    fits = verb.said in ("divide", "dividing", "take") and by.said == "by" and five.value == 5 and five.noun is None
    plain = whole.noun in (None, "fraction") and isinstance(whole.value, int)
    return join("FRACTIONS", whole.value, parts, "fraction") if fits and plain else None


def divides_evenly(parts: list[Mark]) -> Mark | None:
    """ "30 divides evenly by five", "30 is divisible by 5"."""
    whole, by = parts[0], parts[-1]
    said = {part.said for part in parts[1:-1]}
    told = "by" in said and said & {"divides", "divisible", "divide"}
    plain = whole.noun in (None, "fraction") and by.noun is None and by.value == 5 and isinstance(whole.value, int)
    return join("ARITH", whole.value % 5 == 0, parts) if told and plain else None


def basis(parts: list[Mark]) -> Mark | None:
    """ "on a five-fraction basis"."""
    if parts[0].said != "on" or parts[-1].said != "basis":
        return None
    return join("FREQ", (1, f"{parts[-2].value} fractions" if parts[-2].value != 1 else "session"), parts)


def stops_at(parts: list[Mark]) -> Mark | None:
    """ "the code stops at five fractions": courses of at most five. "Stop at five units" denies nothing we read."""
    if not parts[0].said.startswith(("stop", "end", "quit")) or parts[1].said not in ("at", "after"):
        return None
    if parts[-1].noun == "fraction" and parts[0].said.startswith(("stops", "ends")):
        return join("LENGTH", (None, parts[-1].value), parts)
    return None if parts[0].kind == "ENDED" else join("EXCEPT", "", parts)


def course_below(parts: list[Mark]) -> Mark | None:
    """ "courses under five": their length."""
    word, number = parts[-2], parts[-1]
    fits = word.said in ("under", "below") and number.noun in (None, "fraction") and isinstance(number.value, int)
    return join("SHORT", number.value, parts) if fits and parts[0].value == "course" and 1 < number.value < 11 else None


def course_from_to(parts: list[Mark]) -> Mark | None:
    """ "a whole course of one or two"."""
    first, last = [part for part in parts if part.kind == "NUM"]
    said = {part.said for part in parts}
    fits = parts[0].value == "course" and "of" in said and "or" in said
    bare = first.noun in (None, "fraction") and last.noun in (None, "fraction") and first.value < last.value
    return join("LENGTH", (first.value, last.value), parts) if fits and bare else None


def left_again(parts: list[Mark]) -> Mark | None:
    """ "... 3 or 4 gives one more": of what is left over, where nothing else is counted so."""
    led = parts[0].kind == "LEFTOVER"
    first, last = [part for part in parts if part.kind == "NUM"]
    if first.noun is not None or last.noun is not None or not 0 < first.value < last.value < 5:
        return None
    return join("LEFT_ADDS", ((first.value, last.value), 1), parts, "of any course" if led else None)


WITHIN_A_PLAN = ("image", "angle", "device", "segment")


def all_things(parts: list[Mark]) -> Mark | None:
    """ "covering all the images": however many there are."""
    every = next(part for part in parts if part.kind == "EVERY")
    last = parts[-1]
    thing = "device" if last.kind == "SERVICE" and "device" in last.said else last.value
    if not parts[0].said.startswith("cover") or every.said not in ("all", "all of") or thing not in WITHIN_A_PLAN:
        return None
    return join("MANY", ("all", thing), parts)


def years_told(marks: list[Mark]) -> list[Mark]:
    """ "2026 sessions" tells a year."""
    return [_year(mark, marks[at + 1 : at + 2]) if mark.kind == "NUM" else mark for at, mark in enumerate(marks)]


def _year(mark: Mark, after: Sequence[Mark]) -> Mark:
    year = mark.value if mark.noun is None and isinstance(mark.value, int) else 0
    if year not in YEARS or not after or after[0].kind != "THING":
        return mark
    period = Period(date(year, 1, 1), date(year, 12, 31))
    return replace(mark, kind="DATE", value=DateMention(mark.start, mark.end, period, precision="year"))


YEARS = range(2015, 2036)


def in_addition(parts: list[Mark]) -> Mark | None:
    """ "the remaining three bring one in addition": one more."""
    one = parts[0].kind == "ONCE" and parts[0].said in ("one unit", "1 unit", "one")
    one = one or (parts[0].value == 1 and parts[0].noun in (None, "unit"))
    fits = one and parts[-1].said == "in addition"
    return join("ADDITION", "", parts) if fits else None


def quantity_of(parts: list[Mark]) -> Mark | None:
    """ "a quantity of one"."""
    fits = parts[1].said != "unit" and parts[2].said == "of" and parts[-1].noun is None
    return join("UNITS", parts[-1].value, parts) if fits else None


def or_more(parts: list[Mark]) -> Mark | None:
    """ "three or more fractions"."""
    behind = parts[-1].said in ("at the minimum", "at a minimum", "as a minimum") and parts[0].noun == "fraction"
    fits = behind or (
        parts[0].noun in (None, "fraction") and parts[1].said == "or more" and parts[-1].value == "session"
    )
    return join("LEAST", parts[0].value, parts) if fits else None


def left_of(parts: list[Mark]) -> Mark | None:
    """ "the extra fraction": what is left over."""
    extra = parts[0].said in ("extra", "additional") and parts[1].said in ("fraction", "fractions", "treatments")
    return join("LEFTOVER", "", parts) if extra else None


def each_unit(parts: list[Mark]) -> Mark | None:
    """ "each unit", not "all units"."""
    return join("ONCE", 1, parts) if parts[0].said.endswith(("each", "every")) else None


def every_place(parts: list[Mark]) -> Mark | None:
    """ "in every setting"."""
    return join("COUNTED", None, parts) if parts[-1].value in ("setting", "place", "location", "case") else None


def any_thing(parts: list[Mark]) -> Mark | None:
    thing = parts[-1].value
    return join("FREQ", (1, thing), parts) if thing in ("session", "day", "week") else None


def compound(parts: list[Mark]) -> Mark | None:
    """ "per five fractions and gantry angle" is neither; "per field or arc" are two names of one."""
    count, thing = parts[0].value
    if parts[1].said == "or" and parts[-1].value == thing:
        return join("FREQ", (count, thing), parts)
    return join("FREQ", (count, f"{thing} and {parts[-1].value}"), parts)


def various(parts: list[Mark]) -> Mark | None:
    """ "multiple images": a number nobody counts."""
    return (
        join("COUNTED", None, parts)
        if parts[0].said in ("multiple", "numerous") and parts[-1].value not in ("session", "day")
        else None
    )
