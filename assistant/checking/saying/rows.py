"""Rows of the fee schedule: a code with 26 or TC, its letter, and whether that row is paid."""

from __future__ import annotations

from assistant.checking.advice import Advice
from assistant.checking.clauses.clause_reading import ClauseReading


def rows(c: ClauseReading) -> None:
    """ "The TC row of 77387 is bundled"."""
    for at in [*c.at("ROW"), *(i for i, mark in enumerate(c.marks) if mark.said in ("line", "side"))]:
        mods = [i for i in c.at("MOD") if abs(i - at) <= 2]
        inside = c.at("BUNDLED")
        if c.codes and mods and inside and c.marks[mods[0]].value == "TC":
            polarity = c.polarity(inside[0])
            c.say("component", ("bundled", "technical"), at, *mods, *inside, *c.at("LETTER"), polarity=polarity)
        elif c.codes and not mods and len(c.at("LETTER")) == 1 and (part := _part_of_row(c, at)):
            letter = c.at("LETTER")[0]  # "the technical row has status B"
            value = ("row", (ROW_OF_PART[part[1]], c.marks[letter].value))
            c.say("component", value, at, part[0], letter, polarity=stated(c, letter))
        elif c.codes and len(mods) == 1 and len(c.at("LETTER")) == 1 and c.marks[mods[0]].value in ("26", "TC"):
            letter = c.at("LETTER")[0]
            value = ("row", (c.marks[mods[0]].value, c.marks[letter].value))
            c.say("component", value, at, *mods, letter, polarity=stated(c, letter))
        elif c.codes and len(mods) == 1 and len(c.at("ACTIVE")) == 1 and c.marks[mods[0]].value in PART_OF_ROW:
            _active(c, at, mods[0])


def _active(c: ClauseReading, at: int, mod: int) -> None:
    """ "Its 26 row is active": the letter A; of a code named elsewhere in the clause only where no other is."""
    active = c.at("ACTIVE")[0]
    plain = c.marks[active].said == "active" and at < active and c.marks[at].kind == "ROW"
    if plain and len(c.codes) == 1 and not c.has("LETTER", "BUNDLED", "PAST", "ONLY"):
        c.say("component", ("row", (c.marks[mod].value, "A")), at, mod, active, polarity=c.polarity(active))


def _part_of_row(c: ClauseReading, at: int) -> tuple[int, str] | None:
    before = c.marks[at - 1] if at else None
    named = before is not None and before.kind in ("TECHNICAL", "PROFESSIONAL") and len(before.said.split()) == 1
    return (at - 1, before.kind.lower()) if named and before is not None else None


def row_spoken_of(c: ClauseReading) -> str | None:
    """ "77387-TC is not payable (status B)": the letter of that row."""
    before = c.background.previous[-1:] if c.joint == "open" and not c.named else ()
    return next((ROW_OF_PART[one.value[1]] for one in before if a_part(one)), None)


ROW_OF_PART = {"technical": "TC", "professional": "26"}


def stated(c: ClauseReading, at: int) -> bool:
    """Whether a figure is affirmed: "status B means it does not go on that bill" affirms the B."""
    before = any(c.marks[i].kind == "NEG" for i in range(at))
    return c.polarity(at) if before or c.at("DENIED", "TAKE_OFF", "WITHOUT") else True


def rows_paid(c: ClauseReading) -> None:
    """ "77387-TC is not payable": the code with its modifier is a row of the fee schedule, and nothing is appended."""
    linked = [at for at in c.at("MOD") if c.marks[at].said and c.marks[at].value in PART_OF_ROW]
    pays = [at for at in c.at("PAY", "SEPARATE") if c.marks[at].said not in ("accepted", "accept", "allowed")]
    if c.advice or len(linked) != 1 or len(c.at("MOD")) != 1 or len(c.named) != 1 or not pays:
        return
    if pays[0] < linked[0] and not any(i < pays[0] for i in c.at("PAYER")):
        return  # "Medicare won't pay 77387-TC" is of that row, "to be paid, send 77301-26" is not
    if c.has("DO", "APPEND", "NEED", "WITHOUT", "BUNDLED", "UNITS", "FREQ", "ONLY", "TECHNICAL", "PROFESSIONAL"):
        return
    part = PART_OF_ROW[c.marks[linked[0]].value]
    c.say("component", ("part_paid", part), *linked, *pays, polarity=not c.verb_denied())
    for at in c.at("LETTER"):
        c.say("component", ("row", (c.marks[linked[0]].value, c.marks[at].value)), at, polarity=stated(c, at))


PART_OF_ROW = {"26": "professional", "TC": "technical"}


def a_part(one: Advice) -> bool:
    return isinstance(one.value, tuple) and one.value[0] == "part_paid"
