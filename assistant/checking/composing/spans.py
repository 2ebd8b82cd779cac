"""Many things in one span ("several images in one session"), limits of a date, caps in so many days."""

# ruff: noqa: E501 - patterns and lists of phrases: one thought, one line
from __future__ import annotations

import re
from dataclasses import replace

from assistant.checking.composing.sets import join
from assistant.checking.marking.marks import Mark

SEVERAL = frozenset("several multiple many numerous more two".split())
TAKEN = frozenset("in within of on during at from".split())
IMAGED = frozenset({"image", "angle"})  # what is done many times in a session and never counted by its fractions
OF_TOGETHER = (("session", "session"), ("fraction", "session"), ("encounter", "session"), ("day", "day"), ("date", "day"), ("course", "course"))  # fmt: skip
SPANS = frozenset({"session", "day", "date", "week", "course"})


def many_in(parts: list[Mark]) -> Mark | None:
    """ "several images in the same five fractions": what is said of them together is said of that span."""
    counted = parts[0] if parts[0].kind == "NUM" else None
    if counted is not None and (counted.noun not in ("site", "film", "field") or counted.value == 1):
        return None
    thing = next((part for part in parts[1:] if part.kind == "THING"), counted)
    if counted is not None:
        parts = [replace(counted, kind="THING", value="image" if counted.noun == "film" else "angle"), *parts[1:]]
        thing = parts[0]
    if thing is None or (counted is None and parts[0].said.split()[0] not in SEVERAL):
        return None
    if thing.value == "session":
        return join("MANY", "sessions", parts)  # "several sessions in one day": nothing we read
    if thing.value not in IMAGED:
        return None
    last = parts[-1]
    if last.kind in ("TOGETHER", "PER_DATE"):
        if "same" not in last.said and "one" not in last.said and "single" not in last.said:
            return None
        span = next((span for word, span in OF_TOGETHER if word in last.said), None)
    else:
        words = [part.said for part in parts[parts.index(thing) + 1 :] if part.kind == "WORD"]
        span = _span(parts[parts.index(thing) + 1 :]) if words and words[-1] in TAKEN else None
    return None if span is None else join("MANY", span, parts)


def _span(parts: list[Mark]) -> str | None:
    last = parts[-1]
    if last.kind == "SETS":
        return "5 fractions" if re.search(r"five|5", last.said) else None
    if last.kind == "THING":
        return str(last.value) if last.value in SPANS else None
    if last.noun != "fraction":
        return None
    return "session" if last.value == 1 else f"{last.value} fractions"


def cap(parts: list[Mark]) -> Mark | None:
    """ "three units in a 60-day course": so many in so many days, a payer's own cap."""
    days = [part for part in parts[1:] if part.kind == "NUM"][-1]
    spread = any(part.said == "on" for part in parts)  # "two units on two dates"
    fits = parts[0].noun in (None, "unit", "times") and days.noun == "day" and days is not parts[0] and not spread
    if not fits:
        return None
    most = ("most",) if any(part.kind == "AT_MOST" for part in parts) else ()
    return join("CAP", (parts[0].value, days.value, *most), parts)


def course_of(parts: list[Mark]) -> Mark | None:
    """ "a course that consists of two fractions": its length, not what a unit covers."""
    verb = next(part for part in parts if part.kind == "SPAN")
    number = parts[-1]
    if parts[0].value != "course" or not verb.said.startswith(("consist", "compris")) or number.noun != "fraction":
        return None
    return replace(number, kind="FRACTIONS", start=parts[0].start)


def limits_of_a_date(marks: list[Mark]) -> list[Mark]:
    """ "Limit: 10 per date", "the daily limit is ten": the limit of a date, where a date or its indicator is named."""
    if not any(_is_a_limit(mark) for mark in marks):
        return marks
    dated = any(_of_a_date(mark) for mark in marks)
    found: list[Mark] = []
    for mark in marks:
        if _is_a_limit(mark):
            daily = bool(found) and found[-1].kind == "FREQ" and found[-1].said == "daily"
            if daily:
                found.pop()
            found.append(replace(mark, kind="MUE_WORD") if daily or dated else mark)
            continue
        found.append(mark)
    return found


def _is_a_limit(mark: Mark) -> bool:
    return (mark.kind == "TURN" and mark.said in ("limit", "limits")) or (mark.kind == "AT_MOST" and mark.said == "cap")


def _of_a_date(mark: Mark) -> bool:
    if mark.kind == "MUE":
        return True
    if mark.kind == "PER_DATE":
        return (
            mark.said.startswith(("per d", "on one da", "on a single da", "on any ", "1 ", "one "))
            and "da" in mark.said
        )
    return mark.kind == "FREQ" and isinstance(mark.value, tuple) and mark.value[1] in ("day", "date")
