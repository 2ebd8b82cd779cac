"""The tutorial pipeline, to compare with: fixed-size chunks of whole documents, dense top-k in Chroma, no checker."""

from __future__ import annotations

from pathlib import Path

from corpus.embedding import PackagedMiniLM
from corpus.sources import load_sources, read_document

CHUNK_CHARACTERS = 1000  # the customary size, with the customary overlap
OVERLAP_CHARACTERS = 200
CHUNKS_IN_PROMPT = 4
CHUNKS_FETCHED = 24  # so that eight different sources can come of it


def chunked(text: str) -> list[str]:
    """Slices of a fixed size, wherever they cut."""
    step = CHUNK_CHARACTERS - OVERLAP_CHARACTERS
    starts = range(0, max(1, len(text) - OVERLAP_CHARACTERS), step)
    return [text[start : start + CHUNK_CHARACTERS] for start in starts]


class TutorialRetrieval:
    """What a first tutorial builds over the same documents, with the same embedding model."""

    def __init__(self, folder: Path) -> None:
        import chromadb

        self._embedding = PackagedMiniLM()
        client = chromadb.PersistentClient(str(folder))
        self._held = client.create_collection("tutorial", metadata={"hnsw:space": "cosine"})
        texts, sources = _chunks()
        for start in range(0, len(texts), 256):
            batch = slice(start, start + 256)
            self._held.add(
                ids=[str(number) for number in range(start, start + len(texts[batch]))],
                documents=texts[batch],
                embeddings=self._embedding.embed_documents(texts[batch]),  # type: ignore[arg-type]  # lists are taken
                metadatas=[{"source": source} for source in sources[batch]],
            )

    def search(self, query: str) -> list[str]:
        """Source ids, nearest first."""
        return [source for source, _ in self._nearest(query, CHUNKS_FETCHED)]

    def passages(self, query: str) -> list[str]:
        """The texts a tutorial puts into its prompt."""
        return [text for _, text in self._nearest(query, CHUNKS_IN_PROMPT)]

    def _nearest(self, query: str, most: int) -> list[tuple[str, str]]:
        vector = self._embedding.embed_query(query)
        found = self._held.query(query_embeddings=[vector], n_results=most)  # type: ignore[arg-type]  # lists are taken
        sources = [str(one["source"]) for one in (found["metadatas"] or [[]])[0]]
        return list(zip(sources, (found["documents"] or [[]])[0], strict=True))


def _chunks() -> tuple[list[str], list[str]]:
    texts: list[str] = []
    names: list[str] = []
    for source in load_sources().values():
        sections = (f"{part.heading}\n{part.text}" for part in read_document(source).sections)
        whole = "\n\n".join((source.title, *sections))  # a published document carries its title
        pieces = chunked(whole)
        texts += pieces
        names += [source.id] * len(pieces)
    return texts, names
