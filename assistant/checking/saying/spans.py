"""What many things in one span count as, what the count does not hang on, and a payer's cap in so many days."""

from __future__ import annotations

from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.checking.marking.marks import Mark

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
        things = [mark for mark in said_of if mark.kind == "THING"]
        if not things or not ("multiply" in said or _counts(said_of)):
            continue
        alone = states and not c.at("UNITS", "FREQ", "ONCE", "TWICE", "NUM")
        if alone or any(mark.value in ("session", "calculation", "device", "plan") for mark in things):
            for mark in things:
                c.say("frequency", ("not by", _named(mark)), at)


def _counts(marks: list[Mark]) -> bool:
    """The number of the things is meant, not which of them."""
    words = " ".join(mark.said for mark in marks)
    return any(phrase in words for phrase in COUNTED_BY)


def _named(mark: Mark) -> str:
    """The thing; isocenters, sites and lesions choose another code, so they stay what they are."""
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
    if c.at("LENGTH"):
        c.claimed.update(at for at in c.at("AT_MOST") if "limit" in c.marks[at].said or "reserv" in c.marks[at].said)
