"""Which code took the place of which, and which one a case comes to."""

from __future__ import annotations

from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.rules.code_sets import LEVELS
from assistant.rules.codes import successors

NOUNS = ("replacement", "successor")


def replacement(c: ClauseReading) -> None:
    for at in c.at("REPLACED", "REPLACES"):
        left = tuple(code for place, codes in c.subjects if place < at for code in codes) or c.background.codes
        right_parts = [codes for place, codes in c.subjects if place > at]
        left_named = any(place < at for place, _ in c.subjects)
        right = tuple(code for codes in right_parts for code in codes)
        swapped = c.marks[at].kind == "REPLACES" and any(c.marks[i].said == "with" for i in c.at("TOGETHER"))
        from_to = c.marks[at].said.endswith("from") and any(mark.said == "to" for mark in c.marks[at:])
        if len(right_parts) > 1 and (from_to or ((swapped or c.marks[at].said.endswith("from")) and not left_named)):
            c.claimed.update(c.at("TOGETHER"))
            old, new = _from_and_to(c, at)
            if _swaps(c, at, old):
                c.say("component", "billable", at, *c.at("DO"), codes=old, polarity=False)
                c.say("component", "billable", at, codes=new)
                continue
            for one in old:
                c.say("validity", ("replaced_by", new), at, codes=(one, *new), polarity=c.polarity(at))
            continue
        its_own = at > 0 and c.marks[at - 1].kind == "PRONOUN"  # "its successors are ..."
        if not left_named and len(right_parts) == 2 and at and c.marks[at - 1].said in ("that", "which", "what"):
            new, old = right_parts[1], right_parts[0]  # "the code that replaced 77014 is 77387"
            if c.marks[at].kind == "REPLACES":
                c.say("validity", ("replaced_by", new), at, codes=(*old[:1], *new), polarity=c.polarity(at))
                continue
        if not left_named and len(right_parts) > 1 and c.marks[at].said.startswith(NOUNS) and not its_own:
            left, right = right_parts[0], tuple(code for codes in right_parts[1:] for code in codes)
        if (not left or not right) and c.marks[at].said == "->":
            c.claimed.add(at)  # "28 fractions -> 6 units"
            continue
        if not left or not right:
            if c.marks[at].said in ("is now", "are now", "become", "became"):
                c.claimed.add(at)  # "is now bundled"
            continue
        by_name = not any(c.marks[place].kind == "CODE" for place, _ in c.subjects if place < at)
        if by_name and left_named and c.marks[at].said in ("is now", "are now"):
            c.claimed.add(at)  # "ultrasound guidance is now 77439": the code of a service, no successor
            continue
        if c.tells_level() and set(right) <= set(LEVELS) and at in leads_to(c):
            continue  # "with gating the session becomes level 3"
        passive = c.marks[at].kind == "REPLACED"
        old, new = (left, right) if passive else (right, left)
        when = next((mark.value.period for mark in c.marks if mark.kind == "DATE"), None)
        if when is not None and c.polarity(at):
            c.say("validity", ("to", when, "replaced"), codes=old)
        more = [i for i in c.at("ENDED", "START", "THEN") if i not in c.claimed]
        if _swaps(c, at, old):  # "replace 77435 with 77427": both codes live, and the case takes the other one
            c.say("component", "billable", at, *more, *c.at("DO"), codes=old, polarity=False)
            c.say("component", "billable", at, *c.at("DO"), codes=new)
            continue
        for one in old:
            c.say("validity", ("replaced_by", new), at, *more, codes=(one, *new), polarity=c.polarity(at))


def _from_and_to(c: ClauseReading, at: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The codes on both sides of the "to" in "moved from 77385 and 77386 to 77407"."""
    to = next((i for i in range(at + 1, len(c.marks)) if c.marks[i].said == "to"), None)
    right = [(place, codes) for place, codes in c.subjects if place > at]
    until = to if to is not None and right[0][0] < to < right[-1][0] else right[0][0] + 1
    old = tuple(code for place, codes in right if place < until for code in codes)
    return old, tuple(code for place, codes in right if place > until or place == until for code in codes)


def _swaps(c: ClauseReading, at: int, old: tuple[str, ...]) -> bool:
    told = c.marks[at].said in ("replace", "replaces", "change", "swap") and c.polarity(at)
    return told and not c.has("DATE", "START", "NOW") and not any(successors(code) for code in old)


def leads_to(c: ClauseReading) -> list[int]:
    """ "Gating makes it level 3", "maps to 77407": what a technique comes to, no code that gave way to another."""
    return [
        at for at in c.at("REPLACED") if c.marks[at].said.startswith(("map", "become", "became", "is now", "are now"))
    ]
