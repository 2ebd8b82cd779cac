"""A sentence that begins with yes or no: what of the question it affirms or denies, and what it adds."""

from __future__ import annotations

from dataclasses import replace

from assistant.checking.advice import Advice
from assistant.checking.answers import Answer
from assistant.checking.discourse import Discourse, Reading
from assistant.checking.judging.two_bills import on_two_bills
from assistant.checking.marking.marks import Mark
from assistant.checking.pointing import repeats, rests
from assistant.checking.questions import Asked
from assistant.checking.sentences import Sentence

UNREAD_ANSWER = "a yes or no to"  # how the reason begins where only the yes or no stayed unread
REASONS = frozenset("because since as due reason for".split())
# After yes or no these kinds of words only say it again; and those claim nothing that would have to be read.
ECHO = frozenset("PRONOUN WORD NEG OK DO LINK APPEND PUNCT BILLER SEPARATE AND ARTICLE SETTING".split())
LIGHT = frozenset("WORD PRONOUN ARTICLE PUNCT DO APPEND OK LINK AND THING PAYER SETTING BILLER DATE".split())


def answered(
    sentence: Sentence,
    answer: Answer,
    advice: list[Advice],
    loose: list[str],
    named: tuple[str, ...],
    discourse: Discourse,
    row: list[Mark],
) -> Reading:
    """Yes or no, and what the sentence adds."""
    asked = discourse.asked
    more = [one for one in advice if not repeats(one, asked)]
    echoed = _echo(row, asked)
    if echoed is not None and not more:
        if echoed != answer.says:
            return Reading(sentence, "unreadable", "says yes and no", codes=named)
        loose = []
    plain = not row or (not more and not any(mark.kind in ("NUM", "UNITS", "FREQ", "MOD", "CODE") for mark in row))
    if loose and not (plain and not _weighty(row)):
        return Reading(sentence, "unreadable", f"unclaimed: {', '.join(loose[:4])}", tuple(advice), codes=named)
    if not more and echoed is None and _gives_a_reason(row):
        return Reading(sentence, "unreadable", "a reason that nobody read", codes=named)
    if not asked.yes_no:
        if more and all(one.polarity != answer.says for one in more) and asked.doubts:
            return Reading(sentence, "unreadable", "says no and advises it", tuple(more), codes=named)
        if more:
            return Reading(sentence, "advice", "", tuple(more), codes=named, antecedent=rests(more))
        return Reading(sentence, "unreadable", f"{UNREAD_ANSWER} nothing we can read", codes=named)
    if not asked.proposed:
        return Reading(sentence, "unreadable", f"{UNREAD_ANSWER} a question we cannot read", tuple(more), codes=named)
    inherited = ("proposition: question",)
    if answer.says:
        yes = [replace(one, inherited=(*one.inherited, *inherited)) for one in on_two_bills(asked.proposed, more)]
        return Reading(sentence, "advice", "", (*yes, *more), codes=named or asked.codes)
    if _keeps_apart(more, asked):
        return Reading(sentence, "advice", "", tuple(more), codes=named or asked.codes)
    if len(asked.proposed) == 1:
        one = asked.proposed[0]
        no = replace(one, polarity=not one.polarity, inherited=inherited)
        return Reading(sentence, "advice", "", (no, *more), codes=named or asked.codes)
    return Reading(sentence, "advice", "", tuple(more), asked.proposed, codes=named or asked.codes)


def _keeps_apart(more: list[Advice], asked: Asked) -> bool:
    """ "No, 26 and TC exclude each other on one line", of a question whether the two may stand there."""
    two = {str(one.value) for one in asked.proposed if one.kind == "modifier" and one.polarity}
    told = [one for one in more if isinstance(one.value, tuple) and one.value[0] == "apart"]
    return len(told) == len(more) == 1 and len(asked.proposed) == 2 and set(told[0].value[1:]) == two


def _echo(row: list[Mark], asked: Asked) -> bool | None:
    """ "you cannot", "go ahead and bill it" after the answer: says it again; None when it says more."""
    if not row or any(mark.kind not in ECHO for mark in row):
        return None
    agents = {
        "facility" if mark.kind == "SETTING" else mark.value for mark in row if mark.kind in ("BILLER", "SETTING")
    }
    theirs = {proposed.condition.get("biller") for proposed in asked.proposed}
    if agents and agents != theirs:
        return None
    return not any(mark.kind == "NEG" for mark in row)


def _gives_a_reason(row: list[Mark]) -> bool:
    """ "Yes, because the physicist does the work", "no, it is a hospital code": right or wrong beside the answer."""
    told = any(mark.said in ("is", "are", "was", "were", "does", "did", "has", "had", "have") for mark in row)
    things = any(mark.kind in ("SETTING", "THING", "SERVICE", "FACT", "SITE", "BILLER", "COUNTED") for mark in row)
    return any(mark.kind == "BECAUSE" or mark.said in REASONS for mark in row) or (told and things)


def _weighty(row: list[Mark]) -> bool:
    """Whether what follows the answer says more than an answer's own words do."""
    return any(mark.kind not in LIGHT for mark in row)
