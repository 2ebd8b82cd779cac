"""What is known of a document a user added: what the user said, and where the user said nothing, a guess."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from corpus.code_numbers import codes_in
from corpus.loaders import LoadedFile
from corpus.sources import Authority, Line, Payer, Source

# A source's own list of codes is what it is about; a long policy names hundreds in passing.
MOST_TITLE_CODES = 12
GUESSED = ("title", "publisher", "payer", "effective", "until")


class Entry(BaseModel):
    """One added document. Raises ValidationError (a ValueError) for an unknown payer or dates out of order."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    name: str  # of the file, without its folders
    origin: str  # where it came from; a file from the same place replaces it
    kind: str
    title: Line
    publisher: Line
    payer: Payer
    authority: Authority
    effective: date | None = None
    until: date | None = None
    published: str | None = None
    added_at: datetime
    codes: tuple[str, ...] = ()  # in its title
    pages: int | None = None
    remarks: tuple[str, ...] = ()  # scanned pages, hidden text, what was cleaned away
    guessed: tuple[Literal["title", "publisher", "payer", "effective", "until"], ...] = Field(
        default=(), description="what nobody has confirmed yet"
    )

    def as_source(self) -> Source:
        """The entry as a source like any other, in its publisher's words."""
        return Source(
            id=self.id,
            title=self.title,
            publisher=self.publisher,
            authority=self.authority,
            published=self.published,
            read_at=self.added_at.date(),
            in_force_from=self.effective,
            in_force_to=self.until,
            standing="in_force",
            payers=(self.payer,),
            codes=self.codes,
            seen="whole",
            seen_note=" ".join(self.remarks) or None,
            words="theirs",
            document=self.name,
        )

    def corrected(self, given: Mapping[str, Any], origin: str) -> "Entry":
        """The entry with the particulars a user gave now; what is not given stays."""
        said = {name: value for name, value in given.items() if value is not None}
        left = tuple(name for name in self.guessed if name not in said)
        return self._with({**said, "guessed": left, "origin": origin})

    def confirmed(self, particulars: Mapping[str, Any]) -> "Entry":
        """The entry with all its particulars as a user wants them, None clearing a date."""
        return self._with({**particulars, "guessed": ()})

    def _with(self, changes: Mapping[str, Any]) -> "Entry":
        changed = Entry.model_validate({**self.model_dump(), **changes})
        changed.as_source()  # refuses dates out of order
        return changed


def described(
    document: str, name: str, origin: str, loaded: LoadedFile, given: Mapping[str, Any], now: datetime
) -> Entry:
    """The entry of a new document. Raises ValueError for an unknown payer or authority, or dates out of order."""
    guess = loaded.guess
    said = {key: value for key, value in given.items() if value is not None}
    guesses = {key: value for key in GUESSED if key not in said and (value := getattr(guess, key)) is not None}
    known = {"title": name, "publisher": "not stated", "payer": "any", **guesses, **said}
    known.setdefault("authority", "payer" if known["payer"] not in ("any", "medicare") else "education")
    pages = [section.page for section in loaded.sections if section.page is not None]
    entry = Entry.model_validate(
        {
            **known,
            "id": document,
            "name": name,
            "origin": origin,
            "kind": loaded.kind,
            "published": guess.published,
            "added_at": now,
            "codes": codes_in(known["title"])[:MOST_TITLE_CODES],
            "pages": max(pages, default=None),
            "remarks": loaded.remarks,
            "guessed": tuple(guesses),
        }
    )
    entry.as_source()  # refuses dates out of order
    return entry
