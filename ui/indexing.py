"""Building the index over everything that can be cited: what ships, and what the user added."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from assistant.settings import load_settings
from corpus.library import library_documents
from corpus.sources import Document, load_sources, read_document

Progress = Callable[[int, int], None]


def data_dir() -> Path:
    """Where index and added documents lie."""
    return load_settings().data_dir


def build(progress: Progress) -> None:
    """Brings the index up to date; the old one answers until the new one is whole.

    Raises IndexBusy, EmbeddingUnavailable, SourcesError.
    """
    from corpus.index import build_index  # Chroma's client is heavy, and most visits build nothing

    build_index(data_dir(), documents(data_dir()), progress)


def documents(folder: Path) -> list[Document]:
    """Every document the index should hold."""
    return [*map(read_document, load_sources().values()), *library_documents(folder)]
