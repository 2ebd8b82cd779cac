"""A code that stands alone or with its name: the answer to what was asked, what the code is, or a heading."""

from __future__ import annotations

from datetime import date

from assistant.checking.advice import Advice
from assistant.checking.discourse import Discourse, Reading
from assistant.checking.listing import said_by_list
from assistant.checking.marking.marks import Mark
from assistant.checking.questions import Asked
from assistant.checking.sentences import Sentence
from assistant.rules.code_sets import LEVELS
from assistant.rules.technique import DELIVERY


def defined(sentence: Sentence, row: list[Mark], named: tuple[str, ...], discourse: Discourse, today: date) -> Reading:
    """ "77427 is weekly treatment management": harmless, but the code must be one of that name on the date."""
    listed = said_by_list(sentence.lead, row, named, today)
    if listed is not None:
        why = "" if listed else "what the list says of this is not read"
        return Reading(sentence, "advice" if listed else "unreadable", why, listed, codes=named)
    says = any(
        mark.said in ("is", "are", "was", "were", "describe", "describes", "refers", "represents") for mark in row
    )
    pointed = discourse.codes or discourse.asked.codes
    if row[0].kind == "PRONOUN" and len(pointed) == 1 and not set(pointed) & set(named):
        return Reading(sentence, "unreadable", "gives a code the name of another", codes=named)
    services = tuple(mark.value for mark in row if mark.kind == "SERVICE")
    if len(services) == len(named) == 1 and services[0].bare and discourse.technique in DELIVERY:
        chosen = tuple(Advice("component", (code,), ("for", services)) for code in named)
        return Reading(sentence, "advice", "", chosen, codes=named)
    if services and named:
        placed = any(mark.kind == "SITE" for mark in row) and all(one.name.startswith("level ") for one in services)
        apart = len({one.name for one in services}) > max(1, sum(mark.kind == "CODE" for mark in row))
        if placed or (apart and not says):
            return Reading(sentence, "unreadable", "what one has to do with the other", codes=named)
        return Reading(sentence, "advice", "", (Advice("validity", named, "named"),), codes=named)
    if discourse.asked.question and not says:
        if len(named) == 1 and discourse.technique and set(named) < set(discourse.asked.codes) <= set(LEVELS):
            return Reading(sentence, "advice", "", (Advice("validity", named, "named"),), codes=named)
        return code_answer(sentence, named, discourse.asked)
    alone = all(mark.kind in ("CODE", "PUNCT", "ROLE") for mark in row)
    if says or (alone and len(named) == 1) or not named:
        return Reading(sentence, "harmless", "definition", codes=named)
    return Reading(sentence, "unreadable", "of no kind we know", codes=named)


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
