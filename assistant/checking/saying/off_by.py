"""A count told by what it misses: "the physician is one unit short", "that is two too many"."""

from __future__ import annotations

from assistant.checking.clauses.clause_reading import ClauseReading

OTHERWISE = (
    "NEG",
    "UNITS",
    "FREQ",
    "PER_DATE",
    "MUE",
    "MUE_WORD",
    "MOD",
    "FRACTIONS",
    "LEFT",
    "RATHER",
    "EXCEPT",
    "IF",
)


def off_by(c: ClauseReading) -> None:
    """So many units more or fewer than the question proposed; the number that comes out is judged."""
    places = c.at("OFF_BY")
    counts = {(one.codes, one.value) for one in c.background.proposed if one.kind == "units" and one.polarity}
    if len(places) != 1 or len(counts) != 1 or c.has(*OTHERWISE) or c.named:
        return
    codes, asked = next(iter(counts))
    right = asked - c.marks[places[0]].value if isinstance(asked, int) else 0
    if len(codes) == 1 and right > 0:
        c.say("units", right, *places, *c.at("ONLY"), codes=codes)
