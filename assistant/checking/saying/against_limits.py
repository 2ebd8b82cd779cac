"""Counts against the limit of a date ("four units exceed the MUE, which is 1")."""

from __future__ import annotations

from dataclasses import replace

from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.checking.judging.limits import COMPARED

BEYOND = frozenset({"exceed", "exceeds", "exceeding", "above", "over", "more than", "beyond", "in excess of"})
WITHIN = frozenset({"within", "under"})
OF_A_DATE = ("day", "date", "dos")


def against_the_limit(c: ClauseReading) -> None:
    """The units stand before the word that compares them, the limit behind it; both are of one date."""
    limits = c.at("MUE_WORD")
    if len(limits) != 1 or not c.codes or c.has("NEG", "WITHOUT", "AT_LEAST", "AT_MOST", "FREQ", "EXCEPT"):
        return
    beyond = [at for at in c.at("MORE") if c.marks[at].said in BEYOND and at < limits[0]]
    within = [at for at, mark in enumerate(c.marks[: limits[0]]) if mark.kind == "WORD" and mark.said in WITHIN]
    if len(beyond) + len(within) != 1:
        return
    compared = (beyond or within)[0]
    counts = [at for at in c.at("UNITS", "ONCE") if at < compared]
    if len(counts) != 1 or any(mark.kind not in BETWEEN for mark in c.marks[compared + 1 : limits[0]]):
        return
    number = 1 if c.marks[counts[0]].kind == "ONCE" else c.marks[counts[0]].value
    dated = [at for at in c.at("PER_DATE") if any(word in c.marks[at].said for word in OF_A_DATE)]
    c.say("component", ("beyond limit" if beyond else "within limit", number), counts[0], compared, limits[0], *dated)
    held = [at for at in c.at("NUM", "UNITS", "ONCE") if at > limits[0]]
    if len(held) == 1:
        of = c.marks[held[0]]
        c.say("component", ("mue", (1 if of.kind == "ONCE" else of.value, None)), held[0])


def the_limit_itself(c: ClauseReading) -> None:
    """ "..., which is 1", after a count was set against the limit."""
    before = [one for one in c.background.previous if isinstance(one.value, tuple) and one.value[0] in COMPARED]
    numbers = c.at("NUM", "UNITS", "ONCE")
    rest = [mark for at, mark in enumerate(c.marks) if at not in numbers and mark.kind != "PUNCT"]
    if not before or len(numbers) != 1 or [mark.said for mark in rest] != ["which", "is"]:
        return
    of = c.marks[numbers[0]]
    value = ("mue", (1 if of.kind == "ONCE" else of.value, None))
    c.say("component", value, *range(len(c.marks)), codes=before[-1].codes)


BETWEEN = frozenset({"WORD", "ARTICLE", "PAYER"})


def alone(c: ClauseReading) -> None:
    """ "Only the hospital bills 77370": the one does, and the other does not."""
    for at in (i for i in c.at("ONLY") if i not in c.claimed):
        who = next((i for i in range(at + 1, len(c.marks)) if c.marks[i].kind not in ("ARTICLE", "WORD")), None)
        if c.marks[at].said != "only" or who is None or c.marks[who].kind not in ("BILLER", "SETTING") or who - at > 2:
            continue
        verbs = [i for i in c.at("DO", "PAY") if i > who]
        biller = c.conditions[0].get("biller")
        if biller is None or len(verbs) != 1 or not c.codes or c.has("NEG", "WITHOUT", *COUNTED):
            continue
        value = "payable" if c.marks[verbs[0]].kind == "PAY" else "billable"
        begin = len(c.advice)
        c.say("component", value, at, *verbs)
        other = "professional" if biller == "facility" else "facility"
        for one in c.advice[begin:]:
            place = one.condition.get("setting") or "hospital_outpatient"
            c.advice.append(
                replace(one, polarity=False, condition={**one.condition, "biller": other, "setting": place})
            )


COUNTED = ("MOD", "UNITS", "FREQ", "NUM", "ONCE", "TWICE", "NO_MODIFIER", "ANY_MODIFIER", "TECHNICAL", "PROFESSIONAL")
