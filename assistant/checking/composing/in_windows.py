"""What lies inside or outside a payer's window, and that a payer has none."""

from __future__ import annotations

from assistant.checking.composing.window_words import A_SPAN, ARTICLES, NOUNS, in_days, said_of
from assistant.checking.marking.marks import Mark

GROUPS = frozenset("group practice facility physician provider".split())
INWARD = frozenset(
    {"inside", "within", "in", "into", "is inside", "lies inside", "sits inside", "lies in", "sits in", "falls in"}
)
FALLING = frozenset("falls fall fell lies lie lay lands land sits sit".split())
OUTWARD = frozenset({"outside", "beyond"})


def none_such(marks: list[Mark]) -> list[Mark]:
    """ "Medicare has no such window", where nothing is concluded from it."""
    # What stands behind a semicolon and does not begin with a reason is a sentence of its own.
    semi = next((at for at, mark in enumerate(marks[:-1]) if mark.value == ";"), len(marks))
    own = semi < len(marks) and marks[semi + 1].kind in ("WORD", "CODE", "SERVICE", "ARTICLE")
    if any(mark.kind in ("BECAUSE", "IF") for mark in (marks[:semi] if own else marks)):
        return marks
    for at in range(len(marks) - 1):
        end = at + 1
        while end < len(marks) and marks[end].said in ("such", "comparable", "similar"):
            end += 1
        noun = end < len(marks) and (marks[end].said in NOUNS or marks[end].kind == "WINDOW")
        if marks[at].kind == "NEG" and marks[at].said == "no" and noun and at and marks[at - 1].said in ("has", "have"):
            made = Mark("NO_WINDOW", "", marks[at].start, marks[end].end, said_of(marks[at : end + 1]))
            return [*marks[:at], made, *marks[end + 1 :]]
    return marks


def by_one_group(marks: list[Mark]) -> list[Mark]:
    """ "... when the same group bills it": every window is about one group's services."""
    if not any(mark.kind in ("WINDOW", "LAG") for mark in marks):
        return marks
    for at, mark in enumerate(marks[:-2]):
        if (
            mark.kind == "IF"
            and not mark.said.startswith("only")
            and marks[at + 1].kind == "SAME"
            and marks[at + 2].said in GROUPS
        ):
            end = at + 3
            while end < len(marks) and (
                marks[end].kind in ("DO", "PRONOUN") or marks[end].said in ("both", "performs", "did")
            ):
                end += 1
            if end == len(marks) or marks[end].kind == "PUNCT":
                group = Mark("ROLE", "same group", mark.start, marks[end - 1].end, said_of(marks[at:end]))
                return [*marks[:at], group, *marks[end:]]
    return marks


def insides(marks: list[Mark]) -> list[Mark]:
    """What lies inside or outside the window marked: "is within that window", "falls outside it", "falls inside"."""
    windows = [at for at, mark in enumerate(marks) if mark.kind in ("LAG", "WINDOW") or mark.said in NOUNS]
    judged = ("LAG", *A_SPAN)
    if not windows:
        return marks
    for at, mark in enumerate(marks):
        said = mark.said
        if (said not in INWARD and said not in OUTWARD) or mark.kind in ("LAG", "WINDOW"):
            continue
        end = at + 1
        while (
            end < len(marks)
            and (marks[end].said in ARTICLES or marks[end].kind in ("ARTICLE", "PAYER") or marks[end].value == "'s")
            and marks[end].said != "it"
        ):
            end += 1
        days: tuple[int | None, str | None] = (None, None)
        lag = any(one.kind in judged for one in marks[:at])
        if end < len(marks) and marks[end].said in NOUNS:
            end += 1
        elif end < len(marks) and marks[end].kind == "WINDOW":
            days, end = marks[end].value, end + 1
        elif lag and end < len(marks) and marks[end].said == "it":
            end += 1
        elif not (lag and (at + 1 == len(marks) or marks[at + 1].kind == "PUNCT")):
            continue
        payers = [one for one in marks[at:end] if one.kind == "PAYER"]
        made = Mark("INSIDE", (said in INWARD, *days), mark.start, marks[end - 1].end, said_of(marks[at:end]))
        return [*_lagging(marks[:at]), made, *payers, *marks[end:]]
    return marks


def falling(marks: list[Mark]) -> list[Mark]:
    """ "77290 falls inside the thirty days of 77301", "day 20 lies in that window": the verb tells where."""
    for at, place in enumerate(marks):
        first = place.said.split()[:1]
        ruled = place.kind == "WINDOW" and first and first[0] in INWARD | FALLING
        before = marks[at - 1] if at else None
        verb = before is not None and before.said in FALLING
        if (ruled and (verb or first[0] in FALLING)) or (verb and place.kind == "INSIDE"):
            begin = at - 1 if verb else at
            value = (True, *place.value) if ruled else place.value
            made = Mark("INSIDE", value, marks[begin].start, place.end, said_of(marks[begin : at + 1]))
            return [*marks[:begin], made, *marks[at + 1 :]]
    return marks


def _lagging(marks: list[Mark]) -> list[Mark]:
    """ "Sixty days is within it": how far the service lies, on the side that was asked about."""
    days = [at for at, mark in enumerate(marks) if in_days(mark)]
    if not days or any(mark.kind == "LAG" for mark in marks):
        return marks
    at = days[-1]
    lag = Mark("LAG", (in_days(marks[at]), None), marks[at].start, marks[at].end, marks[at].said)
    return [*marks[:at], lag, *marks[at + 1 :]]
