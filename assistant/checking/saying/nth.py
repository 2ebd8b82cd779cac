"""A unit told by its place in the count: "a sixth unit is earned", "fractions 26 through 28 make the sixth"."""

from __future__ import annotations

from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.checking.saying.sets import of_whole_course

OTHERWISE = (
    "MUE_WORD",
    "MUE",
    "PER_DATE",
    "MORE",
    "AT_MOST",
    "EXCEPT",
    "DOUBT",
    "RATHER",
    "WITHOUT",
    "MOD",
    "TOGETHER",
    "THRESHOLD",
)
SAYING = ("LINK", "DO", "PAY", "NEG", "NONE", "NO_ADDITION", "LEFT", "FRACTION_RANGE")


def too_many(c: ClauseReading) -> None:
    """ "Seven units would be too few", "nine would be too many": the count lies beyond, or below."""
    counts = [at for at in c.at("UNITS", "NUM") if at not in c.claimed and c.marks[at].noun in (None, "unit")]
    said = [at for at in c.at("NO_ADDITION", "TURN") if c.marks[at].said in ("too few", "too many", "one too many")]
    if len(counts) != 1 or len(said) != 1 or counts[0] > said[0] or not c.codes or c.has("NEG", "LEFT", *OTHERWISE):
        return
    number, few = c.marks[counts[0]].value, c.marks[said[0]].said == "too few"
    c.say("units", ("reaches", number + 1 if few else number), counts[0], said[0], polarity=few)


def nth(c: ClauseReading) -> None:
    """That the count reaches the unit of that place, or does not."""
    places = [at for at in c.at("NTH_UNIT") if at not in c.claimed]
    if len(places) != 1 or not c.codes or c.has(*OTHERWISE) or not c.has(*SAYING):
        return
    at = places[0]
    nothing = c.at("NO_ADDITION", "NONE")
    denied = bool(nothing) or not c.polarity(at)
    if c.has("NEED") and any("more" in c.marks[i].said for i in c.at("LEFT")):
        return  # "you'd need two more fractions for a fifth unit"
    begin = len(c.advice)
    c.say("units", ("reaches", c.marks[at].value), at, *nothing, polarity=not denied)
    c.claimed.update(c.at("SEPARATE") if c.has("LEFT") else ())  # "the sixteenth by itself"
    left = [i for i in c.at("LEFT") if i not in c.claimed]
    if len(left) == 1 and isinstance(c.marks[left[0]].value, int):
        value = ("leftover", c.marks[left[0]].value, 0 if denied else 1)
        c.say("units", value, left[0])
        of_whole_course(c, c.marks[left[0]].value, begin)
