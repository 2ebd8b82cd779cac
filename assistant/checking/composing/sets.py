"""Sums, sets of five and what is left over, put together from marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.checking.marking.marks import Mark


def arithmetic(parts: list[Mark]) -> Mark | None:
    """A sum written out, kept only with whether it is right."""
    text = "".join(str(part.value) if part.kind == "NUM" else _SIGN.get(str(part.value), "?") for part in parts)
    left, _, right = text.partition("=")
    if not right or "?" in text or any(part.noun in ("unit", "times") for part in parts[:-1]):
        return None
    try:
        values = [_sum(side) for side in (left, right)]
    except (ValueError, ZeroDivisionError):
        return None
    return join("ARITH", abs(values[0] - values[1]) < 0.051, parts)


_SIGN = {"/": "/", "÷": "/", "*": "*", "x": "*", "+": "+", "-": "-", "=": "=", "times": "*"}


def _sum(side: str) -> float:
    """A sum of at most a few numbers; products bind first."""
    total = 0.0
    for term in re.findall(r"[+-]?[^+-]+", side):
        sign, factors = (-1.0, term[1:]) if term.startswith("-") else (1.0, term.lstrip("+"))
        pieces = re.split(r"([*/])", factors)
        value = float(pieces[0])
        for sign_mark, number in zip(pieces[1::2], pieces[2::2], strict=False):
            value = value * float(number) if sign_mark == "*" else value / float(number)
        total += sign * value
    return total


def quotient(parts: list[Mark]) -> Mark | None:
    """ "28 / 5 = 5 full sets"."""
    whole, by, sets = parts[0].value, parts[2].value, parts[4].value
    if not all(isinstance(one, int) for one in (whole, by, sets)) or by == 0:
        return None
    return join("ARITH", whole // by == sets, parts)


def quotient_and_rest(parts: list[Mark]) -> Mark | None:
    """ "23 / 5 = 4 with 3 left over"."""
    whole, by, full = parts[0].value, parts[2].value, parts[4].value
    rest = next(part.value for part in parts[5:] if part.kind in ("LEFT", "NUM"))
    if not all(isinstance(one, int) for one in (whole, by, full, rest)) or by == 0:
        return None
    return join("ARITH", divmod(whole, by) == (full, rest), parts)


def leaves(parts: list[Mark]) -> Mark | None:
    """ "28 divided by 5 leaves a remainder of 3"."""
    whole, by, rest = parts[0].value, parts[2].value, parts[-1].value
    plain = all(isinstance(one, int) for one in (whole, by, rest))
    if not plain or by == 0 or not parts[3].said.startswith(("leav", "left", "ha", "give", "yield")):
        return None
    last = join("LEFT", rest, parts)
    return last if by == 5 and whole % 5 == rest and rest else join("ARITH", whole % by == rest, parts)


def at_the_end(parts: list[Mark]) -> Mark | None:
    """ "the four fractions at the end"."""
    few = parts[0].noun == "fraction" and parts[0].value in (1, 2, 3, 4)
    return join("LEFT", parts[0].value, parts) if few and parts[-1].said.startswith("at the end") else None


def extra_units(parts: list[Mark]) -> Mark | None:
    """ "Extra units: 0": what the fractions left over add."""
    told = parts[0].said in ("extra", "additional", "further") and isinstance(parts[1].value, int)
    return join("LEFT_ADDS", (None, parts[1].value), parts) if told else None


def leftover(parts: list[Mark]) -> Mark | None:
    """ "the last 3 fractions", "3 left over", "3 remaining fractions"."""
    count = next(part for part in parts if part.kind == "NUM")
    if count.noun not in (None, "fraction", "day") or any(part.said == "for" for part in parts):
        return None
    numbers = tuple(int(part.value) for part in parts if part.kind == "NUM")
    return join("LEFT", numbers[0] if len(numbers) == 1 else numbers, parts)


def nothing_left(parts: list[Mark]) -> Mark | None:
    """ "nothing left over", "no remainder"."""
    nothing = parts[0].said in ("nothing", "no", "there's no", "there is no", "without", "with no", "without a")
    last = parts[-1] if parts[-1].kind == "LEFTOVER" else parts[-2]
    told = last.said in ("left over", "leftover", "remainder", "remaining", "left", "remain", "balance", "residual")
    return join("LEFT", 0, parts) if nothing and told else None


def leftover_of(parts: list[Mark]) -> Mark | None:
    """ "the last 3 fractions of the 28"."""
    whole = parts[-1]
    if not isinstance(whole.value, int) or whole.value % 5 != parts[0].value or whole.noun not in (None, "fraction"):
        return None
    return join("LEFT", parts[0].value, parts)


def left_adds(parts: list[Mark]) -> Mark | None:
    """ "one for the last three"."""
    number = parts[0].value if parts[0].kind == "NUM" else 1
    words = [part.said for part in parts if part.kind == "WORD"]
    if parts[0].noun not in (None, "unit") or "for" not in words:
        return None
    return join("LEFT_ADDS", (parts[-1].value, number), parts)


def left_equals(parts: list[Mark]) -> Mark | None:
    """ "3-4 leftover = +1"; "3 leftover = 5 units" is a total."""
    adds = parts[-1].value
    return join("LEFT_ADDS", (parts[0].value, adds), parts) if len(parts) > 3 or adds in (0, 1) else None


def threshold(parts: list[Mark]) -> Mark | None:
    """ "the three-fraction threshold"."""
    if parts[0].noun != "fraction" or (parts[-1].value or parts[-1].said) not in (
        "threshold",
        "minimum",
        "cutoff",
        "requirement",
    ):
        return None
    return join("THRESHOLD", parts[0].value, parts)


def in_sets(parts: list[Mark]) -> Mark | None:
    """ "in five-fraction increments"."""
    if parts[0].said not in ("in", "on", "by") or not re.search(r"five|5", parts[1].said):
        return None
    return join("FREQ", (1, "5 fractions"), parts)


def every_nth(parts: list[Mark]) -> Mark | None:
    """ "after every fifth fraction"."""
    if parts[2].value != "session":
        return None
    return join("FREQ", (1, f"{int(parts[1].value)} fractions"), parts)


def based_on(parts: list[Mark]) -> Mark | None:
    """ "based on five fractions"."""
    if parts[0].said != "based":
        return None
    return join("FREQ", (1, f"{parts[-1].value} fractions"), parts)


def week_of(parts: list[Mark]) -> Mark | None:
    """ "a week for 77336 is five fractions"; the code in it stays a mark of its own."""
    if parts[0].value != "week" or parts[-2].said not in ("is", "means"):
        return None
    return None if any(part.kind == "CODE" for part in parts) else _fives(parts)


def makes_a_week(parts: list[Mark]) -> Mark | None:
    """ "five fractions count as one week"."""
    return _fives(parts) if parts[-1].value == "week" else None


def _fives(parts: list[Mark]) -> Mark:
    number = next(part.value for part in parts if part.kind == "FRACTIONS")
    return join("FREQ", (1, f"{number} fractions"), parts)


def sets(parts: list[Mark]) -> Mark | None:
    return join("SETCOUNT", int(parts[0].value), parts) if isinstance(parts[0].value, int) else None


def join(kind: str, value: object, parts: Sequence[Mark], noun: str | None = None) -> Mark:
    said = " ".join(part.said for part in parts if part.said)
    return Mark(kind, value, parts[0].start, parts[-1].end, said, noun)
