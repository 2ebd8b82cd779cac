"""Modifiers that exclude each other on one line ("26 and TC exclude each other"), and a unit that none gets paid."""

from __future__ import annotations

from assistant.checking.clauses.clause_reading import ClauseReading

# Kinds of a clause that says this and nothing else.
EXCLUDING = frozenset("MOD MODIFIER_WORD AND WORD ARTICLE NOT_BOTH PER_DATE PUNCT CODE".split())
RESCUING = frozenset("MOD MODIFIER_WORD NEG WORD ARTICLE OPENS NTH_UNIT CODE PUNCT".split())


def exclusive_modifiers(c: ClauseReading) -> None:
    """ "26 and TC exclude each other on one line": never of a claim or a date, which may well hold both."""
    places, lines = c.at("MOD"), c.at("PER_DATE")
    on_a_line = len(lines) == 1 and c.marks[lines[0]].said.endswith(" line")
    if c.advice or len(places) != 2 or len(c.at("NOT_BOTH")) != 1 or not on_a_line or not c.codes:
        return
    joined = [mark.said for mark in c.marks[places[0] + 1 : places[1]]] == ["and"]
    first, second = (str(c.marks[at].value) for at in places)
    if joined and first != second and c.kinds <= EXCLUDING:
        c.say("modifier", ("apart", first, second), *range(len(c.marks)), codes=c.codes[:1])


def second_unit(c: ClauseReading) -> None:
    """ "59 won't rescue a second 77427": that unit is beyond the limit of a date, and no modifier lifts the limit."""
    mods, nths, verbs, nots = c.at("MOD"), c.at("NTH_UNIT"), c.at("OPENS"), c.at("NEG")
    if any(len(found) != 1 for found in (mods, nths, verbs, nots)) or len(c.named) != 1 or c.advice:
        return
    at, told = nths[0], c.marks[verbs[0]].said == "rescue"
    if not told or not mods[0] < nots[0] < verbs[0] < at or not c.kinds <= RESCUING:
        return
    c.say("component", ("beyond limit", int(c.marks[at].value)), at)
    c.say("component", ("on review", False), *mods, *nots, *verbs)
    c.denied.loose.clear()
