"""The index of all documents: built whole beside the old one, then switched to in one step.

Readers keep answering from the build they opened and move to the new one with their next question. A build that
was killed leaves a folder nothing points at; the next one sweeps it away. Backing up is copying the data folder.
"""

import os
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from corpus.build_folder import PASSAGES, READERS, VECTORS, deep_fault_of, fault_of, pointed_at
from corpus.chunking import passages_of
from corpus.file_locks import lock_file
from corpus.index_errors import IndexBusy, IndexDamaged, IndexMissing
from corpus.index_writing import Progress, identity_of, whole, written
from corpus.passage import Passage
from corpus.passage_store import PassageStore
from corpus.sources import Document
from corpus.vector_store import VectorStore
from corpus.wanted import EVERYTHING, Wanted

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings

__all__ = [
    "Index",
    "IndexBusy",
    "IndexDamaged",
    "IndexMissing",
    "build_index",
    "check_index",
    "current_build",
    "open_index",
]

WAIT_FOR_WRITER_SECONDS = 600


class Index:
    """One build, open for reading. Its vectors open with the first question that needs them."""

    def __init__(self, folder: Path, reading: int) -> None:
        self.folder, self.build, self._reading = folder, folder.name, reading
        self.passages = PassageStore(folder / PASSAGES)
        self._opening = Lock()

    @cached_property
    def vectors(self) -> VectorStore:
        """The Chroma collection. Raises IndexDamaged where it cannot be opened."""
        with self._opening:
            try:
                return VectorStore(self.folder / VECTORS)
            except Exception as broken:  # Chroma's own errors have no common class
                raise IndexDamaged(_told(self.folder, f"its vectors cannot be opened ({broken})")) from broken

    def nearest(self, vector: Sequence[float], wanted: Wanted, most: int) -> list[tuple[Passage, float]]:
        """The wanted passages nearest to a vector, with their cosine similarity. Raises IndexDamaged.

        Chroma filters slowly (at 10,000 passages 80 ms instead of 2), and most passages are wanted most of the
        time: the nearest of all are asked first and filtered here; Chroma's filter answers when that is not enough.
        """
        for reach in (3 * most, 15 * most):
            near = self._near(vector, EVERYTHING, reach)
            found = self.passages.by_ids([one for one, _ in near], wanted)
            if len(found) >= most or len(near) < reach:
                break
        else:
            near = self._near(vector, wanted, most)
            found = self.passages.by_ids([one for one, _ in near])
        similarity = dict(near)
        return [(passage, similarity[passage.id]) for passage in found[:most]]

    def _near(self, vector: Sequence[float], wanted: Wanted, most: int) -> list[tuple[str, float]]:
        try:
            return self.vectors.nearest(vector, wanted, min(most, self.passages.count))
        except IndexDamaged:
            raise
        except Exception as broken:  # Chroma's own errors have no common class
            raise IndexDamaged(_told(self.folder, f"its vectors cannot be read ({broken})")) from broken

    def close(self) -> None:
        """Lets the build go; it may be removed from now on."""
        self.passages.close()
        if "vectors" in self.__dict__:
            self.vectors.close()
        os.close(self._reading)


def open_index(data_dir: Path) -> Index:
    """The build that answers now. Raises IndexMissing before the first build, IndexDamaged for a broken one."""
    index = data_dir / "index"
    for _ in range(5):  # a build may be replaced and swept away between reading its name and locking it
        folder = pointed_at(index)
        if folder is None:
            raise IndexMissing(f"There is no index in {data_dir} yet. Build it: secondcheck index")
        reading = lock_file(folder / READERS, exclusive=False)
        if reading is not None and pointed_at(index) == folder:
            break
        if reading is not None:
            os.close(reading)
    else:
        raise IndexDamaged(_told(index, "the folder it points at cannot be opened"))
    try:
        if fault := fault_of(folder):
            raise IndexDamaged(_told(folder, fault))
        return Index(folder, reading)
    except BaseException:
        os.close(reading)
        raise


def current_build(data_dir: Path) -> str | None:
    """The name of the build that answers now, read afresh; costs one small file."""
    folder = pointed_at(data_dir / "index")
    return folder.name if folder else None


def check_index(data_dir: Path) -> None:
    """Reads all of the index that answers, as doctor does. Raises IndexMissing and IndexDamaged."""
    folder = pointed_at(data_dir / "index")
    if folder is None:
        raise IndexMissing(f"There is no index in {data_dir} yet. Build it: secondcheck index")
    if fault := deep_fault_of(folder):
        raise IndexDamaged(_told(folder, fault))


def build_index(
    data_dir: Path,
    documents: Iterable[Document],
    progress: Progress | None = None,
    embedding: "Embeddings | None" = None,
) -> str:
    """Makes the index hold exactly these documents and returns the name of its build.

    Nothing is done where the current build already does. Raises IndexBusy when another program keeps building, and
    EmbeddingUnavailable without the model; the old index goes on answering in both cases.
    """
    index = data_dir / "index"
    index.mkdir(parents=True, exist_ok=True)
    held = list(documents)
    passages = list({passage.id: passage for document in held for passage in passages_of(document)}.values())
    build = identity_of(passages)
    if folder := whole(index, build):
        return folder.name
    from filelock import FileLock, Timeout  # asyncio comes with it, which no question needs

    try:
        with FileLock(index / "writer.lock", timeout=WAIT_FOR_WRITER_SECONDS):
            return written(index, build, held, passages, progress, embedding).name
    except Timeout:
        raise IndexBusy(f"Another program has been building {index} for ten minutes. Try again later.") from None


def _told(folder: Path, fault: str) -> str:
    return f"The index in {folder} cannot be used: {fault}. Build it again: secondcheck index"
