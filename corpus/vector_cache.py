"""Vectors that were computed once, by model and text: adding one file embeds only that file's passages."""

import hashlib
import json
import sqlite3
from array import array
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

from langchain_core.embeddings import Embeddings

from corpus.model import MODEL

# Enough for sentence-transformers to sort by length and pad little; few enough for a lively progress bar.
EMBEDDED_AT_ONCE = 256


class CachedEmbedding(Embeddings):
    """Embeddings that keep every vector in one SQLite file, written after each batch: a killed build resumes."""

    def __init__(self, inner: Embeddings, file: Path, embedded: Callable[[int], None] | None = None) -> None:
        self.inner, self.file, self.embedded = inner, file, embedded
        try:
            self._prepare()
        except sqlite3.DatabaseError:  # damaged: it holds nothing that cannot be computed again
            file.unlink()
            self._prepare()

    def embed_query(self, text: str) -> list[float]:
        """The vector of a question; questions are not kept."""
        return self.inner.embed_query(text)

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """The vectors of texts, computing only those never seen before."""
        keys = [key_of(text) for text in texts]
        with closing(self._open()) as db:
            known = self._known(db, keys)
            missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
            if self.embedded and len(texts) > len(missing):
                self.embedded(len(texts) - len(missing))
            waiting = list(missing.items())
            for first in range(0, len(waiting), EMBEDDED_AT_ONCE):
                some = waiting[first : first + EMBEDDED_AT_ONCE]
                vectors = self.inner.embed_documents([text for _, text in some])
                fresh = {key: array("f", vector).tobytes() for (key, _), vector in zip(some, vectors, strict=True)}
                with db:
                    db.executemany("INSERT OR REPLACE INTO vector VALUES (?, ?)", fresh.items())
                known |= fresh
                if self.embedded:
                    self.embedded(len(some))
        return [array("f", known[key]).tolist() for key in keys]

    def forget_all_but(self, texts: Iterable[str]) -> None:
        """Drops the vectors of texts that no passage has any more."""
        with closing(self._open()) as db, db:
            db.execute("CREATE TEMP TABLE kept (key TEXT PRIMARY KEY)")
            db.executemany("INSERT OR IGNORE INTO kept VALUES (?)", ((key_of(text),) for text in texts))
            db.execute("DELETE FROM vector WHERE key NOT IN (SELECT key FROM kept)")

    def _prepare(self) -> None:
        with closing(self._open()) as db, db:
            db.execute("CREATE TABLE IF NOT EXISTS vector (key TEXT PRIMARY KEY, vector BLOB) WITHOUT ROWID")
            if db.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                raise sqlite3.DatabaseError("damaged")

    def _open(self) -> sqlite3.Connection:
        return sqlite3.connect(self.file, timeout=30)

    @staticmethod
    def _known(db: sqlite3.Connection, keys: list[str]) -> dict[str, bytes]:
        asked = "SELECT key, vector FROM vector WHERE key IN (SELECT value FROM json_each(?))"
        return dict(db.execute(asked, [json.dumps(keys)]).fetchall())


def key_of(text: str) -> str:
    """What a vector depends on: the model and the text."""
    return hashlib.sha256(f"{MODEL}\n{text}".encode()).hexdigest()
