"""What many things in one span count as, what the count does not hang on, and a payer's cap in so many days."""

from __future__ import annotations

from dataclasses import replace

from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.checking.marking.marks import Mark

COUNTS = frozenset({"UNITS", "FREQ", "ONCE", "TWICE", "NUM"})
COUNTED_BY = ("number of", "how many", "however many", "any number")
NOT_BY = ("difference", "matter", "role", "multiply")


def together(c: ClauseReading) -> None:
    """ "Several images in one session count once", "... add nothing"."""
    for at in c.at("MANY"):
        if c.marks[at].value[0] == "all" and c.codes:
            c.say("frequency", ("not by", c.marks[at].value[1]), at, polarity=c.polarity(at))
            continue
        ones = [i for i in c.at("ONCE", "UNITS", "NUM") if c.marks[i].kind == "ONCE" or c.marks[i].value == 1]
        more = [i for i in c.at("ONCE", "TWICE", "UNITS", "NUM", "FREQ", "ADDITION", "NONE") if i not in ones]
        nothing = c.at("NO_ADDITION")
        if c.marks[at].value == "sessions" or not c.codes or more or len(ones) + len(nothing) != 1:
            continue
        polarity = c.polarity(ones[0]) if ones else True
        c.say("frequency", ("within", c.marks[at].value), at, *ones, *nothing, polarity=polarity)


def not_counted_by(c: ClauseReading) -> None:
    """ "The number of fields makes no difference", "no matter how many images": what no unit hangs on."""
    if not c.codes:
        return
    for at in c.at("REGARDLESS"):
        said = c.marks[at].said
        states = any(word in said for word in NOT_BY) and not said.startswith(("no matter", "regardless"))
        said_of = c.marks[:at] if states else c.marks[at:]
        things = [mark for mark in said_of if mark.kind in ("THING", "CALENDAR")]
        things = things if states else things[:1]  # "however many fractions the course has": of fractions
        calendar = any(mark.kind == "CALENDAR" for mark in things)
        if not things or not (calendar or "multiply" in said or _counts(said_of)):
            continue
        alone = states and not any(mark.kind in COUNTS for mark in said_of)
        if alone or any(mark.value in ("session", "calculation", "device", "plan") for mark in things):
            for mark in things:
                c.say("frequency", ("not by", named(mark)), at, *[i for i in c.at("CALENDAR") if c.marks[i] is mark])


def _counts(marks: list[Mark]) -> bool:
    """The number of the things is meant, not which of them."""
    words = " ".join(mark.said for mark in marks)
    return any(phrase in words for phrase in COUNTED_BY)


def named(mark: Mark) -> str:
    """The thing; isocenters, sites and lesions choose another code, so they stay what they are."""
    if mark.kind == "CALENDAR":
        return "calendar"
    return str(mark.value) if mark.value != "angle" or mark.said.startswith(FIELDS) else mark.said


FIELDS = ("field", "angle", "gantry", "arc", "beam", "port")


def caps(c: ClauseReading) -> None:
    """ "at most three in a 60-day course"."""
    for at in c.at("CAP"):
        most = [i for i in c.at("AT_MOST") if i < at][-1:]
        number, days, *told = c.marks[at].value
        if c.codes and (most or told) and not c.at("MORE", "AT_LEAST"):
            c.say("units", ("cap", number, days), *most, at, polarity=c.polarity(at))


def lengths(c: ClauseReading) -> None:
    """ "Limited to courses of at most five fractions": the limit is the length of the course."""
    for at in c.at("LONGER"):
        ended = [i for i in c.at("ENDED") if c.marks[i].said.startswith("no longer")]
        if c.codes and (ended or len(c.at("NEG")) == 1) and not c.has("UNITS", "FREQ", "MOD", "NUM", "ONLY"):
            c.say("component", ("course", (None, c.marks[at].value)), at, *ended, *c.at("NEG"))
    for at in c.at("LENGTH"):
        low, high = c.marks[at].value
        ones = [
            i
            for i in c.at("ADDITION")
            if c.marks[i].said in ("count as one", "counts as one", "count as a unit", "counts as a unit")
        ]
        if c.codes and ones and low and not c.has("NEG", "LEFT", "ONLY"):
            for length in range(low, high + 1):  # "a course of three or four fractions counts as one"
                begin = len(c.advice)
                c.say("units", 1, at, *ones)
                c.advice[begin:] = [
                    replace(one, condition={**one.condition, "fractions": length}) for one in c.advice[begin:]
                ]
    if c.at("LENGTH"):
        c.claimed.update(at for at in c.at("AT_MOST") if "limit" in c.marks[at].said or "reserv" in c.marks[at].said)
