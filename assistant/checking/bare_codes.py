"""A code that stands alone: the answer to what was asked, or a heading over what is said of it."""

from __future__ import annotations

from assistant.checking.advice import Advice
from assistant.checking.discourse import Discourse, Reading
from assistant.checking.marking.marks import Mark
from assistant.checking.questions import Asked
from assistant.checking.sentences import Sentence


def is_an_answer(row: list[Mark], named: tuple[str, ...], discourse: Discourse) -> bool:
    """ "**77402**", a line of its own: the code that was asked for, and no heading over what is said of it."""
    known = {*discourse.asked.named, *discourse.codes}
    return bool(named) and known.isdisjoint(named) and all(mark.kind in ("CODE", "PUNCT", "ROLE") for mark in row)


def code_answer(sentence: Sentence, named: tuple[str, ...], asked: Asked) -> Reading:
    """A bare code answers what was asked: what replaced another, or which to bill."""
    if asked.kind == "replacement" and len(asked.codes) == 1:
        replaced = Advice("validity", (*asked.codes, *named), ("replaced_by", named))
        return Reading(sentence, "advice", "", (replaced,), codes=named)
    if asked.kind == "choice" and len(named) == 1 and named[0] in asked.named:
        others = tuple(code for code in asked.named if code != named[0])
        return Reading(sentence, "advice", "", (Advice("component", named, ("rather than", others)),), codes=named)
    if asked.kind == "code" or not (asked.kind or asked.named):
        chosen = Advice("component", named, ("asked", asked.wanted, named))
        return Reading(sentence, "advice", "", (chosen, Advice("component", named, "billable")), codes=named)
    return Reading(sentence, "unreadable", "a code to a question we cannot read", codes=named)
