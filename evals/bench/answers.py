"""A warm answer beside what it cannot do without: embedding the question."""

from __future__ import annotations

from collections.abc import Iterator

from evals.bench.figure import Figure, timed
from evals.bench.questions import IN_WORDS, QUESTIONS, WITH_CODE
from evals.ground import Ground

ROUNDS = 25


def figures(ground: Ground) -> Iterator[Figure]:
    """The embedding alone, answers with a code, answers in plain words, and the gate's share of the former."""
    from corpus.embedding import PackagedMiniLM

    assistant, embedding = ground.assistant, PackagedMiniLM(threads=1)
    for question in QUESTIONS:
        assistant.ask(question)
        embedding.embed_query(question)
    alone = Figure.of("embedding the question", timed(embedding.embed_query, QUESTIONS, ROUNDS))
    yield alone
    checks: list[float] = []

    def ask(question: str) -> None:
        checks.append(assistant.ask(question).seconds.check)

    yield Figure.of("answer, the question names a code or a service", timed(ask, WITH_CODE, ROUNDS), alone)
    gate = checks[:]
    yield Figure.of("answer, the question is in plain words", timed(ask, IN_WORDS, ROUNDS), alone, aim="p95 within 2")
    yield Figure.of("of the answer with a code, the gate", gate, alone, aim="p95 under 5 ms")
