"""Numbers with their nouns: how often a unit falls due, how many units there are, how long a course is."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.checking.composing.sets import join
from assistant.checking.marking.marks import Mark

# What a counted noun of `assistant.reading.numbers` is to us.
_FACT_NOUNS = {"isocenter": "isocenters"}
_SPAN_NOUNS = frozenset({"week", "day", "month", "year", "hour", "minute"})


def frequency(parts: list[Mark]) -> Mark | None:
    """How much one unit covers: (units, thing)."""
    count: int | float = 1
    rest = list(parts)
    if rest[0].kind in ("NUM", "ONCE", "TWICE"):
        first = rest.pop(0)
        if first.kind == "NUM" and first.noun not in (None, "unit", "times"):
            return None
        count = 1 if first.kind == "ONCE" else 2 if first.kind == "TWICE" else first.value
        if rest[0].kind == "UNIT":
            rest.pop(0)
    number = next((part for part in rest if part.kind == "NUM"), None)
    things = [part.value for part in rest if part.kind == "THING"]
    sets = next((part for part in rest if part.kind == "SETS"), None)
    if (
        number is not None
        and (number.noun in ("fraction", "session") or (number.noun is None and things[:1] == ["session"]))
        and any(part.said in ("of", "the", "each of", "all", "for all") for part in parts[: parts.index(number)])
    ):
        whole = parts[-1].said == "course" and number.value > 1  # "the whole two-fraction course"
        return join("FREQ", (count, "course" if whole else "session"), parts, str(number.value))
    dates = number is not None and (number.noun == "day" or (number.noun is None and things[:1] in (["day"], ["date"])))
    if number is not None and dates and any(part.said.endswith("each of") for part in parts):
        return join("DAYS", number.value, parts) if count == 1 else None  # "once on each of six dates"
    services = [part for part in rest if part.kind == "SERVICE"]
    thing = _thing(number, things, sets, services)
    of = next((part.value[1] for part in rest if part.kind == "FACT" and part.value[0] == "technique"), None)
    if thing == "device":  # an MLC device is counted by its own code, as any other device is
        of = services[0].value.name if services else of
    return None if thing is None else join("FREQ", (count, thing), parts, of)


def per_session_of(parts: list[Mark]) -> Mark | None:
    """ "one per HDR session": a session, of that service."""
    made = frequency([part for part in parts if part.kind != "SERVICE"]) if parts[-1].value == "session" else None
    service = next(part for part in parts if part.kind == "SERVICE")
    return None if made is None else join("FREQ", made.value, parts, service.value.name)


def _thing(number: Mark | None, things: list[str], sets: Mark | None, services: list[Mark]) -> str | None:
    if services:
        return SERVICE_THING.get(services[0].value.name)
    if sets is not None:
        return "5 fractions" if re.search(r"five|5", sets.said) else "week"
    if number is None:
        if not things:
            return None
        return "course" if things[0] == "course" else things[-1]
    noun = number.noun or (things.pop(0) if things else None)
    if noun in ("fraction", "session"):
        if "angle" in things or "image" in things:
            return things[-1]
        return f"{number.value} fractions" if number.value != 1 else "session"
    if noun is None or noun in ("unit", "times", "time"):
        return None
    named = {"film": "image", "field": "angle", "site": "angle", "unit": "units"}.get(noun, noun)
    if number.value == 1:
        return named
    if number.value == 5 and named == "day" and "treatment" in number.said:
        return "5 fractions"
    return f"{number.value} {named}s"


SERVICE_THING = {
    "port images": "image", "simulation": "simulation", "IMRT plan": "plan", "3-D plan": "plan", "isodose plan": "plan",
    "treatment device": "device", "MLC device": "device", "basic dose calculation": "calculation",
    "treatment delivery": "session", "IMRT delivery": "session", "special physics consultation": "consultation",
}  # fmt: skip


def covered(parts: list[Mark]) -> Mark | None:
    """ "covers five fractions", "covers the whole course": a frequency told from the unit's side."""
    if not parts[0].said.startswith(("cover", "span", "represent", "equal", "equate")):
        return None
    rest = [Mark("EVERY", "", parts[0].start, parts[0].end), *(part for part in parts[1:] if part.kind != "ONCE")]
    made = frequency(rest)
    return None if made is None else join("FREQ", made.value, parts, made.noun)


def covers_all(parts: list[Mark]) -> Mark | None:
    """ "covers all five fractions": one unit for a course of so many, and not one for each of them."""
    number = next(part for part in parts if part.kind == "NUM")
    if not parts[0].said.startswith(("cover", "span", "represent", "include")) or not parts[1].said.endswith("all"):
        return None
    if number.noun in ("fraction", "session") or parts[-1].value == "session":
        return join("FREQ", (1, "course"), parts, str(number.value))
    if number.noun in THINGS_COVERED and number.value > 1:
        return join("COUNTED", number.value, parts, number.noun)  # "one 77338 covers all nine fields"
    return None


THINGS_COVERED = frozenset({"field", "device", "film", "site"})


def adverb(parts: list[Mark]) -> Mark | None:
    first = parts[0]
    count = 2 if first.kind == "TWICE" else 1
    return join("FREQ", (count, parts[-1].value), parts)


def units(parts: list[Mark]) -> Mark | None:
    number = next(part for part in parts if part.kind == "NUM")
    if number.noun not in (None, "unit", "times", "time"):
        return None
    if not any(part.kind == "UNIT" for part in parts) and number.noun is None:
        return None
    return join("UNITS", number.value, parts)


def by_fractions(parts: list[Mark]) -> Mark | None:
    """ "the five-fraction logic": how a code is counted, and not the length of a course."""
    *led, number, word = parts
    if led and [part.said for part in led] not in (["follows", "the"], ["uses", "the"], ["keeps", "the"]):
        return None
    fits = number.noun == "fraction" and word.said in ("logic", "rule", "principle", "scheme", "method", "counting")
    return join("FREQ", (1, f"{number.value} fractions"), parts) if fits else None


def counted(parts: list[Mark]) -> Mark | None:
    """A number with a noun: fractions of the course, dates, a duration, or things that no unit hangs on."""
    number = parts[0]
    if number.noun is None:
        return None
    if number.noun == "fraction":
        kind = "FRACTIONS"
    elif number.noun in ("unit", "times", "time"):
        kind = "UNITS"
    elif number.noun == "day":
        kind = "DAYS"
    elif number.noun in _SPAN_NOUNS:
        kind = "DURATION"
    elif number.noun in _FACT_NOUNS:
        return Mark("FACT", (_FACT_NOUNS[number.noun], number.value), number.start, number.end, number.said)
    elif number.noun in ("gy", "cgy", "energy", "length"):
        return replace(number, kind="ROLE", value="dose or energy", noun=f"{number.value} {number.noun}")
    else:
        kind = "COUNTED"
    return replace(number, kind=kind)


def spanned(parts: list[Mark]) -> Mark | None:
    """ "one to two fractions": the length of a course, no count of one."""
    first, last = parts[0], parts[-1]
    joined = last.said in ("-", "or") or any(part.kind == "AND" and part.said == "or" for part in parts)
    if not joined or first.value > last.value:
        return None
    return join("LENGTH", (first.value, last.value), parts)


def codes_counted(parts: list[Mark]) -> Mark | None:
    """ "one guidance code": codes are counted, not units."""
    return (
        join("COUNTED", None, parts) if parts[-1].said.endswith(("code", "codes")) and parts[0].noun is None else None
    )
