"""Words of billing that mean something else where they stand: claims that are papers, and a system that pays."""

# ruff: noqa: E501 - patterns and lists of words: one thought, one line
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.checking.composing.filing_dates import filing_dates
from assistant.checking.marking.marks import Mark

OWNERS = frozenset({"SETTING", "BILLER", "PAYER"})
MEASURES = frozenset({"NUM", "ONCE", "ARTICLE", "EVERY", "ONLY"})
SYSTEMS = ("opps", "hopps")


def nouns(marks: Sequence[Mark]) -> list[Mark]:
    """ "Medicare claims" are papers, "the hospital claims 77336" bills; "paid under OPPS" pays, "paid under 77301" does not."""
    row = filing_dates(marks)
    if any(mark.kind == "TAKE_OFF" for mark in row):
        return row  # "keep it off hospital claims" says where it is not billed
    return [_read(row, at) if mark.kind in ("DO", "BUNDLED") else mark for at, mark in enumerate(row)]


def _read(marks: Sequence[Mark], at: int) -> Mark:
    mark = marks[at]
    if mark.kind == "DO" and mark.said in ("claim", "claims") and at and marks[at - 1].kind in OWNERS:
        following = marks[at + 1] if at + 1 < len(marks) else None
        if following is None or following.kind in ("PUNCT", "AND", "BUT", "BECAUSE", "IF", "DATE"):
            return replace(mark, kind="WORD", value="claim")
    if (
        mark.kind == "THING"
        and mark.said in ("spans", "span")
        and marks[at + 1 : at + 2]
        and marks[at + 1].kind in MEASURES
    ):
        return replace(mark, kind="SPAN", value="")  # "the unit spans five fractions"
    if mark.kind == "BUNDLED" and mark.said == "paid under" and _a_system(marks[at + 1 : at + 4]):
        return replace(mark, kind="PAY", value="", said="paid")
    return mark


def _a_system(ahead: Sequence[Mark]) -> bool:
    named = next((mark for mark in ahead if mark.kind not in ("ARTICLE", "WORD", "PAYER")), None)
    return named is not None and (named.kind == "SYSTEM" or (named.kind == "SETTING" and named.said in SYSTEMS))
