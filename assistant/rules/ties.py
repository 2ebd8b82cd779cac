"""What the rule book itself says of two codes, beside NCCI's tables.

## What it does
Reads the ties of either code to the other: not with, includes, included in, add-on to.

## Why it matters
NCCI compares lines of one date only; that an IMRT plan contains its simulation two weeks earlier, or that one
course has one management code, stands in manuals and guidelines.

## Example
77435 and 77427: one course has one or the other. 77293 goes with 77301, its add-on.

## References
As each tie names them; a tie from CMS or NCCI binds Medicare only.
"""

from __future__ import annotations

from datetime import date

from assistant.rules import payers
from assistant.rules.finding import PairRuling
from assistant.rules.periods import period_of
from corpus.rulebook import Relation, codes, entry

MEDICARES = ("cms-", "ncci-", "lcd-", "legacy-lcd")


def tie_between(a: str, b: str, day: date, payer: str | None) -> PairRuling | None:
    """The ruling of the first tie in force between the two, strict ones before add-ons; None when there is none."""
    found = [*_ties(a, b, day, payer), *_ties(b, a, day, payer)]
    for code, other, tie in sorted(found, key=lambda one: one[2].kind == "add_on_to"):
        return _ruling(code, other, tie)
    return None


def containing(code: str, day: date) -> tuple[str, ...]:
    """The codes that always contain this one: their calculations, their source handling."""
    return tuple(
        other
        for other in codes()
        if (known := entry(other)) is not None
        and known.period_on(day) is not None
        and any(
            tie.kind == "includes" and code in tie.codes and tie.holds_on(day) and "when " not in (tie.note or "")
            for tie in known.relations
        )
    )


def _ties(code: str, other: str, day: date, payer: str | None) -> list[tuple[str, str, Relation]]:
    known = entry(code)
    if known is None:
        return []
    return [
        (code, other, tie)
        for tie in known.relations
        if tie.kind != "instead_use" and other in tie.codes and tie.holds_on(day) and _binds(tie, payer)
    ]


def _binds(tie: Relation, payer: str | None) -> bool:
    sources = (tie.reference.source, *tie.reference.also)
    return payers.is_medicare(payer) or not all(source.startswith(MEDICARES) for source in sources)


def _ruling(code: str, other: str, tie: Relation) -> PairRuling:
    note = f": {tie.note}" if tie.note else ""
    period, references = period_of(tie), (tie.reference,)
    if tie.kind == "add_on_to":
        return PairRuling((other, code), "yes", period, f"{code} is an add-on to {other}{note}.", references)
    if tie.kind == "includes":
        return PairRuling((code, other), "no", period, f"{code} contains {other}{note}.", references)
    if tie.kind == "included_in":
        return PairRuling((other, code), "no", period, f"{code} is inside {other}{note}.", references)
    return PairRuling((code, other), "no", period, f"{code} and {other} are not billed together{note}.", references)
