"""The documents a user adds: kept whole, by content, with what was read out of them and what the user said.

    library/<id>/original         the file as it was given
    library/<id>/sections.json    its text, so that a rebuild does not read it again
    library/<id>/entry.json       title, publisher, payer, dates

An entry appears in one step and leaves in one step, so that a killed program never leaves half of one. What is
added can be cited once ``build_index`` has run over ``library_documents``; what is removed, never again.
"""

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import uuid4

from pydantic import TypeAdapter, ValidationError

from corpus.build_folder import sync_folder
from corpus.chunking import PagedSection
from corpus.library_entry import Entry, described
from corpus.loaders import UnreadableDocument, file_bytes, load_bytes
from corpus.loaders.cleaning import plain_name
from corpus.loaders.pdf import PagesRead
from corpus.sources import Document

ADDED = "added-"  # how the ids of added sources begin
ENTRY, SECTIONS, ORIGINAL = "entry.json", "sections.json", "original"
SECTION_LIST = TypeAdapter(tuple[PagedSection, ...])


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
    with _writing(data_dir) as library:
        if known := _entry(library / document):
            corrected = known.corrected(given, origin)
            if corrected == known:
                return Unchanged(known)
            _write_entry(library / document, corrected)
            return Replaced(corrected, known)
        loaded = load_bytes(data, path.name, pages_read)
        entry = described(document, plain_name(path.name), origin, loaded, given, datetime.now(UTC))
        former = next((old for old in _entries(library) if old.origin == origin), None)
        _put(library, entry, data, loaded.sections)
        if former is None:
            return Added(entry)
        _take_out(library, former.id)
        return Replaced(entry, former)


def remove_document(data_dir: Path, document: str) -> Entry:
    """Takes a document out; from now on no passage of it is shown. Raises NoSuchDocument."""
    with _writing(data_dir) as library:
        entry = _entry(library / document) if document.startswith(ADDED) and plain_name(document) == document else None
        if entry is None:
            raise NoSuchDocument(f"No added document has the id {document!r}. List them: secondcheck sources")
        _take_out(library, document)
        return entry


def list_documents(data_dir: Path) -> list[Entry]:
    """What the library holds, oldest first."""
    return _entries(data_dir / "library")


def library_documents(data_dir: Path) -> list[Document]:
    """The added documents with their text, for the index. An entry whose text is damaged is read anew."""
    library = data_dir / "library"
    return [
        Document(source=entry.as_source(), sections=_sections(library / entry.id, entry)) for entry in _entries(library)
    ]


def original(data_dir: Path, document: str) -> Path | None:
    """The file as it was given, or None when it is not there any more."""
    file = data_dir / "library" / plain_name(document) / ORIGINAL
    return file if file.is_file() else None


def is_removed(data_dir: Path, source: str) -> bool:
    """Whether a source was added by a user and taken out since. Asked for every hit, so it is one look at a file."""
    return source.startswith(ADDED) and not (data_dir / "library" / source / ENTRY).is_file()


@contextmanager
def _writing(data_dir: Path) -> Iterator[Path]:
    library = data_dir / "library"
    library.mkdir(parents=True, exist_ok=True)
    from filelock import FileLock  # asyncio comes with it, which no question needs

    with FileLock(library / ".writer.lock", timeout=600):
        for left_over in library.glob(".leaving-*"):
            shutil.rmtree(left_over, ignore_errors=True)
        yield library


def _put(library: Path, entry: Entry, data: bytes, sections: tuple[PagedSection, ...]) -> None:
    draft = library / f".leaving-{uuid4().hex}"  # swept away by the next writer should this one die
    draft.mkdir()
    try:
        _write(draft / ORIGINAL, data)
        _write(draft / SECTIONS, SECTION_LIST.dump_json(sections))
        _write(draft / ENTRY, entry.model_dump_json(indent=1).encode())
        sync_folder(draft)
        draft.replace(library / entry.id)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    sync_folder(library)


def _take_out(library: Path, document: str) -> None:
    leaving = library / f".leaving-{uuid4().hex}"
    (library / document).replace(leaving)
    sync_folder(library)
    shutil.rmtree(leaving, ignore_errors=True)


def _entries(library: Path) -> list[Entry]:
    if not library.is_dir():
        return []
    found = [entry for folder in library.iterdir() if folder.name.startswith(ADDED) and (entry := _entry(folder))]
    found.sort(key=lambda entry: (entry.added_at, entry.id))
    # A program killed between "new in" and "old out" leaves both; the later one of an origin counts.
    return sorted({entry.origin: entry for entry in found}.values(), key=lambda entry: (entry.added_at, entry.id))


def _entry(folder: Path) -> Entry | None:
    with suppress(OSError, ValidationError):
        return Entry.model_validate_json((folder / ENTRY).read_bytes())
    return None


def _sections(folder: Path, entry: Entry) -> tuple[PagedSection, ...]:
    try:
        return SECTION_LIST.validate_json((folder / SECTIONS).read_bytes())
    except (OSError, ValidationError):
        with suppress(OSError, UnreadableDocument):
            return load_bytes((folder / ORIGINAL).read_bytes(), entry.name).sections
        return ()


def _write_entry(folder: Path, entry: Entry) -> None:
    draft = folder / f".{ENTRY}"
    _write(draft, entry.model_dump_json(indent=1).encode())
    draft.replace(folder / ENTRY)
    sync_folder(folder)


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
