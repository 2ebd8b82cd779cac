"""A code called wrong for the case, a pair that nobody can unbundle, and sets that leave nothing over."""

from __future__ import annotations

from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.checking.saying.edits import pair_of

WRONG = frozenset({"wrong", "incorrect", "inappropriate", "improper"})
CALLED = frozenset("CODE SERVICE PRONOUN OK LINK DENIED WORD ARTICLE PUNCT DO THING".split())
MERELY = frozenset("here is are was would be code the a an this case for in course claim".split())
UNBUNDLING = frozenset(
    "NO_MODIFIER WORD ARTICLE CODE SERVICE TURN NEG OK PUNCT SETTING DO LINK BILLER DATE PAIR PRONOUN".split()
)


def wrong_code(c: ClauseReading) -> None:
    """ "77431 would be wrong here": no code of this case."""
    places = [at for at in c.at("DENIED") if c.marks[at].said in WRONG]
    if c.advice or len(places) != 1 or len(c.named) != 1 or c.joint == "if" or not {m.kind for m in c.marks} <= CALLED:
        return
    at = places[0]
    subject = [place for place, _ in c.subjects]
    plain = all(mark.said in MERELY for mark in c.marks if mark.kind in ("WORD", "OK", "LINK", "DO", "THING"))
    if plain and subject and subject[0] < at and any(m.said in ("is", "be") for m in c.marks[subject[0] : at]):
        c.say("component", "billable", at, *c.at("OK", "DO"), polarity=False)


def unbundled(c: ClauseReading) -> None:
    """ "You cannot unbundle 77387 from 77373": no modifier opens the pair."""
    places = [at for at in c.at("TURN") if c.marks[at].said in ("unbundle", "unbundled")]
    nots = c.at("NEG", "NO_MODIFIER")
    pair = pair_of(c)
    if c.advice or len(places) != 1 or len(nots) != 1 or not pair or nots[0] > places[0]:
        return
    able = c.marks[nots[0]].said in ("cannot", "can't", "cant", "may not") or any(
        mark.said in ("can", "may") for mark in c.marks[: places[0]]
    )
    if able and {mark.kind for mark in c.marks} <= UNBUNDLING:
        c.say("pair", ("opens", ()), *places, *nots, *c.at("OK"), codes=pair, polarity=False)
        c.denied.loose.clear()


def exactly(c: ClauseReading) -> None:
    """ "10 fractions, being exactly two sets of five": nothing is left over."""
    for at in c.at("ONLY"):
        after = c.marks[at + 1 : at + 2]
        if c.marks[at].said not in ("exactly", "precisely") or not after or after[0].kind != "SETCOUNT":
            continue
        fractions = c.conditions[0].get("fractions") or c.background.fractions
        if fractions == after[0].value * 5:
            c.claimed.add(at)
