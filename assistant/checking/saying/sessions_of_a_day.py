"""Both sessions of a day told to count as fractions, each for itself."""

from __future__ import annotations

from assistant.checking.clauses.clause_reading import ClauseReading

OTHERWISE = ("NEG", "ONLY", "EXCEPT", "RATHER", "DOUBT", "WITHOUT", "NONE", "MORE", "AT_LEAST", "AT_MOST", "UNITS")


def both_count(c: ClauseReading) -> None:
    """ "Each of the two daily sessions counts as a fraction"."""
    told = c.at("SESSIONS_COUNT")
    if len(told) == 1 and c.codes and not c.has(*OTHERWISE):
        c.say("units", ("sessions count", c.marks[told[0]].value), *told)
