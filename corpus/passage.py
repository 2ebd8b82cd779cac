"""A passage: the piece of a document that is found, shown and cited."""

import re
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Self

UNKNOWN_START = 0
OPEN_END = 99991231
NOT_WRITTEN = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A verbatim slice of a document's text, with everything needed to rank and to cite it.

    ``start`` and ``end`` are characters of the document's text, so that a page can show the surroundings.
    Dates are whole numbers yyyymmdd: 0 where the beginning is unknown, 99991231 where the end is open.
    """

    id: str
    source: str
    title: str
    mark: str
    heading: str
    page: int | None
    start: int
    end: int
    text: str
    lead: str  # what the text cannot be understood without: a table's header, the question of a long answer
    codes: tuple[str, ...]  # written in the text, its lead or its heading, or spanned by a range there
    source_codes: tuple[str, ...]  # what the source as a whole is about
    modifiers: tuple[str, ...]
    payers: tuple[str, ...]
    authority: str
    in_force_from: int
    in_force_to: int
    standing: str
    words: str

    @property
    def searched_text(self) -> str:
        """What is embedded: a passage alone often does not say what it is about."""
        return "\n".join(part for part in (self.title, self.heading, self.lead, self.text) if part)

    @property
    def plain_words(self) -> frozenset[str]:
        """The words without case and punctuation, to recognise near-duplicates."""
        return frozenset(NOT_WRITTEN.sub(" ", self.text.lower()).split())

    def in_force_on(self, day: date, since: date | None = None) -> bool:
        """Whether the source holds on a date of service or, from ``since`` on, any day up to it.

        An unknown beginning or end is open.
        """
        return self.in_force_from <= as_number(day) and as_number(since or day) <= self.in_force_to

    def as_record(self) -> dict[str, Any]:
        """The passage as JSON writes it."""
        return asdict(self)

    @classmethod
    def from_record(cls, record: dict[str, Any]) -> Self:
        """The passage as JSON gave it back, lists being tuples again."""
        values: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in record.items()
        }
        return cls(**values)


def as_number(day: date) -> int:
    """2026-03-01 is 20260301: comparable in SQLite and in Chroma, neither of which knows dates."""
    return day.year * 10000 + day.month * 100 + day.day
