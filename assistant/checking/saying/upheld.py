"""That a refused line stays refused ("the denial stands", "don't appeal"), beside the reason it rests on.

The verdict repeats what its reason comes to, so that both are judged: an edit that nothing opens, a code that is not
paid apart, a modifier that does not belong. Beside any other reason it stays unread.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.checking.advice import Advice
from assistant.checking.clauses.clause_reading import ClauseReading

UNPAID = frozenset({"B", "N", "I", "X", "E1", "M"})
INSIDE = frozenset({"bundled", "packaged", "bundled or in"})
OTHERWISE = ("EXCEPT", "DOUBT", "ONLY", "IF", "REGARDLESS", "SOMEBODY", "HEARSAY")


def upheld(c: ClauseReading) -> None:
    """The verdict, said once more of what was told in this clause or the one before."""
    places = c.at("UPHELD")
    if not places or c.has(*OTHERWISE):
        return
    told = c.advice or list(c.background.previous)
    reasons = [one for one in told if one.kind != "pair" or one.value[0] != "column"]  # which of two, and not why
    said = [again for one in reasons if (again := _comes_to(one)) is not None]
    if not said:
        said = [] if c.advice else _of_the_line(c)
    if not said or (c.advice and len(said) != len(reasons)):
        return
    c.claimed.update((*places, *c.at("CODE")))
    c.advice.extend(replace(one, span=(c.marks[places[0]].start, c.marks[places[0]].end)) for one in said)
    for one in said:
        if one.kind == "pair" and len(c.named) == 1 and c.named[0] in one.codes:  # the one that was refused
            other = next((code for code in one.codes if code != c.named[0]), None)
            if other is not None:
                c.say("pair", ("column", "2"), *places, codes=(c.named[0], other))


def _of_the_line(c: ClauseReading) -> list[Advice]:
    """ "Don't appeal 77417": without a reason, that the code is not paid apart."""
    if len(c.named) != 1 or {mark.kind for mark in c.marks} - {"UPHELD", "CODE", "PUNCT", "WORD", "ARTICLE"}:
        return []
    return [Advice("component", c.named, "payable", False, condition) for condition in c.conditions]


def _comes_to(one: Advice) -> Advice | None:
    """What a reason for a refusal comes to; None where it is none."""
    kind = one.value[0] if isinstance(one.value, tuple) else one.value
    if one.kind == "pair":
        shut = one.value == ("indicator", "0") or kind == "included"
        closed = kind in ("opens", "together") and not one.polarity
        if (shut and one.polarity) or closed:
            return replace(one, value="together", polarity=False, codes=one.codes[:2])
        return None
    if one.kind == "modifier":
        return one if not one.polarity or one.value == "none" else None
    if one.kind != "component":
        return None
    if kind in ("payable", "billable"):
        return None if one.polarity else one
    unpaid = kind == "status" and one.value[1] in UNPAID
    if one.polarity and (unpaid or (kind in INSIDE and not one.value[1])):
        return replace(one, value="payable", polarity=False)
    return None
