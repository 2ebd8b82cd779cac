"""Answers to a part of what was asked: "yes for 77770", "neither one: use 77402"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from assistant.checking.advice import Advice
from assistant.checking.answered import UNREAD_ANSWER
from assistant.checking.answered_for import AnsweredFor
from assistant.checking.discourse import Discourse, Reading
from assistant.checking.sentences import Sentence

NEITHER = re.compile(r"^\W*neither(?: one| of (?:them|the two|those))?\s*[:;,.–—-]\s*(?=\w)")
Read = Callable[[Sentence, Discourse, date], Reading]


def neither(sentence: Sentence, rest: str, discourse: Discourse, today: date, read: Read) -> Reading:
    """ "Neither one: use 77402": none of the two that were asked about, for this case."""
    asked = discourse.asked
    denied = tuple(Advice("component", (code,), ("asked", asked.wanted, (code,)), False) for code in asked.named)
    more = read(replace(sentence, text=rest.strip()), discourse, today)
    if more.verdict != "advice" or more.denied:
        return Reading(sentence, "unreadable", more.kind or "denied together", more.advice, codes=more.codes)
    return replace(more, sentence=sentence, advice=(*denied, *more.advice))


def for_some(
    sentence: Sentence, words: str, some: AnsweredFor, discourse: Discourse, today: date, read: Read
) -> Reading:
    """ "Yes for 77770: one unit per session": the answer for that code, and what is added of it."""
    if not some.advice:
        return Reading(sentence, "unreadable", f"{UNREAD_ANSWER} a question we cannot read", codes=some.codes)
    rest = words[some.end :].strip()
    if not rest.strip(" .*_"):
        return Reading(sentence, "advice", "", some.advice, codes=some.codes)
    discourse.codes = some.codes
    more = read(replace(sentence, text=rest), discourse, today)
    if more.verdict == "unreadable" or more.denied:
        return Reading(
            sentence, "unreadable", more.kind or "denied together", (*some.advice, *more.advice), codes=some.codes
        )
    return replace(
        more, sentence=sentence, verdict="advice", kind="", advice=(*some.advice, *more.advice), antecedent=False
    )
