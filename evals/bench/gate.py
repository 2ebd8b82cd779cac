"""The gate on answers of 150 words that it has never seen: no sentence comes twice, so nothing is remembered."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from time import thread_time

from evals.bench.figure import Figure, timed
from evals.bench.questions import QUESTIONS
from evals.case import TODAY
from evals.ground import Ground

WORDS = 150
AIM = "p95 under 5 ms"
TEXTS = 200
SEED = 77427
QUESTION = "28 fractions in 2026, Medicare. How many units of 77427?"


def figures(_: Ground) -> Iterator[Figure]:
    """Whole texts through the gate, beside embedding a question."""
    from assistant.checking.gate import check
    from assistant.reading.facts import read_facts
    from corpus.embedding import PackagedMiniLM
    from corpus.rulebook import read_whole

    embedding, day = PackagedMiniLM(threads=1), date.fromisoformat(TODAY)
    embedding.embed_query(QUESTION)
    alone = Figure.of("embedding the question", timed(embedding.embed_query, QUESTIONS, 10))
    heard = read_facts(QUESTION, day)
    first, *fresh = texts(2 * TEXTS + 1)

    def judge(text: str) -> None:
        check(text, heard.scenario, QUESTION, heard.proposition, today=day)

    read_whole()  # as a page that is up has done
    judge(first)
    yield Figure.of(f"gate, a fresh answer of {WORDS} words", timed(judge, fresh[:TEXTS]), alone, aim=AIM)
    # What the gate itself needs, whatever else the machine does meanwhile; again on texts it has not seen.
    of_a_core = timed(judge, fresh[TEXTS:], clock=thread_time)
    yield Figure.of(f"gate, a fresh answer of {WORDS} words, processor time", of_a_core, aim=AIM)


def texts(number: int) -> list[str]:
    """Texts of about 150 words out of the attack's statements, half of them wrong, each statement used once."""
    from evals.gate.by_hand import by_hand
    from evals.gate.cases import cases

    said = list(dict.fromkeys(case.text for case in (*by_hand(), *cases()) if "\n" not in case.text))
    random.Random(SEED).shuffle(said)
    made: list[str] = []
    while len(made) < number:
        words = 0
        sentences = []
        while words < WORDS:
            sentences.append(said.pop())
            words += len(sentences[-1].split())
        made.append(" ".join(sentences))
    return made
