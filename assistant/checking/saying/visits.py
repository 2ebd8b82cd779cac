"""Modifier 25 and the visit it marks: on the visit's code, never on that of the planning or the treatment."""

# ruff: noqa: E501 - patterns and lists of words: one thought, one line
from __future__ import annotations

from assistant.checking.advice import Advice
from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.checking.judging.judgement import Judged, same
from corpus.modifiers import modifier

GOES = frozenset(
    "goes go belongs belong is are be gets appended added attached placed put reported used to on only should must always".split()
)
PROCEDURES = frozenset(
    "planning plan procedure treatment delivery management simulation radiation service code codes line the a on to of or".split()
)


OPENING = frozenset({"MODIFIER_WORD", "ARTICLE", "APPEND"})
PLACES = frozenset({"planning", "procedure", "treatment", "delivery", "management", "simulation"})


def on_the_visit(c: ClauseReading) -> None:
    """ "Modifier 25 goes on the E/M code and never on the planning code": the whole clause or nothing."""
    at, places = c.at("MOD"), c.at("VISIT")
    if c.facts or [c.marks[i].value for i in at] != ["25"] or len(places) != 1 or places[0] < at[0]:
        return
    visit = places[0]
    opening = all(mark.kind in OPENING or mark.said in ("the", "append", "add", "put") for mark in c.marks[: at[0]])
    said = [mark for mark in c.marks[at[0] + 1 : visit] if mark.kind != "NEG"]
    rest = [mark for mark in c.marks[visit + 1 :] if mark.kind not in ("PUNCT", "AND")]
    if not opening or rest or not all(set(mark.said.split()) <= GOES for mark in said):
        return
    denied = any(mark.kind == "NEG" for mark in c.marks[at[0] + 1 : visit])
    c.say("modifier", ("on", "25", "visit"), *range(len(c.marks)), codes=("25",), polarity=not denied)


def never_on_the_procedure(c: ClauseReading) -> None:
    """ "... and never to the planning code", after the visit was named."""
    before = [one for one in c.background.previous if one.kind == "modifier" and one.value == ("on", "25", "visit")]
    marks = [mark for mark in c.marks if mark.kind not in ("PUNCT", "AND", "BUT")]
    if not before or not before[-1].polarity or c.facts or not marks or marks[0].kind != "NEG":
        return
    words = {word for mark in marks[1:] for word in mark.said.split()}
    if words and words <= PROCEDURES and words & PLACES:
        c.say("modifier", ("on", "25", "procedure"), *range(len(c.marks)), codes=("25",), polarity=False)


def judge_place(advice: Advice) -> Judged:
    """Where the rule book puts the modifier."""
    _, said, place = advice.value
    known = modifier(said)
    if known is None:
        return Judged("no_data", f"No source we hold describes modifier {said}.")
    right = any("on the visit" in one for one in known.valid_when) if place == "visit" else None
    if place == "procedure" and any("on the procedure code" in one for one in known.not_when):
        right = False
    why = f"Modifier {said} goes on the visit, not on the code of the planning or treatment beside it."
    if right is None:
        return Judged("no_data", why, (known.reference,))
    return same(right == advice.polarity, why, (known.reference,), instead=why)
