"""What belongs in the index: the sources that ship and the documents that the user added."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.sources import Document

Progress = Callable[[int, int], None]  # passages done, passages in all


def documents(data_dir: Path) -> list[Document]:
    """Every document that may be cited, with its text. Raises SourcesError where a shipped one is unusable."""
    from corpus.library import library_documents
    from corpus.sources import load_sources, read_document

    return [*(read_document(source) for source in load_sources().values()), *library_documents(data_dir)]


def bring_up_to_date(data_dir: Path, progress: Progress | None = None) -> str:
    """Build the index where it does not hold exactly these documents; returns the name of its build.

    Raises IndexBusy and EmbeddingUnavailable; the old index goes on answering in both cases.
    """
    from corpus.index import build_index

    return build_index(data_dir, documents(data_dir), progress)


def is_up_to_date(data_dir: Path) -> bool:
    """Whether the index holds what it should. Raises IndexMissing and IndexDamaged."""
    from corpus.chunking import passages_of
    from corpus.index import open_index
    from corpus.index_writing import identity_of

    index = open_index(data_dir)
    index.close()
    passages = {passage.id: passage for document in documents(data_dir) for passage in passages_of(document)}
    return index.build.split(".")[0] == identity_of(passages.values())
