"""A bare number of fractions, of a course told otherwise: "at thirteen it would be three", "with 12 delivered"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.checking.clauses.clause_reading import Background
from assistant.checking.marking.marks import Mark
from corpus.rulebook import entry

BEGINS = frozenset({"PUNCT", "AND", "BUT", "BECAUSE"})
TREATED = frozenset("delivered given treated completed done received".split())
GIVES = frozenset({"ONLY", "PRONOUN", "PUNCT", "LINK", "NUM"})
YOU = frozenset({"you", "we"})
MOST = 60  # fractions of any course
MOVING = frozenset({"move to", "moves to", "switch to", "switches to"})


def with_lengths(row: list[Mark], background: Background) -> list[Mark]:
    """The row with such numbers told as fractions, where the codes that are spoken of are counted by them."""
    if not background.fractions or not _by_fractions(background.codes or background.asked_codes):
        return row
    found = list(row)
    for at in range(len(row) - 2):
        if _a_length(row, at):
            found[at + 1] = replace(row[at + 1], kind="FRACTIONS", noun="fraction")
            if row[at].kind == "TOGETHER":
                found[at] = replace(row[at], kind="WORD", value="with")
            for then in range(at + 2, min(at + 5, len(row))):  # "with eight you move to 77427": what is billed then
                if row[then].kind == "REPLACED" and row[then].said in MOVING and row[then - 1].said in YOU:
                    found[then] = replace(row[then], kind="DO")
    return found


def _a_length(row: Sequence[Mark], at: int) -> bool:
    word, number, after = row[at : at + 3]
    begins = at == 0 or row[at - 1].kind in BEGINS
    bare = number.kind == "NUM" and number.noun is None and not number.said and isinstance(number.value, int)
    if not begins or not bare or not 0 < number.value <= MOST:
        return False
    if word.said == "with":
        return after.said in TREATED or after.said in YOU
    counted = after.kind in GIVES or after.said in YOU or after.said in TREATED
    return word.said in ("at", "after") and counted and _counts_behind(row[at + 2 :])


def _counts_behind(rest: Sequence[Mark]) -> bool:
    """Whether the same stretch counts something: "at ten it stops" tells of units."""
    for at, mark in enumerate(rest):
        if mark.kind in ("NUM", "UNITS", "ONCE"):
            return True
        if mark.kind == "PUNCT" and at:
            return False
    return False


def _by_fractions(codes: Sequence[str]) -> bool:
    known = [entry(code) for code in codes]
    rules = [rule for one in known if one for rule in one.units]
    return bool(rules) and all(rule.one_per.fractions or rule.one_per.thing in ("session", "course") for rule in rules)
