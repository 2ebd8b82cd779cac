"""The documents a user adds: kept whole, by content, with what was read out of them and what the user said.

    library/<id>/original         the file as it was given
    library/<id>/sections.json    its text, so that a rebuild does not read it again
    library/<id>/entry.json       title, publisher, payer, dates

An entry appears in one step and leaves in one step, so that a killed program never leaves half of one. What is
added can be cited once ``build_index`` has run over ``library_documents``; what is removed, never again.
"""

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from corpus.library_entry import Entry, described
from corpus.library_folder import (
    ADDED,
    ENTRY,
    ORIGINAL,
    entries_of,
    entry_of,
    put,
    sections_of,
    take_out,
    write_entry,
    writing,
)
from corpus.loaders import file_bytes, load_bytes
from corpus.loaders.cleaning import plain_name
from corpus.loaders.pdf_apart import PagesRead
from corpus.sources import Document


class NoSuchDocument(LookupError):
    """No added document has this id."""


@dataclass(frozen=True, slots=True)
class Added:
    """The document is new in the library."""

    entry: Entry


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The same content with the same particulars was there already."""

    entry: Entry


@dataclass(frozen=True, slots=True)
class Replaced:
    """A changed file, or corrected particulars, took the place of what was there."""

    entry: Entry
    former: Entry


def add_document(
    data_dir: Path,
    path: Path,
    *,
    content: bytes | None = None,
    payer: str | None = None,
    effective: date | None = None,
    until: date | None = None,
    authority: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
    pages_read: PagesRead | None = None,
) -> Added | Unchanged | Replaced:
    """Takes a file into the library; particulars that are not given are guessed from the document.

    ``content`` is what an upload holds in memory; ``path`` is then only its name. A file at a path that was added
    before replaces its old content. Raises UnreadableDocument, and ValueError for particulars that cannot be.
    """
    data = file_bytes(path) if content is None else content
    origin = str(path.resolve()) if content is None else f"upload:{plain_name(path.name)}"
    given = {
        "payer": payer,
        "effective": effective,
        "until": until,
        "authority": authority,
        "title": title,
        "publisher": publisher,
    }
    document = ADDED + hashlib.sha256(data).hexdigest()[:16]
    with writing(data_dir) as library:
        same_place = [old for old in entries_of(library) if old.origin == origin and old.id != document]
        if known := entry_of(library / document):
            # An upload of what came from a file leaves it tied to that file.
            entry = known.corrected(given, origin if content is None else known.origin)
            if entry != known:
                write_entry(library / document, entry)
        else:
            loaded = load_bytes(data, path.name, pages_read)
            entry = described(document, plain_name(path.name), origin, loaded, given, datetime.now(UTC))
            put(library, entry, data, loaded.sections)
        for old in same_place:
            take_out(library, old.id)
    if same_place or (known and entry != known):
        return Replaced(entry, known or same_place[0])
    return Unchanged(entry) if known else Added(entry)


def correct_document(
    data_dir: Path,
    document: str,
    *,
    title: str,
    publisher: str,
    payer: str,
    authority: str,
    effective: date | None,
    until: date | None,
) -> Entry:
    """Sets the particulars of a document, None clearing a date; all of them then count as confirmed.

    Raises NoSuchDocument, and ValueError for particulars that cannot be.
    """
    said = {"title": title, "publisher": publisher, "payer": payer, "authority": authority}
    with writing(data_dir) as library:
        entry = _known(library, document).confirmed({**said, "effective": effective, "until": until})
        write_entry(library / document, entry)
        return entry


def remove_document(data_dir: Path, document: str) -> Entry:
    """Takes a document out; from now on no passage of it is shown. Raises NoSuchDocument."""
    with writing(data_dir) as library:
        entry = _known(library, document)
        take_out(library, document)
        return entry


def list_documents(data_dir: Path) -> list[Entry]:
    """What the library holds, oldest first."""
    return entries_of(data_dir / "library")


def library_documents(data_dir: Path) -> list[Document]:
    """The added documents with their text, for the index. An entry whose text is damaged is read anew."""
    library = data_dir / "library"
    return [
        Document(source=entry.as_source(), sections=sections_of(library / entry.id, entry))
        for entry in entries_of(library)
    ]


def original(data_dir: Path, document: str) -> Path | None:
    """The file as it was given, or None when it is not there any more."""
    file = data_dir / "library" / plain_name(document) / ORIGINAL
    return file if file.is_file() else None


def is_removed(data_dir: Path, source: str) -> bool:
    """Whether a source was added by a user and taken out since. Asked for every hit, so it is one look at a file."""
    return source.startswith(ADDED) and not (data_dir / "library" / source / ENTRY).is_file()


def _known(library: Path, document: str) -> Entry:
    is_name = document.startswith(ADDED) and plain_name(document) == document
    if is_name and (entry := entry_of(library / document)):
        return entry
    raise NoSuchDocument(f"No added document has the id {document!r}. List them: secondcheck sources")
