"""Words of advice inside a phrase of which another mark has a part: "not more than" beside "than 5 fractions"."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.checking.marking.lexicon import advice_words
from assistant.reading.lexicon import Found
from assistant.reading.text import Text


def shorter(text: Text, start: int, end: int, taken: bytearray) -> Iterator[Found[str]]:
    """The phrases that begin in this stretch and stand in free characters, which they then take."""
    for found in advice_words().within(text, start, end, lambda first, last: 1 not in taken[first:last]):
        taken[found.start : found.end] = b"\x01" * (found.end - found.start)
        yield found
