"""A clause that gives a service, or the case that was asked about, its code: "the delivery code for VMAT is 77290"."""

from __future__ import annotations

from assistant.checking.clause_reading import ClauseReading
from assistant.checking.scope import names_its_code
from assistant.reading.services import ServiceMention

# A name behind one of these tells when or where, not what the code stands for.
CIRCUMSTANCE = frozenset("during before after at within from since throughout while beside besides".split())
RELATIONS = ("BUNDLED", "TOGETHER", "REPLACED", "REPLACES", "RATHER", "NOT_BOTH", "SEE", "STANDING")


def choice(c: ClauseReading) -> None:
    """Which code is said to be right for what; judged against the codes that the rules give it."""
    codes = tuple(dict.fromkeys(c.marks[at].value for at in c.at("CODE")))
    if not codes or c.has(*RELATIONS) or any(one.kind in ("pair", "validity") for one in c.advice):
        return
    strays = strangers(c)
    if strays:
        services = tuple(c.marks[at].value for at in strays)
        c.say("component", ("for", services), *strays, codes=codes, polarity=not c.verb_denied())
        return
    named = [at for at in c.at("SERVICE") if names_its_code(c.marks, at)]
    if named and not c.advice and c.has("LINK", "DO"):
        services = tuple(c.marks[at].value for at in named)
        c.say("component", ("for", services), *named, *c.at("LINK"), codes=codes, polarity=not c.verb_denied())
    elif c.background.asked == "code" and _answers(c):
        c.say("component", ("asked", c.background.wanted), codes=codes, polarity=not c.verb_denied())


def strangers(c: ClauseReading) -> list[int]:
    """Services named beside codes none of which is theirs."""
    named = {place for place, _ in c.subjects}
    return [
        at
        for at in c.at("SERVICE")
        if at in named and isinstance(c.marks[at].value, ServiceMention) and not _circumstance(c, at)
    ]


def _circumstance(c: ClauseReading, at: int) -> bool:
    before = [mark for mark in c.marks[max(0, at - 3) : at] if mark.kind != "ARTICLE" and mark.value != "the"]
    return bool(before) and before[-1].value in CIRCUMSTANCE


def _answers(c: ClauseReading) -> bool:
    """Whether the clause gives the code that was asked for, and not a count or a modifier of another."""
    if c.has("SERVICE"):
        return False  # it says of what it is the code
    return all(one.kind == "component" for one in c.advice)
