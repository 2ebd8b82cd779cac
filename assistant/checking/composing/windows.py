"""Days around a plan: "within 30 days before or after 77301", "60 days earlier", "outside that window".

WINDOW is a payer's window, its value (days, side); LAG how far a service lies from the plan; INSIDE whether it is in
the window, its value (inside, days, side). Sides are "before", "after", "both", and None where none is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from assistant.checking.composing.in_windows import by_one_group, falling, insides, none_such
from assistant.checking.composing.window_words import A_SPAN, ARTICLES, NOUNS, in_days, said_of
from assistant.checking.marking.marks import Mark
from assistant.rules.windows import PLAN

SIDES = {
    "before": "before", "prior": "before", "earlier": "before", "ago": "before", "back": "before", "backward": "before",
    "backwards": "before", "ahead": "before", "preceding": "before", "previous": "before", "past": "before",
    "after": "after", "later": "after", "following": "after", "afterwards": "after", "afterward": "after",
    "forward": "after", "around": "both",
}  # fmt: skip
OPENING = frozenset({"within", "inside", "in", "during", "into", "falls into", "fall into"})
LOOKS = frozenset("looks look reaches reach goes runs run extends extend counts spans covers".split())
ANCHORING = frozenset("the a an of its this that from".split())
BEING = frozenset("is are falls fall lies lie stays sits comes".split())
EITHER = frozenset({"either", "both", "each"})
DIRECTIONS = frozenset({"side", "sides", "direction", "directions", "ways", "way"})


def windows_told(marks: list[Mark]) -> list[Mark]:
    """The row with windows, lags and what lies inside marked; a row without days and windows stays as it is."""
    kinds = {mark.kind for mark in marks}
    if not kinds & A_SPAN and not any(mark.said in NOUNS for mark in marks):
        return marks
    result: list[Mark] = []
    at = 0
    while at < len(marks):
        made = _days(marks, at) or _day_number(marks, at) or _directions(marks, at)
        if made is None:
            result.append(marks[at])
            at += 1
            continue
        mark, at = made
        while result and result[-1].start >= mark.start:
            result.pop()
        result.append(mark)
    return none_such(falling(insides(by_one_group(result))))


def _days(marks: Sequence[Mark], at: int) -> tuple[Mark, int] | None:
    """ "within 30 days before or after 77301", "in the preceding 30 days", "30-day window", "60 days earlier"."""
    here = marks[at]
    days = in_days(here)
    if days is None:
        return None
    begin, ruled, side = at, False, None
    while begin and marks[begin - 1].said in (*ARTICLES, "up", "only", "just"):
        begin -= 1
    if (
        begin
        and SIDES.get(marks[begin - 1].said) == "before"
        and marks[begin - 1].said in ("preceding", "previous", "prior", "past", "back")
    ):
        begin, side = begin - 1, "before"
        while begin and marks[begin - 1].said in ARTICLES:
            begin -= 1
    a_noun = any(mark.said in NOUNS for mark in marks[at + 1 : at + 3])
    narrowed = False
    held = begin > 1 and marks[begin - 1].said in OPENING and (a_noun or marks[begin - 2].said in BEING)
    if begin and marks[begin - 1].kind == "SAME":
        begin, ruled = begin - 1, True
    elif held and any(in_days(mark) for mark in marks[:begin]):
        ruled = True  # "20 days after it is within the 30-day window"
    elif begin > 1 and marks[begin - 1].said == "is" and marks[begin - 2].said in NOUNS:
        begin, ruled = begin - 2, True  # "the window is 30 days"
    elif begin > 2 and _of_a_window(marks[:begin]):
        ruled = True  # "the window for a simulation is 90 days before the plan"
    elif begin and marks[begin - 1].said in (OPENING | LOOKS):
        begin, ruled = begin - 1, True
        if begin and marks[begin - 1].said == "only":
            begin, narrowed = begin - 1, True
    elif side == "before" and marks[begin].said != "back":
        ruled = True
    end = at + 1
    while end < len(marks) and (marks[end].value == "-" or marks[end].said in ("bundling", "imrt", "look")):
        end += 1
    named = NOUNS | ({"rule", "back"} if end > at + 1 else {"rule"})  # "30-day look-back"
    if end < len(marks) and marks[end].said in named:
        end, ruled = end + 1, True
    told, end = _side(marks, end)
    if side and told and side != told:
        return None
    side = told or side
    if not ruled and side is None and marks[begin - 1].said == "at" and begin == at:
        return Mark("LAG", (days, None), here.start, here.end, said_of([here])), at + 1
    if not ruled and side is None:
        return None
    anchored = (
        _anchor(marks, end) if side or (end < len(marks) and marks[end].said in ("of", "around")) else (end, False)
    )
    if anchored is None:
        return None
    end, of_plan = anchored
    if ruled and side is None and of_plan:
        side = "both"  # "within 30 days of the plan"
    if of_plan and any(mark.kind in ("CODE", "SERVICE") for mark in marks[end - 2 : end]):
        while marks[end - 1].kind not in ("CODE", "SERVICE"):
            end -= 1
        while marks[end - 1].kind in ("CODE", "SERVICE"):
            end -= 1  # the plan stays a code of the sentence
    if narrowed and side in ("before", "after"):
        side = f"only {side}"
    kind = "WINDOW" if ruled or side == "both" else "LAG"
    first = begin if kind == "WINDOW" else at
    return Mark(kind, (days, side), marks[first].start, marks[end - 1].end, said_of(marks[first:end])), end


def _of_a_window(before: Sequence[Mark]) -> bool:
    told = before[-1].said in ("is", "are") or before[-1].value == ":" or before[-1].said == "|"
    return told and any(mark.said in NOUNS and two.said == "for" for mark, two in pairwise(before[-7:]))


def _day_number(marks: Sequence[Mark], at: int) -> tuple[Mark, int] | None:
    """ "day 20 after the IMRT plan"."""
    here = marks[at]
    if here.kind != "ORDINAL" or here.said != "day" or not isinstance(here.value, int):
        return None
    side, end = _side(marks, at + 1)
    anchored = _anchor(marks, end) if side else (end, False)
    if anchored is None or side == "both":
        return None
    end = anchored[0]
    return Mark("LAG", (here.value, side), here.start, marks[end - 1].end, said_of(marks[at:end])), end


def _directions(marks: Sequence[Mark], at: int) -> tuple[Mark, int] | None:
    """ "The window runs in both directions": a side without days."""
    here = marks[at]
    if here.said not in NOUNS:
        return None
    end = at + 1
    if end < len(marks) and marks[end].said == "around":  # "the window around 77301"
        anchored = _anchor(marks, end + 1)
        return (
            (Mark("WINDOW_WORD", "", here.start, marks[anchored[0] - 1].end, "window"), anchored[0])
            if anchored and anchored[1]
            else None
        )
    if end >= len(marks) or marks[end].said not in LOOKS | {"works", "applies", "is", "goes"}:
        return None
    if marks[end].kind == "FREQ":
        return None  # "covers 60 days": its days are told with it
    end += 1
    while end < len(marks) and marks[end].said in (*ARTICLES, "in", "only"):
        end += 1
    if end < len(marks) and marks[end].said in ("backward", "backwards", "back", "forward", "forwards"):
        side = "only before" if marks[end].said.startswith("back") else "only after"
        end += 1
        if end < len(marks) and marks[end].said in ("only", "and", "in"):
            return None if marks[end].said != "only" else _window(marks, at, end + 1, side)
        return _window(marks, at, end, side)
    side_told, last = _side(marks, end)
    return _window(marks, at, last, "both") if side_told == "both" else None


def _window(marks: Sequence[Mark], at: int, end: int, side: str) -> tuple[Mark, int]:
    return Mark("WINDOW", (None, side), marks[at].start, marks[end - 1].end, said_of(marks[at:end])), end


def _side(marks: Sequence[Mark], at: int) -> tuple[str | None, int]:
    """The side told from here on, and where it ends: "before or after", "to either side of", "back from"."""
    end = at
    while end < len(marks) and marks[end].said in ("to", "on", "in", "or", "less"):
        end += 1
    if end + 1 < len(marks) and marks[end].said in EITHER and marks[end + 1].said in DIRECTIONS:
        return "both", end + 2
    if at < len(marks) and marks[at].said == "on":
        return None, at
    comma = at < len(marks) and marks[at].value == ","
    end = at + 1 if comma else at
    side = SIDES.get(marks[end].said) if end < len(marks) else None
    if side is None:
        return None, at
    end += 1
    while (
        end < len(marks)
        and marks[end].said in ("to", "of", "from")
        and marks[end - 1].said in ("prior", "ahead", "back")
    ):
        end += 1
    if (
        end + 1 < len(marks)
        and marks[end].said in ("or", "and")
        and SIDES.get(marks[end + 1].said) in {"before", "after"} - {side}
    ):
        other = SIDES[marks[end + 1].said]
        return ("both" if {side, other} == {"before", "after"} else side), end + 2
    return side, end


def _anchor(marks: Sequence[Mark], at: int) -> tuple[int, bool] | None:
    """Where the plan that the days are counted from ends; None where they are counted from something else."""
    end = at
    while end < len(marks) and marks[end].said in ANCHORING:
        end += 1
    if end < len(marks) and _is_plan(marks, end):
        end += 1
        if end < len(marks) and marks[end].kind == "CODE" and marks[end].value == PLAN:
            end += 1
        return _or_its_day(marks, end), True
    if end < len(marks) and marks[end].said == "it":
        return end + 1, True
    if end < len(marks) and end == at and marks[end].kind in ("CODE", "SERVICE"):
        return None
    if end < len(marks) and end > at and marks[end].kind in ("CODE", "SERVICE", "THING", "DATE"):
        return None
    return _or_its_day(marks, at), False


def _or_its_day(marks: Sequence[Mark], at: int) -> int:
    """ "..., or on the same day": the plan's own day is inside every window."""
    end = at
    while end < len(marks) and (
        marks[end].value == "," or marks[end].said in ("or", "on", "the", "same", "its", "and", "own")
    ):
        end += 1
    told = at < end < len(marks) + 1 and any(mark.said in ("or", "and") for mark in marks[at:end])
    if (
        told
        and end < len(marks)
        and marks[end].said in ("day", "same day", "the same day", "on the same day", "date", "same date")
    ):
        return end + 1
    return at


def _is_plan(marks: Sequence[Mark], at: int) -> bool:
    mark = marks[at]
    if mark.kind == "CODE":
        return bool(mark.value == PLAN)
    if mark.kind == "SERVICE":
        return "imrt plan" in mark.said
    return (
        mark.kind == "THING"
        and mark.said == "plan"
        and not (at + 1 < len(marks) and marks[at + 1].kind == "CODE" and marks[at + 1].value != PLAN)
    )
