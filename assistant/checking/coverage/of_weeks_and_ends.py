"""What is said of a week, a check, an end or an unfinished choice of words, and read as said of the code before it."""

# ruff: noqa: E501 - patterns and lists of words: one thought, one line
from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from assistant.checking.clauses.clause_reading import ClauseReading

REMADE = frozenset({"redefined", "revised"})
CHECKS = frozenset("check checks exam visit examination".split())
BILLED = frozenset({"DO", "PAY", "SEPARATE", "OK"})
WEEKS = frozenset({"week", "weeks"})
KEPT_TOGETHER = frozenset({"belong", "belongs", "go with", "goes with", "fall", "falls", "are part of", "is part of"})
UP_TO = frozenset(
    {"until", "till", "through", "to", "up to", "on", "for", "in", "with", "at", "from", "since", "as of"}
)
ANY_TIME = frozenset({"any time", "anytime"})


def remade_and_not_ended(reading: ClauseReading) -> Iterator[str]:
    """ "It was redefined rather than deleted": what did not happen, read as an end."""
    yield from (
        one.said
        for one, two in pairwise(reading.marks)
        if one.kind == "START" and one.said in REMADE and two.kind == "ENDED"
    )


def ended_for_some(reading: ClauseReading) -> Iterator[str]:
    """ "Only gone for hospitals", "only 77385 was removed": what ends for some, or alone, lives on for the others."""
    if not reading.has("ENDED"):
        return
    for at in reading.at("ONLY"):
        until = any(one.kind == "DATE" or one.said in UP_TO for one in reading.marks[at + 1 : at + 2])
        if not until or reading.has("SETTING", "BILLER", "PAYER"):
            yield reading.marks[at].said


def a_week_is_billed(reading: ClauseReading) -> Iterator[str]:
    """ "Short weeks are billed as well", "the last week is billable": which weeks earn a unit, and no word on the code."""
    if reading.named or not reading.has(*BILLED):
        return
    for at, mark in enumerate(reading.marks):
        if mark.kind in BILLED or mark.kind in ("CODE", "SERVICE", "PRONOUN", "UNITS", "NTH_UNIT"):
            return
        if mark.kind in ("THING", "FREQ", "LEFT", "LEFTOVER", "DATE") and mark.said.rsplit(" ", 1)[-1] in WEEKS:
            yield mark.said
            return
        if mark.kind == "DATE" and [one.said for one in reading.marks[at + 1 : at + 2]] in (["is"], ["are"], ["was"]):
            yield "a week that is billed"


def an_end_is_billed(reading: ClauseReading) -> Iterator[str]:
    """ "The end-of-treatment check is reportable": an event of the course's end as what is billed."""
    if reading.named or not reading.has(*BILLED):
        return
    for at, mark in enumerate(reading.marks):
        if mark.kind in BILLED or mark.kind in ("PRONOUN", "UNITS"):
            return
        if mark.kind == "TOTAL" and "end" in mark.said and at and reading.marks[at - 1].said in CHECKS:
            yield mark.said
        held = [one.said for one in reading.marks[max(0, at - 2) : at]]
        on_a_check = any(word.startswith("check") for word in held) or ("at" in held and at > 2)
        if mark.kind == "END_OF" and (on_a_check or not {"at", "by", "on", "until", "before", "after"} & set(held)):
            yield mark.said
            return


def kept_with_a_unit(reading: ClauseReading) -> Iterator[str]:
    """ "They belong to the fourth unit": that what is left over lies inside a unit, and not how many units there are."""
    words = [mark.said for mark in reading.marks]
    tied = any(word in KEPT_TOGETHER or word in ("go", "goes", "part") for word in words)
    if tied:
        yield from (reading.marks[at].said for at in reading.at("NTH_UNIT"))


def no_code_at_all(reading: ClauseReading) -> Iterator[str]:
    """ "There's no management code for one fraction": no "not" that turns a statement of payment round."""
    for at, mark in enumerate(reading.marks):
        behind = reading.marks[at + 1 : at + 6]
        denied = mark.kind in ("NEG", "NONE", "WITHOUT") and mark.said.endswith(("no", "isn't a", "isn't any", "not a"))
        served = [i for i, one in enumerate(behind) if one.kind == "SERVICE"]
        if denied and served and any(one.said.startswith("code") for one in behind[served[0] + 1 : served[0] + 2]):
            yield mark.said


def at_any_time(reading: ClauseReading) -> Iterator[str]:
    """ "Approved any time before the end": when something may be done, and not how often it is billed."""
    marks = reading.marks
    for at, mark in enumerate(marks):
        if mark.said in ANY_TIME:
            after = marks[at + 1 : at + 2]
            told = bool(after) and after[0].kind != "PUNCT" and after[0].said not in ("before", "after")
            if (at and marks[at - 1].said == "at") or not told:
                yield mark.said


# Each look with the kinds and words of which a clause must hold one for it to find anything.
OF_WEEKS_AND_ENDS: tuple[tuple[Callable[[ClauseReading], Iterator[str]], frozenset[str]], ...] = (
    (remade_and_not_ended, REMADE),
    (ended_for_some, frozenset({"ENDED"})),
    (a_week_is_billed, BILLED),
    (an_end_is_billed, frozenset({"END_OF", "TOTAL"})),
    (kept_with_a_unit, frozenset({"NTH_UNIT"})),
    (no_code_at_all, frozenset({"NEG", "NONE", "WITHOUT"})),
    (at_any_time, ANY_TIME),
)
