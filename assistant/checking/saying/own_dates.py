"""The date a service is reported on: "77293 goes on the date of the plan", "on the same date as 77295 or 77301"."""

from __future__ import annotations

from assistant.checking.clauses.clause_reading import ClauseReading

PLAN = frozenset({"plan", "treatment plan", "imrt plan", "3d plan", "3-d plan", "the plan"})
SAME_DATE = frozenset({"on the same date as", "on the same day as", "on the same date of service as"})
OTHERWISE = frozenset(
    "NEG EXCEPT RATHER DOUBT DENIED BUNDLED PAY MOD UNITS MORE AT_LEAST BELOW WITHOUT TURN FREQ TWICE NTH_UNIT".split()
)


def on_the_date_of(c: ClauseReading) -> None:
    """That an add-on bears the date of the plan it is added to."""
    _with_that_plan(c)
    dated = c.at("DATED")
    if len(dated) != 1 or not c.kinds.isdisjoint(OTHERWISE):
        return
    at = dated[0]
    behind = [i for i in range(at + 1, len(c.marks)) if c.marks[i].kind not in ("ARTICLE", "PUNCT", "ROLE")]
    if not behind or c.marks[behind[0]].said != "of" or c.marks[at].said not in ("date", "day"):
        return
    rest = [i for i in behind[1:] if c.marks[i].said not in ("the", "or", "its", "code")]
    codes = tuple(c.marks[i].value for i in rest if c.marks[i].kind == "CODE")
    plan = [i for i in rest if c.marks[i].kind in ("THING", "SERVICE") and c.marks[i].said in PLAN]
    subject = tuple(code for place, found in c.subjects if place < at for code in found)
    if not subject:
        subject = tuple(code for code in c.background.codes if code not in codes)
    if len(rest) != len(codes) + len(plan) or not (codes or plan) or len(subject) != 1:
        return
    once = [i for i in c.at("ONCE") if i < at]
    named = [i for i in rest if c.marks[i].kind == "CODE"]
    c.say("pair", ("dated with", codes), at, *named, *c.at("TOGETHER"), codes=subject)
    if once:
        c.say("frequency", "plan", *once, codes=subject)


def _with_that_plan(c: ClauseReading) -> None:
    """ "It is reported on the same date as that plan": of an add-on, that it bears the date of its plan."""
    same = [at for at in c.at("TOGETHER") if c.marks[at].said in SAME_DATE]
    if len(same) != 1 or len(c.at("TOGETHER")) != 1 or not c.kinds.isdisjoint(OTHERWISE) or not c.has("DO"):
        return
    rest = [mark for mark in c.marks[same[0] + 1 :] if mark.kind not in ("ARTICLE", "PUNCT")]
    plan = [mark.said for mark in rest if mark.said not in ("that", "the", "its")]
    subject = tuple(code for place, found in c.subjects if place < same[0] for code in found) or c.background.codes
    if len(plan) == 1 and plan[0] in PLAN and len(subject) == 1:
        c.say("pair", ("dated with", ()), *same, codes=subject)
