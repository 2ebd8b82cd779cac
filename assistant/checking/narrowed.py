"""A "no" for one case only: "Not for Medicare.", "Not in a hospital." denies there what the question proposed."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from assistant.checking.advice import Advice
from assistant.checking.clauses.contrasts import changes_of, denied_of
from assistant.checking.composing.rows import composed
from assistant.checking.marking.marks import Mark

NOT = re.compile(r"^\W*not (?=(?:for|to|in|under|with|by|at|from|on) )", re.I)
INTO = frozenset("for to in under with by at from on".split())
FACTS = frozenset("PAYER SETTING BILLER DATE NOW".split())
MERELY = FACTS | frozenset("WORD ARTICLE PUNCT THING".split())
PLAIN = INTO | frozenset("the a an your claims claim dates service of any and patients patient".split())


def narrowed_no(text: str, proposed: tuple[Advice, ...], today: date) -> tuple[Advice, ...]:
    """What is denied, in the case that is told; of several proposals the case in which they don't hold together."""
    opening = NOT.match(text)
    if not proposed or opening is None:
        return ()
    row: tuple[Mark, ...] = composed(text[opening.end() :], today)  # "not in a hospital" tells no place by itself
    if len(row) < 2 or row[0].said not in INTO:
        return ()
    kinds = [mark.kind for mark in row]
    plain = all(mark.said in PLAIN for mark in row if mark.kind in ("WORD", "THING"))
    if not set(kinds) <= MERELY or not set(kinds) & FACTS or not plain:
        return ()
    cases = [
        {name: fact for name, fact in case.items() if fact is not None} for case in changes_of(list(row), {}, today)
    ]
    said = ("proposition: question",)
    if len(proposed) == 1:
        one = proposed[0]
        return tuple(replace(denied_of(one, {**one.condition, **case}), inherited=said) for case in cases if case)
    if len(cases) != 1 or not cases[0]:
        return ()
    return tuple(replace(one, condition={**one.condition, **cases[0]}, inherited=said) for one in proposed)
