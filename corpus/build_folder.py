"""The folders of an index: one immutable folder per build, and a pointer to the one that answers.

    index/current            the name of the folder that answers, replaced in one step
    index/<build>/           passages.db, chroma/, manifest.json (written last: without it the build is not whole)
    index/vectors.db         vectors computed before, so that a rebuild embeds only what is new
    index/writer.lock        held by the one that builds

A reader holds a shared lock on its folder, so that nobody removes it meanwhile. The system frees such a lock when
a process dies, however it dies.
"""

import json
import os
import shutil
import sqlite3
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path

from corpus.file_locks import lock_file, sync_folder

SCHEMA = 4  # raise it when the files of a build change their shape
POINTER, MANIFEST, PASSAGES, VECTORS = "current", "manifest.json", "passages.db", "chroma"
READERS = "readers.lock"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a whole build says of itself."""

    build: str
    schema: int
    documents: int
    passages: int
    passages_bytes: int


def pointed_at(index: Path) -> Path | None:
    """The folder that answers now, or None before the first build."""
    try:
        name = (index / POINTER).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return None
    return index / name if name and "/" not in name and "\\" not in name else None


def point_at(index: Path, folder: Path) -> None:
    """Makes a whole build the one that answers. Readers see the old name or the new one, nothing between."""
    fresh = index / f".{POINTER}.{os.getpid()}"
    with fresh.open("w", encoding="utf-8") as file:
        file.write(folder.name)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(index / POINTER)
    sync_folder(index)


def new_folder(index: Path, build: str) -> Path:
    """A folder nobody has ever read: a name is never used twice while its folder stands."""
    folder, attempt = index / build, 1
    while folder.exists():
        attempt += 1
        folder = index / f"{build}.{attempt}"
    folder.mkdir(parents=True)
    (folder / READERS).touch()
    return folder


def seal(folder: Path, manifest: Manifest) -> None:
    """Everything to disk, then the manifest: from here on the build is whole."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            with path.open("rb+") as file:
                os.fsync(file.fileno())
    draft = folder / f".{MANIFEST}"
    with draft.open("w", encoding="utf-8") as file:
        json.dump(asdict(manifest), file)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(folder / MANIFEST)
    sync_folder(folder)


def fault_of(folder: Path) -> str | None:
    """What is wrong with a build at first sight, in words; None when it looks whole. Takes a millisecond."""
    try:
        manifest = manifest_of(folder)
    except FileNotFoundError:
        return "it was never finished or is gone"
    except (ValueError, TypeError):
        return "its manifest cannot be read"
    if manifest.schema != SCHEMA:
        return "it was made by another version of this program"
    passages = folder / PASSAGES
    if not passages.is_file() or passages.stat().st_size != manifest.passages_bytes:
        return "its passages are cut off or missing"
    if not (folder / VECTORS / "chroma.sqlite3").is_file():
        return "its vectors are missing"
    return None


def deep_fault_of(folder: Path) -> str | None:
    """As ``fault_of``, having read every page of the passages and counted the vectors: 30 ms for 10,000 passages."""
    if fault := fault_of(folder):
        return fault
    expected = manifest_of(folder).passages
    try:
        with closing(sqlite3.connect(_read_only(folder / PASSAGES) + "&immutable=1", uri=True)) as db:
            counted = db.execute("SELECT count(*) FROM passage").fetchone()[0]
            sound = db.execute("PRAGMA quick_check(1)").fetchone()[0]
        with closing(sqlite3.connect(_read_only(folder / VECTORS / "chroma.sqlite3"), uri=True)) as db:
            embedded = db.execute("SELECT count(*) FROM embeddings").fetchone()[0]
    except sqlite3.Error as broken:
        return f"its files are damaged ({broken})"
    if sound != "ok":
        return f"its passages are damaged ({sound})"
    if counted != expected or embedded != expected:
        return f"it holds {counted} passages and {embedded} vectors instead of {expected}"
    return None


def manifest_of(folder: Path) -> Manifest:
    """What a build says of itself. Raises FileNotFoundError, and ValueError or TypeError for a broken manifest."""
    return Manifest(**json.loads((folder / MANIFEST).read_text(encoding="utf-8")))


def _read_only(file: Path) -> str:
    return f"{file.resolve().as_uri()}?mode=ro"


def sweep(index: Path, keep: frozenset[str]) -> None:
    """Removes the builds that nothing points at and nobody reads."""
    for folder in index.iterdir():
        if not folder.is_dir() or folder.name in keep:
            continue
        if (lock := lock_file(folder / READERS, exclusive=True)) is None:
            continue  # somebody still answers from it
        # Files that another system still holds open stay until the next sweep.
        shutil.rmtree(folder, ignore_errors=True)
        os.close(lock)
    for draft in index.glob(f".{POINTER}.*"):
        draft.unlink(missing_ok=True)
