"""The library on disk: every entry a folder that appears and leaves in one step."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

from pydantic import TypeAdapter, ValidationError

from corpus.chunking import PagedSection
from corpus.file_locks import sync_folder
from corpus.library_entry import Entry
from corpus.loaders import UnreadableDocument, load_bytes

ADDED = "added-"  # how the ids of added sources begin
ENTRY, SECTIONS, ORIGINAL = "entry.json", "sections.json", "original"
SECTION_LIST = TypeAdapter(tuple[PagedSection, ...])


@contextmanager
def writing(data_dir: Path) -> Iterator[Path]:
    library = data_dir / "library"
    library.mkdir(parents=True, exist_ok=True)
    from filelock import FileLock  # asyncio comes with it, which no question needs

    with FileLock(library / ".writer.lock", timeout=600):
        for left_over in library.glob(".leaving-*"):
            shutil.rmtree(left_over, ignore_errors=True)
        yield library


def put(library: Path, entry: Entry, data: bytes, sections: tuple[PagedSection, ...]) -> None:
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


def take_out(library: Path, document: str) -> None:
    leaving = library / f".leaving-{uuid4().hex}"
    (library / document).replace(leaving)
    sync_folder(library)
    shutil.rmtree(leaving, ignore_errors=True)


def entries_of(library: Path) -> list[Entry]:
    if not library.is_dir():
        return []
    found = [entry for folder in library.iterdir() if folder.name.startswith(ADDED) and (entry := entry_of(folder))]
    found.sort(key=lambda entry: (entry.added_at, entry.id))
    # A program killed between "new in" and "old out" leaves both; the later one of an origin counts.
    return sorted({entry.origin: entry for entry in found}.values(), key=lambda entry: (entry.added_at, entry.id))


def entry_of(folder: Path) -> Entry | None:
    with suppress(OSError, ValidationError):
        return Entry.model_validate_json((folder / ENTRY).read_bytes())
    return None


def sections_of(folder: Path, entry: Entry) -> tuple[PagedSection, ...]:
    try:
        return SECTION_LIST.validate_json((folder / SECTIONS).read_bytes())
    except (OSError, ValidationError):
        with suppress(OSError, UnreadableDocument):
            return load_bytes((folder / ORIGINAL).read_bytes(), entry.name).sections
        return ()


def write_entry(folder: Path, entry: Entry) -> None:
    draft = folder / f".{ENTRY}"
    _write(draft, entry.model_dump_json(indent=1).encode())
    draft.replace(folder / ENTRY)
    sync_folder(folder)


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
