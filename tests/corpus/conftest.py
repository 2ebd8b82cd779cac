"""Small documents and a quick stand-in for the embedding model."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from langchain_core.embeddings import Embeddings

from corpus.chunking import PagedSection
from corpus.sources import Document, Source

Paper = Callable[..., Document]


class WordCounts(Embeddings):
    """Vectors out of hashed words: instant, the same everywhere, near for texts that share words."""

    def __init__(self) -> None:
        self.embedded: list[str] = []

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        self.embedded += texts
        return [self._vector(text) for text in texts]

    def embed_query(self, text: str) -> list[float]:
        return self._vector(text)

    @staticmethod
    def _vector(text: str) -> list[float]:
        vector = [0.001] * 64
        for word in text.lower().split():
            vector[int(hashlib.sha256(word.encode()).hexdigest(), 16) % 64] += 1.0
        length = sum(value * value for value in vector) ** 0.5
        return [value / length for value in vector]


@pytest.fixture
def words() -> WordCounts:
    """The stand-in model; it remembers what it was asked to embed."""
    return WordCounts()


@pytest.fixture(scope="session")
def paper() -> Paper:
    """Makes a document from an id and sections: ``paper("a", {"Units": "text"}, payers=("uhc",))``."""

    def make(name: str, sections: dict[str, str], **particulars: Any) -> Document:
        source = Source.model_validate(
            {
                "id": name,
                "title": f"Title of {name}",
                "publisher": "Tests",
                "authority": "society",
                "read_at": date(2026, 11, 22),
                "standing": "in_force",
                "payers": ("any",),
                "seen": "whole",
                "document": f"{name}.md",
                **particulars,
            }
        )
        parts = tuple(
            PagedSection(mark=f"s{number}", heading=heading, text=text, page=number)
            for number, (heading, text) in enumerate(sections.items(), start=1)
        )
        return Document(source=source, sections=parts)

    return make
