"""What every loader gives back, and how it says no."""

from dataclasses import dataclass, field
from datetime import date

from corpus.chunking import PagedSection


class UnreadableDocument(Exception):
    """A file that cannot be taken in: what was found, why that is no use, and what to do next."""

    def __init__(self, what: str, why: str, next_step: str) -> None:
        super().__init__(f"{what}: {why} {next_step}")
        self.what, self.why, self.next_step = what, why, next_step


@dataclass(frozen=True, slots=True)
class Guess:
    """Particulars read out of the document itself, for the user to correct; None where it does not say."""

    title: str | None = None
    publisher: str | None = None
    payer: str | None = None
    published: str | None = None
    effective: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class LoadedFile:
    """The text of a file in citable sections, what it says about itself, and what was noticed on the way."""

    kind: str
    sections: tuple[PagedSection, ...]
    guess: Guess = field(default_factory=Guess)
    remarks: tuple[str, ...] = ()
