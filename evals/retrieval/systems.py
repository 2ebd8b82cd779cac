"""The four ways of finding that are compared. All search the same passages of the same index with the same model."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from assistant.conversation import Conversation
from assistant.retrieval import Retriever
from corpus.embedding import PackagedMiniLM
from corpus.index import Index
from corpus.passage import Passage
from corpus.wanted import EVERYTHING
from evals.case import TODAY, Query

DEPTH = 24  # passages of each answer that are looked at
CANDIDATES = 40  # of each side of the equal fusion
RRF_CONSTANT = 60  # its authors' choice

System = Callable[[Query], Sequence[Passage]]


def systems(index: Index, data_dir: Path) -> dict[str, System]:
    """Each by name. The first three are asked a follow-up together with the questions before it."""
    embedding = PackagedMiniLM()

    def dense(query: Query, most: int = DEPTH) -> list[Passage]:
        return [passage for passage, _ in index.nearest(embedding.embed_query(_told(query)), EVERYTHING, most)]

    def words(query: Query, most: int = DEPTH) -> list[Passage]:
        return [found.passage for found in index.passages.by_words(_told(query), EVERYTHING, most)]

    def fused(query: Query) -> list[Passage]:
        return equal_fusion(dense(query, CANDIDATES), words(query, CANDIDATES))[:DEPTH]

    retriever = Retriever(data_dir, embedding)
    return {
        "dense only": dense,
        "BM25 only": words,
        "equal RRF": fused,
        "ours": lambda query: ours(retriever, query),
    }


def ours(retriever: Retriever, query: Query) -> list[Passage]:
    """As the assistant searches: what its reader understood of the question and of the turns before goes along."""
    today = date.fromisoformat(TODAY)
    before = Conversation.from_history([{"role": "user", "content": turn} for turn in query.earlier], today=today)
    heard = before.hear(query.text)
    scenario, dates = heard.scenario, heard.scenario.dos
    hits = retriever.search(
        query.text, codes=scenario.codes, payer=scenario.payer, k=DEPTH,
        on=dates.end if dates else None, since=dates.start if dates else None,
        disagreement=bool(heard.reading and heard.reading.opinions),
    )  # fmt: skip
    return [hit.passage for hit in hits]


def equal_fusion(*lists: Sequence[Passage]) -> list[Passage]:
    """Reciprocal rank fusion in which every list counts alike."""
    score: dict[str, float] = {}
    passages: dict[str, Passage] = {}
    for ranked in lists:
        for rank, passage in enumerate(ranked, start=1):
            passages[passage.id] = passage
            score[passage.id] = score.get(passage.id, 0.0) + 1.0 / (RRF_CONSTANT + rank)
    return sorted(passages.values(), key=lambda passage: -score[passage.id])


def _told(query: Query) -> str:
    return "\n".join([*query.earlier, query.text])
