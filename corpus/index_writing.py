"""Writing one index build: passages, vectors, manifest, and only then the pointer."""

import hashlib
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.build_folder import (
    PASSAGES,
    SCHEMA,
    VECTORS,
    Manifest,
    deep_fault_of,
    new_folder,
    point_at,
    pointed_at,
    seal,
    sweep,
)
from corpus.chunking import CHUNKER_VERSION, document_text
from corpus.model import MODEL
from corpus.passage import Passage
from corpus.passage_file import write_passages
from corpus.sources import Document
from corpus.vector_store import write_vectors

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings

# How many of how many passages have their vectors.
Progress = Callable[[int, int], None]


def identity_of(passages: Iterable[Passage]) -> str:
    """A build is what it holds and how it was made: passages, chunker, model, file layout."""
    digest = hashlib.sha256(f"{SCHEMA} {CHUNKER_VERSION} {MODEL}".encode())
    for record in sorted(repr(passage) for passage in passages):
        digest.update(record.encode())
    return digest.hexdigest()[:16]


def written(
    index: Path,
    build: str,
    documents: list[Document],
    passages: list[Passage],
    progress: Progress | None,
    embedding: "Embeddings | None",
) -> Path:
    if folder := whole(index, build):  # another program made it while this one waited
        return folder
    from corpus.embedding import PackagedMiniLM
    from corpus.vector_cache import CachedEmbedding

    before = pointed_at(index)
    done = 0

    def embedded(count: int) -> None:
        nonlocal done
        done += count
        if progress:
            progress(done, len(passages))

    folder = new_folder(index, build)
    write_passages(folder / PASSAGES, passages, {held.source.id: document_text(held) for held in documents})
    inner = embedding or PackagedMiniLM(threads=os.cpu_count() or 1)
    cache = CachedEmbedding(inner, index / "vectors.db", embedded)
    write_vectors(folder / VECTORS, passages, cache)
    seal(folder, Manifest(build, SCHEMA, len(documents), len(passages), (folder / PASSAGES).stat().st_size))
    point_at(index, folder)
    cache.forget_all_but(passage.searched_text for passage in passages)
    sweep(index, frozenset({folder.name, before.name if before else folder.name}))
    return folder


def whole(index: Path, build: str) -> Path | None:
    folder = pointed_at(index)
    if folder is None or folder.name.split(".")[0] != build or deep_fault_of(folder):
        return None
    return folder
