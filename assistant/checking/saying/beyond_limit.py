"""A second unit told to stop at the limit of a date: "a second unit on that date is over the limit"."""

from __future__ import annotations

from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.checking.saying.against_limits import BEYOND

STOPS = frozenset({"stops", "stop", "fails", "denies"})
PASSES = frozenset({"pass", "passes", "through", "clear", "won"})
PLAIN = frozenset(
    "WORD ARTICLE NTH_UNIT PRONOUN THING DATE NEG OK MORE TURN MUE_WORD PUNCT PER_DATE DENIED SERVICE CODE UNIT".split()
)
LIMITS = frozenset({"limit", "cap", "mue"})
OF_A_DATE = frozenset({"that date", "that day", "one date"})


def nth_stops(c: ClauseReading) -> None:
    """The unit of that place lies beyond the limit of a date; "will not pass" says as well that nothing lifts it."""
    places = [at for at in c.at("NTH_UNIT") if at not in c.claimed]
    if len(places) != 1 or not c.codes or len(c.codes) != 1 or not {mark.kind for mark in c.marks} <= PLAIN:
        return
    at, nots = places[0], c.at("NEG")
    number = c.marks[at].value
    number = number[0] if isinstance(number, tuple) else number
    limits = [i for i in c.at("TURN", "MUE_WORD") if c.marks[i].said in LIMITS]
    over = [i for i in c.at("MORE") if c.marks[i].said in BEYOND and limits and i < limits[0]]
    before = any(isinstance(one.value, tuple) and one.value[0] == "mue" for one in c.background.previous)
    extra = [i for i in c.at("PER_DATE", "DENIED") if i > at]
    if over and not nots and len(c.at("TURN", "MUE_WORD")) == len(limits) == len(over) == 1 and at < over[0]:
        c.say("component", ("beyond limit", number), at, *over, *limits, *extra)
        return
    passed = [i for i in range(at + 1, len(c.marks)) if c.marks[i].said in PASSES]
    stopped = [i for i in range(at + 1, len(c.marks)) if c.marks[i].said in STOPS or c.marks[i].kind == "DENIED"]
    if c.has("MORE", "TURN", "MUE_WORD") or not before or bool(passed) == bool(stopped):
        return
    if passed and len(nots) == 1 and at < nots[0] < passed[0]:
        c.say("component", ("beyond limit", number), at, *nots, *passed, *extra)
        c.say("component", ("mue", (None, "2")), at)
    elif stopped and (not nots or nots == stopped):
        c.say("component", ("beyond limit", number), at, *stopped, *extra)
