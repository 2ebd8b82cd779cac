"""How often the physician examines: "at all five fractions", "five examinations", of a code that asks for one."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.checking.clauses.clause_reading import ClauseReading

EXAMINING = frozenset("examine examines examined examining exam exams examination examinations".split())
EACH = frozenset("all each every both throughout during".split())


def examined_at_each(reading: ClauseReading) -> Iterator[str]:
    """Fractions, days or sessions behind an examination: of them it is said, and not of the course."""
    words = [mark.said for mark in reading.marks]
    first = next((at for at, word in enumerate(words) if EXAMINING & set(word.split())), None)
    if first is None:
        return
    for at in reading.at("FRACTIONS", "DAYS", "LENGTH"):
        between = {word for said in words[first + 1 : at + 1] for word in said.split()}
        if at > first and between & EACH:
            yield reading.marks[at].said or "examined at each"
