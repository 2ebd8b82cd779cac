"""Limits of a date told in words: "allows two units per date", "the second unit exceeds the limit of one per date"."""

from __future__ import annotations

from assistant.checking.clauses.clause_reading import ClauseReading

ALLOWS = frozenset({"allow", "allows", "allowed", "permit", "permits"})
OF_A_DATE = ("date", "day", "dos")
ORDINALS = {"second": 2, "third": 3, "fourth": 4}
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
    counts = [i for i in c.at("UNITS", "NUM", "ONCE") if i > at]
    dated = [i for i in c.at("PER_DATE") if i > at and _of_a_date(c.marks[i].said)]
    told_before = any(isinstance(one.value, tuple) and one.value[0] == "mue" for one in c.background.previous)
    one_each = dated and not counts and c.marks[dated[0]].said.startswith(("one ", "1 "))
    if not subject or not (one_each or (len(counts) == 1 and (dated or told_before))):
        return
    mark = c.marks[counts[0]] if counts else None
    number = 1 if mark is None or mark.kind == "ONCE" else mark.value
    c.say("component", ("mue", (number, None)), at, *counts, *dated, *_only(c, at), codes=subject)


def _beyond(c: ClauseReading) -> None:
    """ "The second unit exceeds the practitioner limit of one per date"."""
    over = [at for at in c.at("MORE") if c.marks[at].said in ("exceed", "exceeds")]
    limit = [at for at in c.at("AT_MOST") if c.marks[at].said in ("limit of", "a limit of", "cap of", "a cap of")]
    dated = [
        at for at in c.at("PER_DATE") if c.marks[at].said.startswith(("one ", "1 ")) and _of_a_date(c.marks[at].said)
    ]
    nth = [at for at in c.at("TURN") if c.marks[at].said in ORDINALS and c.marks[at + 1 : at + 2]]
    if not (len(over) == len(limit) == len(dated) == len(nth) == 1) or c.has("NEG", "EXCEPT", "NUM", "UNITS"):
        return
    in_order = nth[0] < over[0] < limit[0] < dated[0] and c.marks[nth[0] + 1].kind == "UNIT"
    if in_order and ORDINALS[c.marks[nth[0]].said] == 2:
        c.say("component", ("mue", (1, None)), *nth, *over, *limit, *dated, *c.at("UNIT"))


def _only(c: ClauseReading, at: int) -> list[int]:
    return [i for i in c.at("ONLY") if i > at and c.marks[i].said in ("only", "just")]


def _of_a_date(said: str) -> bool:
    return any(word in said for word in OF_A_DATE) and "line" not in said
