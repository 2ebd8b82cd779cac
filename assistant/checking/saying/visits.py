"""Modifier 25 and the visit it marks: on the visit's code, never on that of the planning or the treatment."""

# ruff: noqa: E501 - patterns and lists of words: one thought, one line
from __future__ import annotations

from assistant.checking.clauses.clause_reading import ClauseReading

GOES = frozenset(
    "the with goes go belongs belong is are be gets appended added attached placed put reported used to on only should must always".split()
)
PROCEDURES = frozenset(
    "planning plan procedure treatment delivery management simulation radiation service code codes line the a on to of or".split()
)
TAKES = frozenset(
    "does takes take needs need gets get carries carry requires has must should carry be reported billed can paid with is".split()
)
BEGINS = frozenset("the append add put place report you you'd you'll we should must would to on".split())
ON_A_CODE = frozenset("NEG WORD ARTICLE CODE SERVICE DO THING LINK".split())
OPENING = frozenset({"MODIFIER_WORD", "ARTICLE", "APPEND"})
PLACES = frozenset({"planning", "procedure", "treatment", "delivery", "management", "simulation"})


def on_the_visit(c: ClauseReading) -> None:
    """ "Modifier 25 goes on the E/M code and never on the planning code": the whole clause or nothing."""
    at = c.at("MOD") or [i for i in c.at("NUM") if c.marks[i].noun is None]
    places = c.at("VISIT") or [i for i in c.at("THING") if c.marks[i].said in ("visit", "consult") and c.has("ROLE")]
    if c.facts or [str(c.marks[i].value) for i in at] != ["25"] or len(places) != 1:
        return
    first, last = sorted((at[0], places[0]))
    reach = GOES if first == at[0] else TAKES
    opening = all(mark.kind in OPENING or set(mark.said.split()) <= BEGINS for mark in c.marks[:first])
    said = [mark for mark in c.marks[first + 1 : last] if mark.kind not in ("NEG", "MODIFIER_WORD", "ARTICLE", "PUNCT")]
    rest = [mark for mark in c.marks[last + 1 :] if mark.kind not in ("PUNCT", "AND", "ROLE")]
    if not opening or rest or not all(set(mark.said.split()) <= reach for mark in said):
        return
    denied = any(mark.kind == "NEG" for mark in c.marks[:last])
    c.say("modifier", ("on", "25", "visit"), *range(len(c.marks)), codes=("25",), polarity=not denied)


def never_on_the_procedure(c: ClauseReading) -> None:
    """ "... and never to the planning code", after the visit was named."""
    before = [one for one in c.background.previous if one.kind == "modifier" and one.value == ("on", "25", "visit")]
    marks = [mark for mark in c.marks if mark.kind not in ("PUNCT", "AND", "BUT")]
    if not before or not before[-1].polarity or c.facts or not marks or marks[0].kind != "NEG":
        return
    words = {word for mark in marks[1:] for word in mark.said.split()}
    coded = any(mark.kind == "CODE" for mark in marks)
    if words <= PROCEDURES and (coded or words & PLACES) and {mark.kind for mark in marks} <= ON_A_CODE:
        c.say("modifier", ("on", "25", "procedure"), *range(len(c.marks)), codes=("25",), polarity=False)
