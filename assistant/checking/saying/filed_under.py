"""A kind of service told with its code: "simple devices go under 77332", "77285 is for an intermediate simulation"."""

# ruff: noqa: E501 - patterns and lists of words: one thought, one line
from __future__ import annotations

import re

from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.checking.coverage.describing import BEING, GENERIC
from assistant.checking.coverage.ranked import SILENT
from assistant.checking.coverage.telling_apart import ONE_SESSION, RANKS
from assistant.checking.judging.descriptions import Description, describes, kin_of
from assistant.checking.marking.marks import Mark
from assistant.reading.text import stem

TELLING = frozenset(
    "WORD ARTICLE THING SERVICE FACT SITE NAME CODE PUNCT LINK DO SPAN OK COMPONENT TOGETHER BECAUSE ACTIVE PAY ROLE DATE".split()
)
WORDY = frozenset("WORD THING SERVICE FACT SITE NAME".split())
SIGNS = frozenset(':=-–—,()"')
COVERS = frozenset({"cover", "covers", "covered", "covering"})
WHOLESALE = frozenset({"always", "invariably", "automatically", "whatever"})
RIGHT = frozenset({"correct", "right", "proper", "appropriate", "would", "can", "may", "should"})
# Verbs and their prepositions that put a service under a code and say nothing of either.
PUTTING = frozenset(
    stem(word)
    for word in """go goes fall falls come comes belong belongs sit sits report reported bill billed code coded use used apply applies
    cover covers describe describes represent represents stand stands mean means file filed capture captured take takes get gets
    under with by as into intended meant reserved assigned one other""".split()
)


def filed_under(c: ClauseReading) -> None:
    """One code and a description of its service, and nothing else: the description has to be that code's alone."""
    places = c.at("CODE")
    codes = {str(c.marks[at].value) for at in places}
    denied = {str(c.marks[at].value) for at in c.denied.codes}
    if c.advice or len(codes - denied) != 1 or c.joint == "if" or not kin_of(code := next(iter(codes - denied))):
        return
    if c.denied.objects or c.denied.loose or not all(_tells(c, mark) for mark in c.marks):
        return
    if c.verb_denied() and (denied or len(c.denied.verbs) > 1 or c.has("PAY")):
        return
    if any(mark.said in WHOLESALE for mark in c.marks):
        return  # "HDR always takes the complex one": which of them it takes hangs on the case
    told = description(c.marks)
    if told is None or sum(describes(told, one) for one in kin_of(code)) != 1:
        return
    c.say("component", ("told as", told), *range(len(c.marks)), codes=(code,), polarity=not c.verb_denied())
    for other in sorted(denied):
        c.say("component", ("told as", told), codes=(other,), polarity=False)


def description(marks: list[Mark]) -> Description | None:
    """What the words beside a code tell of its service; None where they tell nothing that could tell codes apart."""
    stems = {stem(word) for mark in marks if mark.kind in WORDY for word in re.findall(r"[a-z]+", mark.said)}
    words = [word for mark in marks for word in mark.said.split() if word in RANKS]
    told = stems - GENERIC - SILENT - PUTTING - {stem(word) for word in RANKS}
    if len({RANKS[word] for word in words}) > 1 or not (told or words):
        return None
    return Description(frozenset(told), RANKS[words[0]] if words else 0)


def _tells(c: ClauseReading, mark: Mark) -> bool:
    if mark.kind == "NEG":
        return bool(c.denied.codes or c.denied.verbs)
    if mark.kind == "PRONOUN":
        return mark.said == "the code"
    if mark.kind == "FRACTIONS":
        return mark.value == 1 and set(c.named) <= ONE_SESSION
    if mark.kind == "PUNCT":
        return mark.value in SIGNS
    if mark.kind == "PAY":
        return mark.said in COVERS
    if mark.kind == "OK":
        return mark.said in RIGHT
    if mark.kind == "TOGETHER":
        return mark.said == "with"
    return mark.kind in TELLING or mark.said in BEING
