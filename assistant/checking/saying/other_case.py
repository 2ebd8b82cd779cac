"""What would hold in another case that the sentence tells: "for two fractions the code would have been 77431"."""

from __future__ import annotations

from dataclasses import replace

from assistant.checking.advice import Advice
from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.checking.saying.choice import category
from assistant.rules.codes import successors
from assistant.scenario import Period

THAT_CODE = frozenset({"the code", "it", "it's", "that's", "that"})
MANAGEMENT = "77427"
TELLS = frozenset(
    {"fractions", "dos", "technique", "isocenters", "motion_management", "setting", "payer", "biller", "schedule"}
)
SAID = frozenset({"would have", "would", "had been", "would've"})
BEING = frozenset({"is", "was", "be", "been", "becomes", "became", "would be"})
PLAIN = frozenset(
    """WORD ARTICLE PRONOUN CODE FRACTIONS DATE OK TURN PAST LINK PUNCT INSTEAD THING SETTING PAYER TOGETHER IF
    SHORT""".split()
)


def own_case(c: ClauseReading) -> bool:
    """Whether the clause tells facts of its own, in which its advice is then judged."""
    before = c.background.condition
    told = c.conditions[0]
    return len(c.conditions) >= 1 and any(told[fact] != before.get(fact) for fact in told.keys() & TELLS)


def the_code_there(c: ClauseReading) -> None:
    """ "For two fractions the code would have been 77431", "in 2025 the code was G6015"."""
    codes = [at for at in c.at("CODE") if at not in c.denied.codes]
    the = [at for at in c.at("PRONOUN") if c.marks[at].said in THAT_CODE]
    aside = {str(c.marks[at].value) for at in c.denied.codes}  # "..., not 77427"
    mine = aside | {str(c.marks[at].value) for at in codes} if c.has("INSTEAD") else aside
    said = any(one.value != "billable" or not set(one.codes) <= (mine if one.polarity else aside) for one in c.advice)
    if (
        said
        or len(codes) != 1
        or len(the) != 1
        or not {mark.kind for mark in c.marks} <= (PLAIN | {"NEG"} if aside else PLAIN)
        or not own_case(c)
    ):
        return
    between = c.marks[min(codes[0], the[0]) + 1 : max(codes[0], the[0])]
    code = str(c.marks[codes[0]].value)
    being = any(mark.said in BEING for mark in between) or c.marks[the[0]].said.endswith("'s")
    if not being or any(mark.kind not in ("WORD", "OK", "TURN") for mark in between):
        return
    asked, told = c.background.asked_codes, c.conditions[0]
    if "fractions" in told and code in asked and category(code) == category(MANAGEMENT):
        c.say("units", ("reaches", 1), codes[0], *the, codes=(code,))
        c.say("component", "billable", codes=(code,))
    elif "dos" in told and (code in asked or set(successors(code)) & set(asked)):
        c.say("validity", "valid", codes[0], *the, codes=(code,))
        c.say("component", "billable", codes=(code,))
    else:
        return
    c.claimed.update((*c.at("INSTEAD"), *c.at("FRACTIONS")))


def would_have(c: ClauseReading) -> None:
    """ "Would have" and "had been" are of the case the clause tells; of the case asked about they deny it."""
    places = [at for at in c.at("OK", "TURN", "PAST") if c.marks[at].said in SAID]
    needs = bool(places) and any(c.marks[at + 1].kind == "NEED" for at in places if at + 1 < len(c.marks))
    if not places or not c.advice or not (own_case(c) or needs):
        return
    c.claimed.update(places)
    right = [at for at in c.at("OK") if c.marks[at].said in ("right", "correct")]
    if right and any(one.kind in ("units", "frequency") for one in c.advice):
        c.claimed.update(right)  # "three units would have been right"


def of_old(c: ClauseReading) -> None:
    """ "The old code G6015", "the former codes 77385 and 77386": codes that are none any more today."""
    for at in c.at("PAST", "TURN"):
        if c.marks[at].said not in OLD:
            continue
        ahead = next((i for i in range(at + 1, len(c.marks)) if c.marks[i].kind not in CALLED), len(c.marks))
        codes = tuple(code for place, codes in c.subjects if place == ahead for code in codes)
        listed = [i for i in range(ahead + 1, len(c.marks)) if c.marks[i].kind == "CODE"]
        run = [i for i in listed if all(mark.kind in ("AND", "CODE", "PUNCT") for mark in c.marks[ahead:i])]
        codes += tuple(str(c.marks[i].value) for i in run)
        if ahead >= len(c.marks) or c.marks[ahead].kind != "CODE" or not codes:
            continue
        today = {"dos": Period(c.background.today, c.background.today)}
        c.claimed.add(at)
        c.advice.append(Advice("validity", codes, "valid", False, {**c.conditions[0], **today}))


OLD = frozenset({"old", "former", "older", "prior", "previous", "retired"})
CALLED = frozenset({"DO", "SERVICE", "WORD", "PUNCT", "FACT", "ARTICLE"})


def not_replaced(c: ClauseReading) -> None:
    """ "77427 was not replaced in 2026": it lives on, on that date and today."""
    places = c.at("REPLACED", "REPLACES")
    denied = len(places) == 1 and len(c.at("NEG")) == 1 and c.at("NEG")[0] == places[0] - 1
    passive = denied and any(mark.said in ("was", "is", "been", "were") for mark in c.marks[: places[0]])
    if c.advice or not passive or len(c.named) != 1 or c.subjects[0][0] > places[0] or successors(c.named[0]):
        return
    if not {mark.kind for mark in c.marks} <= {"CODE", "WORD", "NEG", "REPLACED", "REPLACES", "DATE", "NOW", "PUNCT"}:
        return
    c.say("validity", "valid", *places, *c.at("NEG"))
    today = {"dos": Period(c.background.today, c.background.today)}
    c.advice += [replace(one, condition={**one.condition, **today}) for one in c.advice]
    c.denied.loose.clear()


def same_codes(c: ClauseReading) -> None:
    """ "Hospitals and freestanding centers use the same delivery codes in 2026": the codes are those in both places."""
    places = [at for at in c.at("SAME") if c.marks[at].said == "the same"]
    services = [at for at in c.at("SERVICE") if places and 0 < at - places[0] <= 2]
    settings = [condition.get("setting") for condition in c.conditions]
    if len(places) != 1 or len(services) != 1 or len(settings) != 2 or None in settings or c.advice:
        return
    if not {mark.kind for mark in c.marks} <= ALIKE_USED or not c.has("DO", "LINK"):
        return
    dos = c.conditions[0].get("dos")
    service = c.marks[services[0]].value.of(c.conditions[0].get("technique") or c.background.technique)
    here, there = (set(service.codes(dos, setting, c.background.today)) for setting in settings)
    if here and here == there:
        said = (*places, *services, *c.at("DO", "LINK"), *(at for at in c.at("BECAUSE") if c.marks[at].said == "as"))
        c.say("component", "billable", *said, codes=tuple(sorted(here)))


ALIKE_USED = frozenset("SETTING AND DO LINK SAME SERVICE WORD ARTICLE DATE NOW PUNCT BECAUSE PAYER".split())
