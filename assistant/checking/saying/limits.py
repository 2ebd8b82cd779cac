"""Limits of a date told in words: "allows two units per date", "the second unit exceeds the limit of one per date"."""

from __future__ import annotations

from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.checking.saying.against_limits import BEYOND, names_a_date
from assistant.checking.saying.date_limits import counted_by_the_code

ALLOWS = frozenset({"allow", "allows", "allowed", "permit", "permits"})
OTHER_WORDS = ("NEG", "MORE", "AT_LEAST", "EXCEPT", "FREQ", "FRACTIONS", "TOTAL", "DAYS", "MOD", "RATHER", "WITHOUT")


def limits_in_words(c: ClauseReading) -> None:
    """What the claim edit of a date lets through, and what goes beyond it."""
    if c.codes and not c.advice:
        _allowed(c)
        _beyond(c)


def _allowed(c: ClauseReading) -> None:
    verbs = [at for at in c.at("PAY") if c.marks[at].said in ALLOWS]
    if len(verbs) != 1 or c.has(*OTHER_WORDS):
        return
    at = verbs[0]
    subject = tuple(code for place, codes in c.subjects if place < at for code in codes)
    if not subject and any(mark.kind == "PAYER" for mark in c.marks[:at]):
        subject = c.codes  # "Medicare allows ten units of 77300 a day"
    counts = [i for i in c.at("UNITS", "NUM", "ONCE") if i > at]
    dated = [i for i in c.at("PER_DATE") if i > at and _of_a_date(c.marks[i].said)]
    dated += [i for i in c.at("THING") if i > at and c.marks[i].value == "day" and c.marks[i - 1].kind == "ARTICLE"]
    told_before = any(isinstance(one.value, tuple) and one.value[0] == "mue" for one in c.background.previous)
    one_each = dated and not counts and c.marks[dated[0]].said.startswith(("one ", "1 "))
    if not subject or not (one_each or (len(counts) == 1 and (dated or told_before))):
        return
    mark = c.marks[counts[0]] if counts else None
    number = 1 if mark is None or mark.kind == "ONCE" else mark.value
    c.say("component", ("mue", (number, None)), at, *counts, *dated, *_only(c, at), codes=subject)


def _beyond(c: ClauseReading) -> None:
    """ "The second unit exceeds the limit of one per date", "eleven units exceed the limit of ten"."""
    over = [at for at in c.at("MORE") if c.marks[at].said in BEYOND]
    limit = [at for at in c.at("AT_MOST") if c.marks[at].said in ("limit of", "a limit of", "cap of", "a cap of")]
    dated = [at for at in c.at("PER_DATE", "TOGETHER") if _of_a_date(c.marks[at].said)]
    if len(over) != 1 or len(limit) != 1 or not dated or c.has("NEG", "EXCEPT", "RATHER", "DOUBT"):
        return
    one_each = [at for at in dated if at > limit[0] and c.marks[at].said.startswith(("one ", "1 "))]
    counts = [
        at for at in c.at("NTH_UNIT", "UNITS", "NUM", "ONCE", "NTH") if at < over[0] and counted_by_the_code(c, at)
    ]
    held = [at for at in c.at("UNITS", "NUM", "ONCE") if at > limit[0]]
    if len(counts) != 1 or len(held) + len(one_each) != 1 or not counts[0] < over[0] < limit[0]:
        return
    number = _number(c, counts[0])
    most = 1 if one_each else _number(c, held[0])
    if c.marks[counts[0]].kind in ("NTH_UNIT", "NTH") and number != most + 1:
        return
    c.say("component", ("mue", (most, None)), *sorted((*limit, *held, *dated)))
    c.say("component", ("beyond limit", number), counts[0], *over)


def _number(c: ClauseReading, at: int) -> int:
    return 1 if c.marks[at].kind == "ONCE" else int(c.marks[at].value)


def _only(c: ClauseReading, at: int) -> list[int]:
    return [i for i in c.at("ONLY") if i > at and c.marks[i].said in ("only", "just")]


def _of_a_date(said: str) -> bool:
    return names_a_date(said) and "line" not in said
