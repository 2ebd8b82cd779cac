"""Leftover fractions told in half a sentence: "... while one or two do not", "only when three or four remain"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.checking.composing.sets import join
from assistant.checking.marking.marks import Mark

PLAINLY = frozenset({"WORD", "THING", "PRONOUN", "ARTICLE", "LINK"})
JOINTS = frozenset({"BUT", "AND", "PUNCT"})
WHEN = frozenset({"when", "if", "where", "only when", "only if"})
EARLIER = frozenset({"earlier", "previous", "prior", "preceding", "existing", "full"})
SPOKEN_OF = frozenset({"of", "them", "fractions", "these", "those"})


def two_left(parts: list[Mark]) -> Mark | None:
    """ "the two remaining fractions": a number, where "the two" alone means two codes."""
    left = parts[1].kind == "LEFTOVER" or parts[1].said in ("extra", "additional")
    return join("LEFT", 2, parts) if parts[0].said == "the two" and left else None


def leftovers_told(marks: list[Mark]) -> list[Mark]:
    """The row with half-said statements on leftover fractions made whole."""
    if not any(mark.kind in ("LEFT", "LEFTOVER") for mark in marks):
        return marks
    return _another(_those(_in_earlier(_paid_for(_only_when(_others_do_not(marks))))))


def _in_earlier(marks: list[Mark]) -> list[Mark]:
    """ "The last two are covered by the earlier units": they add nothing."""
    for at, mark in enumerate(marks):
        end = next((i for i in range(at + 1, min(at + 6, len(marks))) if marks[i].kind == "UNIT"), None)
        if mark.kind not in ("BUNDLED", "PAY") or end is None:
            continue
        between = marks[at + 1 : end]
        before = any(one.said in EARLIER for one in between)
        if before and all(one.kind in ("WORD", "PAST", "ARTICLE", "PRONOUN") for one in between):
            return [*marks[:at], join("NO_ADDITION", "", marks[at : end + 1]), *marks[end + 1 :]]
    return marks


def _those(marks: list[Mark]) -> list[Mark]:
    """ "... with three left over; those three merit one extra unit", "the last full set": the same fractions again."""
    found = list(marks)
    for at in range(1, len(marks)):
        number, before = marks[at], marks[at - 1]
        again = any(one.kind == "LEFT" and one.value == number.value for one in found[:at])
        plain = number.kind == "NUM" and number.noun in (None, "fraction")
        if plain and again and before.said in ("those", "these", "the"):
            found[at] = replace(number, kind="LEFT")
        if before.kind == "LEFT" and number.kind == "SETS" and before.said.endswith(("last", "final")):
            found[at] = replace(number, kind="WORD")
    return found


def _another(marks: list[Mark]) -> list[Mark]:
    """ "... enough for another", "triggers another": a unit, where nothing else is named."""
    for at in range(1, len(marks)):
        closes = at + 1 == len(marks) or marks[at + 1].kind in ("PUNCT", "BECAUSE", "BUT", "IF")
        if marks[at].kind == "TURN" and marks[at].said == "another" and marks[at - 1].kind == "LINK" and closes:
            return [*marks[:at], replace(marks[at], kind="ADDITION"), *marks[at + 1 :]]
    return marks


def _others_do_not(marks: list[Mark]) -> list[Mark]:
    """ "three or four leftover fractions count as one more, while one or two do not": these add nothing."""
    for at in range(1, len(marks)):
        few = _numbers(marks, at)
        if few is None or marks[at - 1].kind not in JOINTS:
            continue
        numbers, end = few
        after = marks[end : end + 2]
        short = bool(after) and after[0].kind == "NEG" and after[0].said in ("don't", "dont")
        denied = short or (len(after) == 2 and after[0].said == "do" and after[1].said == "not")
        end += 1 if short else 2
        if denied and _closes(marks, end) and _counts(marks[:at]):
            return [*marks[:at], join("LEFT_ADDS", (numbers, 0), marks[at:end]), *marks[end:]]
    return marks


def _counts(before: Sequence[Mark]) -> bool:
    """Whether the statement before says that some leftovers count, and denies nothing."""
    kinds = {mark.kind for mark in before}
    adds = "ADDITION" in kinds or any(mark.said in ("count", "counts") for mark in before)
    return "LEFT" in kinds and adds and not kinds & {"NEG", "NO_ADDITION", "NONE", "EXCEPT", "TURN", "RATHER", "ONLY"}


def _paid_for(marks: list[Mark]) -> list[Mark]:
    """ "... two left, which Medicare pays", "... which the payment already covers": paid once more, or not."""
    left = next((at for at, mark in enumerate(marks) if mark.kind == "LEFT"), len(marks))
    which = [at for at, mark in enumerate(marks) if at > left and mark.kind == "ASK" and mark.said == "which"]
    paid = [at for at, mark in enumerate(marks) if which and at > which[0] and mark.kind == "PAY"]
    if len(which) != 1 or not paid or any(mark.kind in ("ADDITION", "NO_ADDITION") for mark in marks):
        return marks
    said = marks[which[0] + 1 : paid[-1] + 1]
    nots = [mark for mark in said if mark.kind == "NEG" or mark.said == "already"]
    plain = all(mark.kind in PLAINLY | {"PAYER", "PAY", "NEG", "OK", "NOW"} for mark in said) and len(nots) < 2
    last = replace(marks[paid[-1]], kind="NO_ADDITION" if nots else "ADDITION", start=said[0].start) if plain else None
    return marks if last is None else [*marks[: which[0] + 1], last, *marks[paid[-1] + 1 :]]


def _only_when(marks: list[Mark]) -> list[Mark]:
    """ "Leftover fractions are only worth another unit when there are three or four": the others add nothing."""
    places = [at for at, mark in enumerate(marks) if mark.kind == "IF" and mark.said in WHEN]
    if len(places) != 1 or any(mark.kind == "NEG" for mark in marks):
        return marks
    at = places[0]
    start = next((i for i, mark in enumerate(marks[:at]) if mark.kind == "LEFTOVER"), None)
    if start is None:
        return marks
    said = marks[start:at]
    only = [mark for mark in said if mark.kind == "ONLY" and mark.said in ("only", "just")]
    adds = [mark for mark in said if mark.kind == "ADDITION"]
    allowed = PLAINLY | {"LEFTOVER", "ONLY", "ADDITION", "CODE", "SERVICE", "PAY", "OK"}
    first = next((i for i in range(at + 1, len(marks)) if marks[i].kind == "NUM"), None)
    few = _numbers(marks, first) if first is not None else None
    if few is None or first is None or len(adds) != 1 or not {mark.kind for mark in said} <= allowed:
        return marks
    numbers, end = few
    while end < len(marks) and (marks[end].said in SPOKEN_OF or marks[end].kind == "LEFTOVER"):
        end += 1
    fits = all(mark.kind in PLAINLY for mark in marks[at + 1 : first]) and _closes(marks, end)
    if not fits or len(only) > 1:
        return marks
    codes = [mark for mark in said if mark.kind in ("CODE", "SERVICE")]
    made = [join("LEFT_ADDS", (numbers, 1), marks[at:end])]
    if only or marks[at].said.startswith("only"):
        others = tuple(n for n in range(1, 5) if n not in numbers)
        last = marks[end - 1]
        made.append(Mark("LEFT_ADDS", (others, 0), last.end, last.end, "the others"))
    return [*marks[:start], *codes, *made, *marks[end:]]


def _numbers(marks: Sequence[Mark], at: int) -> tuple[tuple[int, ...], int] | None:
    """ "one or two", "three to four" from here on, and where it ends: two numbers of fractions below five."""
    parts = list(marks[at : at + 3])
    if len(parts) < 2 or parts[0].kind != "NUM":
        return None
    if parts[1].kind == "AND" and parts[1].said == "or" and len(parts) == 3:
        last, end = parts[2], at + 3
    elif parts[1].said in ("-", "or"):
        last, end = parts[1], at + 2
    else:
        return None
    first = parts[0]
    plain = all(one.kind == "NUM" and isinstance(one.value, int) for one in (first, last))
    if not plain or last.noun not in (None, "fraction") or not 0 < first.value < last.value < 5:
        return None
    return (first.value, last.value), end


def _closes(marks: Sequence[Mark], at: int) -> bool:
    return at >= len(marks) or marks[at].kind in ("PUNCT", "BUT", "AND", "BECAUSE")


def quantities(marks: list[Mark]) -> list[Mark]:
    """ "on each of the 20 dates, quantity 1": of each date, never of the course."""
    found = list(marks)
    for at, mark in enumerate(marks):
        if mark.kind != "DAYS" or "each of" not in mark.said:
            continue
        for i in range(at + 1, min(at + 3, len(marks))):
            between = marks[at + 1 : i]
            if marks[i].kind == "UNITS" and all(one.value in (",", "(", ":") or one.said == "with" for one in between):
                found[i] = replace(marks[i], kind="UNITS", said=f"{marks[i].said} on each date", noun="date")
    return found
