"""A condition in plain words: "if the plan is signed" limits what it stands beside, and no reader carries it."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.checking.marking.marks import Mark
from assistant.rules.code_sets import DECIDING, LEVELS

# Kinds that tell no fact by themselves.
PLAIN = frozenset("WORD THING ARTICLE PRONOUN LINK OK PUNCT ROLE NAME AND COMPONENT PAST SAYS SEE SITE".split())
# Words that a condition may have beside its fact without limiting it further.
SAID_OF_A_CASE = frozenset(
    """a an the this that these it its there there's you your we our he she they is are was were be been has
    have had does and or of in at on for by with to from case service services place setting site department
    patient claim bill billed treated treat treats treatment treatments done performed provided given delivered
    received made planned used use uses happens applies payer insurer carrier insurance plan plans course
    session sessions fraction fractions isocenter isocenters active documented records record technique beams
    beam real distinct break between them level criterion criteria met one same date day code codes reported
    report""".split()
)
ONLY_IF = frozenset({"only if", "only when", "only where"})
TELLING = frozenset("break criterion criteria".split())


def unread_conditions(c: ClauseReading) -> Iterator[str]:
    """What a condition says that no fact of the case and no reader has taken up."""
    yield from (mark.said for mark in c.facts if mark.said in ONLY_IF)  # "six only if the center is freestanding"
    if c.joint == "if" and c.marks[0].said in ONLY_IF:
        yield c.marks[0].said  # "only when each session has a CBCT"
    yield from _of_a_technique_only(c)
    bills = all(one.kind == "component" and one.value == "billable" and one.polarity for one in c.advice)
    if bills and c.joint == "if" and c.background.previous and c.has("DO"):
        yield "a condition that nobody read"  # "six, provided that 77427 is billed too"
    told = [*c.told_if, *_opening(c)]
    if not told or not c.advice:
        return
    words = [word for mark in told if mark.kind in PLAIN for word in (mark.said or str(mark.value)).lower().split()]
    if all(mark.kind in PLAIN for mark in told) and TELLING.isdisjoint(words):
        yield "a condition that nobody read"
    yield from (word for word in words if word.isalpha() and word not in SAID_OF_A_CASE)


def _of_a_technique_only(c: ClauseReading) -> Iterator[str]:
    """ "Six, for IMRT only", "one if the plan is IMRT": a count that hangs on no technique."""
    counted = any(one.kind in ("units", "frequency") for one in c.advice) and set(c.codes).isdisjoint(LEVELS)
    if counted and any(mark.kind == "FACT" and mark.value[0] == "technique" for mark in (*c.marks, *c.facts)):
        of_it = [mark for mark in (*c.marks, *c.facts) if mark.kind == "FACT" and mark.value[0] == "technique"]
        same = all(mark.value[1] == (c.background.technique or mark.value[1]) for mark in of_it)
        # "only one unit, for the SBRT course" of such a course
        counts = {c.marks[at - 1].start for at in c.at("ONCE", "UNITS", "NUM") if at and same}
        told = [mark for mark in (*c.marks, *c.facts) if mark.start not in counts]
        yield from (mark.said for mark in told if mark.kind == "ONLY" and mark.said in ("only", "just"))
    if counted:
        yield from (mark.said for mark in c.told_if if mark.kind == "FACT" and mark.value[0] in DECIDING)


def _opening(c: ClauseReading) -> list[Mark]:
    """ "If a boost is given, ...": up to the comma, of a clause that begins with its condition."""
    if c.joint != "if":
        return []
    comma = next((at for at, mark in enumerate(c.marks) if mark.kind == "PUNCT" and mark.value == ","), None)
    said = c.marks[:comma] if comma else []
    return [] if any(mark.kind in ("CODE", "SERVICE", "DO") for mark in said) else said
