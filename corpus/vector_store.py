"""The vectors of one index build in a persistent Chroma collection, through LangChain.

chromadb is imported when a build is made or first asked, never before.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.passage import Passage
from corpus.wanted import Wanted

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.collection_configuration import CreateCollectionConfiguration
    from langchain_core.embeddings import Embeddings

COLLECTION = "passages"
# Cosine, and a search wider than Chroma's default: a cited passage is worth a fraction of a millisecond.
CONFIGURATION: "CreateCollectionConfiguration" = {"hnsw": {"space": "cosine", "ef_construction": 200, "ef_search": 200}}
WRITTEN_AT_ONCE = 2000  # below the largest batch Chroma accepts (5461)


def write_vectors(folder: Path, passages: Sequence[Passage], embedding: "Embeddings") -> None:
    """Embeds the passages into a new collection in ``folder``. Raises EmbeddingUnavailable."""
    from langchain_chroma import Chroma

    with _client(folder) as client:
        store = Chroma(COLLECTION, embedding_function=embedding, client=client, collection_configuration=CONFIGURATION)
        for first in range(0, len(passages), WRITTEN_AT_ONCE):
            some = passages[first : first + WRITTEN_AT_ONCE]
            store.add_texts(
                [passage.searched_text for passage in some],
                metadatas=[metadata_of(passage) for passage in some],
                ids=[passage.id for passage in some],
            )


def metadata_of(passage: Passage) -> dict[str, object]:
    """What Chroma filters by. It knows neither None nor empty lists, so what is unknown is left out."""
    particulars: dict[str, object] = {
        "source": passage.source,
        "section": passage.mark,
        "page": passage.page,
        "codes": list(passage.codes),
        "source_codes": list(passage.source_codes),
        "modifiers": list(passage.modifiers),
        "payers": list(passage.payers),
        "authority": passage.authority,
        "in_force_from": passage.in_force_from,
        "in_force_to": passage.in_force_to,
        "standing": passage.standing,
        "words": passage.words,
    }
    return {name: value for name, value in particulars.items() if value not in (None, [])}


class VectorStore:
    """Reads one build's collection.

    Asked through Chroma's own interface: LangChain's also fetches the texts, which are in the passages' file
    already, and takes four times as long.
    """

    def __init__(self, folder: Path) -> None:
        """Raises what Chroma raises where the folder holds no whole collection."""
        self._opened = _client(folder)
        self._collection = self._opened.__enter__().get_collection(COLLECTION, embedding_function=None)

    def nearest(self, vector: Sequence[float], wanted: Wanted, most: int) -> list[tuple[str, float]]:
        """Passage ids with their cosine similarity to the vector, nearest first."""
        found = self._collection.query(
            query_embeddings=[vector], n_results=most, where=wanted.as_chroma(), include=["distances"]
        )
        distances = (found["distances"] or [[]])[0]
        return [(one, 1.0 - distance) for one, distance in zip(found["ids"][0], distances, strict=True)]

    def close(self) -> None:
        """Lets the collection's files go."""
        self._opened.__exit__(None, None, None)


@contextmanager
def _client(folder: Path) -> "Iterator[ClientAPI]":
    import chromadb
    from chromadb.config import Settings

    client = chromadb.PersistentClient(str(folder), settings=Settings(anonymized_telemetry=False))
    try:
        yield client
    finally:
        client.close()  # type: ignore[attr-defined]  # Chroma's interface forgets it
