"""The case that a component modifier marks: "26 applies when only the physician's part is billed"."""

from __future__ import annotations

from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.rules.biller import HOSPITAL

PART_OF = {"26": "PROFESSIONAL", "TC": "TECHNICAL"}
CASE = frozenset("ONLY WORD ARTICLE PROFESSIONAL TECHNICAL DO PUNCT SETTING LINK BILLER PAY PRONOUN OK".split())
BILLED = frozenset(
    "billed reported provided performed claimed charged submitted furnished bill bills report reports".split()
)


def when_part_alone(c: ClauseReading) -> bool:
    """Whether the clause tells no more than what the modifier before it stands for."""
    told = [one for one in c.background.previous if one.kind == "modifier"]
    marked = {str(one.value) for one in told if one.polarity}
    parts = c.at("PROFESSIONAL", "TECHNICAL")
    if c.joint != "if" or len(marked) != 1 or len(marked & PART_OF.keys()) != 1 or not c.kinds <= CASE:
        return False
    (modifier,) = marked
    if len(parts) != 1 or c.marks[parts[0]].kind != PART_OF[modifier] or len(c.at("ONLY")) != 1:
        return False
    billed = any(mark.said in BILLED for mark in c.marks)
    places = [mark.value for mark in c.marks if mark.kind == "SETTING"]
    fits = all(place in HOSPITAL for place in places) if modifier == "26" else not places
    beside = 0 < parts[0] - c.at("ONLY")[0] <= 2
    return billed and fits and beside and not c.has("BILLER")
