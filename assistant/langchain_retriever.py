"""The retriever as LangChain knows retrievers, for the chain and for anybody's own chain."""

from datetime import date
from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from assistant.ranking import Hit
from assistant.retrieval import Retriever


class PassageRetriever(BaseRetriever):
    """Passages as LangChain documents: the passage's text, its particulars as metadata, score and reasons too."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    retriever: Retriever
    k: int = 8

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun, **particulars: Any
    ) -> list[Document]:
        del run_manager  # nothing to report below this step
        return [as_document(hit) for hit in self.retriever.search(query, k=self.k, **_known(particulars))]


def as_document(hit: Hit) -> Document:
    """A hit as LangChain document; the passage itself travels along under ``passage``."""
    passage = hit.passage
    metadata = {**passage.as_record(), "passage": passage, "score": hit.score, "why": hit.why}
    return Document(id=passage.id, page_content=passage.text, metadata=metadata)


def _known(particulars: dict[str, Any]) -> dict[str, Any]:
    """What ``search`` understands out of a chain's keywords: codes, payer, on, disagreement."""
    on: date | None = particulars.get("on")
    return {
        "codes": tuple(particulars.get("codes", ())),
        "payer": particulars.get("payer"),
        "on": on,
        "disagreement": bool(particulars.get("disagreement", False)),
    }
