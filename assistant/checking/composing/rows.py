"""A text as a row of composed marks, read once: its question, heading and boilerplate are asked for again and again."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from assistant.checking.composing.compose import compose
from assistant.checking.marking.marks import Mark, marks
from assistant.reading.text import normalise


@lru_cache(maxsize=1024)
def composed(words: str, today: date) -> tuple[Mark, ...]:
    """The marks of the words in reading order, those put together that say one thing together."""
    return tuple(compose(marks(normalise(words), today)))
