"""What becomes of a line with a code: still right for these dates, or refused, or "no longer" what it was."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.checking.advice import Advice
from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.checking.clauses.scope import bounded
from assistant.checking.saying.validity import valid_on

# What a clause may be made of that says nothing but "such a line is refused".
PLAIN = frozenset(
    """WORD ARTICLE PRONOUN CODE SERVICE DENIED OK DATE NOW THEN THING LINK PUNCT PAYER SETTING BILLER SYSTEM AND UNIT
    TOGETHER DO NAME""".split()
)
REFUSES = ("denied", "rejected", "refused", "disallowed", "kicked back", "bounced", "deny", "reject")
NOT_INSIDE = re.compile(r"n't |not ")
AT_THE_END = frozenset({"PUNCT", "DATE", "NOW", "SETTING", "PAYER"})
BEFORE_FACTS = frozenset("in on for from since under by to as with at".split())


def still_right(c: ClauseReading) -> None:
    """ "It stays correct for sessions up to December 31, 2025": valid on those dates, and billable there."""
    for at in c.at("RIGHT_STILL"):
        if c.advice or not c.codes or c.has("NEG", "MOD", "UNITS", "FREQ", "REPLACED", "BUNDLED", "PAST"):
            return
        valid_on(c, at)
        c.say("component", "billable", at)


def kept_off(c: ClauseReading) -> None:
    """ "77263 stays off the UB-04": no line of it on that bill."""
    places = c.at("TAKE_OFF")
    if c.advice or len(places) != 1 or len(c.named) != 1 or not {mark.kind for mark in c.marks} <= PLAIN | {"TAKE_OFF"}:
        return
    at = places[0]
    stays = at > 0 and c.marks[at - 1].said in ("stays", "stay", "stayed", "keep", "kept", "left", "belongs")
    bill = any(mark.kind in ("NAME", "SETTING", "DO") or mark.said == "ub" for mark in c.marks[at + 1 : at + 5])
    if stays and bill and c.conditions[0].get("biller"):
        c.say("component", "billable", at, *c.at("DO"), polarity=False)


def refused(c: ClauseReading) -> None:
    """ "A line with it for February 10, 2026 will be rejected"."""
    places = [at for at in c.at("DENIED") if c.marks[at].said.startswith(REFUSES)]
    if c.advice or len(places) != 1 or not c.codes or len(c.named) > 1:
        return
    whole = {mark.kind for mark in c.marks} <= PLAIN and all(
        mark.kind != "TOGETHER" or mark.said == "with" for mark in c.marks
    )
    foretold = any(mark.kind == "OK" and mark.said in ("will", "would") for mark in c.marks) or any(
        mark.said in ("is", "are", "gets", "get", "was", "were", "being") for mark in c.marks
    )
    if whole and foretold and not c.at("TOGETHER")[1:] and _of_a_line(c, places[0]):
        c.say("component", "refused", *places, *c.at("DO", "UNIT", "TOGETHER"))


def _of_a_line(c: ClauseReading, at: int) -> bool:
    """The line, claim or code itself is refused, and no part of it."""
    return any(
        mark.kind in ("CODE", "SERVICE", "PRONOUN")
        or mark.said in ("line", "lines", "claim", "claims", "charge", "bill")
        for mark in c.marks[:at]
    )


def also_not(c: ClauseReading) -> None:
    """ "no 26 is used with port images either": after a denial, "either" says "also" and no more."""
    last = [at for at, mark in enumerate(c.marks) if mark.kind != "PUNCT"][-1:]
    for at in last:
        if c.marks[at].said == "either" and c.advice and len(c.at("NEG", "NO_MODIFIER")) == 1:
            c.claimed.add(at)


def even_if(c: ClauseReading) -> None:
    """ "..., even if you treat in a hospital": what is advised holds there as well as elsewhere."""
    places = [at for at in c.at("REGARDLESS") if c.marks[at].said in ("even if", "even when", "even in", "even though")]
    if len(places) != 1 or not c.advice or places[0] in c.claimed:
        return
    after = c.marks[places[0] + 1 :]
    settings = [mark for mark in after if mark.kind == "SETTING"]
    elsewhere = any(mark.kind == "SETTING" for mark in c.marks[: places[0]])
    if len(settings) != 1 or elsewhere or not {mark.kind for mark in after} <= MERE_PLACE:
        return
    c.claimed.add(places[0])
    general = [
        replace(
            one, condition={name: fact for name, fact in one.condition.items() if name not in ("setting", "biller")}
        )
        for one in c.advice
    ]
    c.advice.extend(general)


def as_then(c: ClauseReading) -> None:
    """ "77417 is packaged in 2026, as it was in 2025": what is advised holds of that time as well."""
    for at in c.at("COMPARED"):
        when = getattr(c.marks[at].value, "period", None)
        if when is None or not c.advice or any(one.kind == "validity" for one in c.advice):
            return
        then = bounded(when, c.background.today)
        c.claimed.add(at)
        c.advice.extend([replace(one, condition={**one.condition, "dos": then}) for one in c.advice])


MERE_PLACE = frozenset("WORD ARTICLE PRONOUN SETTING BILLER PUNCT LINK THING DO".split())


def or_else(c: ClauseReading) -> None:
    """ "77334 needs 59, otherwise it is denied": what befalls a line without the modifier that was called for."""
    places = [at for at in c.at("TURN") if c.marks[at].said == "otherwise"]
    called_for = [one for one in c.background.previous if one.polarity and (one.required or _opens_by_need(one))]
    if (
        len(places) != 1
        or not called_for
        or c.advice
        or c.named
        or not {mark.kind for mark in c.marks} <= PLAIN | {"TURN"}
    ):
        return
    if len(c.at("TURN")) == 1 and len(c.at("DENIED")) == 1:
        c.claimed.update((*places, *c.at("DENIED", "TOGETHER", "OK", "DO")))


def _opens_by_need(one: Advice) -> bool:
    return isinstance(one.value, tuple) and one.value[0] == "needs"


def refused_before(c: ClauseReading) -> bool:
    """ "If a claim was denied for it, ...": a case that is told, not a forecast."""
    if c.joint != "if" or c.named or len(c.at("DENIED")) != 1:
        return False
    past = any(mark.said in ("was", "were", "has been", "is", "gets", "comes back") for mark in c.marks)
    return past and {mark.kind for mark in c.marks} <= PLAIN


def no_longer(c: ClauseReading) -> None:
    """ "not valid any more": the "any more" of a denial, at its end or before its facts."""
    for at in c.at("ANYMORE"):
        after = c.marks[at + 1] if at + 1 < len(c.marks) else None
        ends = after is None or after.kind in AT_THE_END or (after.kind == "WORD" and after.value in BEFORE_FACTS)
        if ends and c.advice and _denied_before(c, at):
            c.claimed.add(at)


def _denied_before(c: ClauseReading, at: int) -> bool:
    """One "not" before it, spoken or inside "isn't valid"."""
    inside = [i for i, mark in enumerate(c.marks) if mark.kind in ("ENDED", "ACTIVE") and NOT_INSIDE.search(mark.said)]
    places = [*c.at("NONE"), *(at for at in c.at("NEG") if c.marks[at].said != "nor"), *inside]
    return len(places) == 1 and places[0] < at
