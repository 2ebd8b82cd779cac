"""What is denied of a code in the breath that puts it inside another: "don't bill 77300, 77771 includes it".

It is not billed beside that other code; by itself it may well be a code that pays.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from assistant.checking.advice import Advice
from assistant.checking.marking.marks import Mark

FATES = frozenset({"billable", "payable"})
# "Never bill it" denies more than beside the other code; so does a condition or an exception.
MORE = frozenset("never ever always anyone anybody anywhere".split())
BOUND = frozenset(
    "IF EXCEPT ONLY RATHER MOD ANY_MODIFIER NO_MODIFIER UNITS FREQ TECHNICAL PROFESSIONAL REGARDLESS".split()
)


def beside_what_holds_it(advice: list[Advice], row: Iterable[Mark], asked: tuple[str, ...]) -> list[Advice]:
    """The advice with such denials told of the two codes, where the question is about both."""
    holders = {one.codes[0]: one.codes[1] for one in advice if _included(one) and len(one.codes) == 2}
    if not holders or any(mark.kind in BOUND or mark.said in MORE for mark in row):
        return advice
    return [_beside(one, holders, asked) for one in advice]


def _beside(one: Advice, holders: dict[str, str], asked: tuple[str, ...]) -> Advice:
    denied = one.kind == "component" and one.value in FATES and not one.polarity and len(one.codes) == 1
    holder = holders.get(one.codes[0]) if denied else None
    if holder is None or holder not in asked:
        return one
    return replace(one, kind="pair", value="together", codes=(one.codes[0], holder))


def _included(one: Advice) -> bool:
    value = one.value
    told = isinstance(value, tuple) and (value[:2] == ("included", "") or value == ("column", "2"))
    return one.kind == "pair" and told and one.polarity
