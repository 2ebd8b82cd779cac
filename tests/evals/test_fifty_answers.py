"""docs/fifty_answers.md: current, and fit to be read by a coder."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from langchain_core.embeddings import Embeddings

from assistant import Assistant
from assistant.checking.sentences import sentences
from assistant.indexing import documents
from assistant.settings import Settings
from corpus.index import build_index
from evals.fifty_answers import PAGE, page, questions

MOST_SENTENCES = 8  # seven and "Assuming Medicare."
MARKS = re.compile(r"\s*\[\d+\]")


class NoMeaning(Embeddings):
    """One vector for everything: the questions of the page are found by their codes, not by meaning."""

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return [[1.0] + [0.0] * 383 for _ in texts]

    def embed_query(self, text: str) -> list[float]:
        return self.embed_documents([text])[0]


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """Answers from every shipped source, without the minute that vectors would take."""
    folder: Path = tmp_path_factory.mktemp("fifty")
    build_index(folder, documents(folder), embedding=NoMeaning())
    return Assistant(Settings(data_dir=folder))


def answers() -> list[str]:
    """The answers as the page has them, without titles."""
    blocks = PAGE.read_text("utf-8").split("\n\n")
    return [blocks[at + 1] for at, block in enumerate(blocks) if block.startswith("**")]


def test_the_page_is_current(assistant: Assistant) -> None:
    """Run `python -m evals.fifty_answers` after a change of the composer, the rules or the sources, and read it."""
    assert page(assistant) == PAGE.read_text("utf-8")


def test_there_are_fifty_different_questions() -> None:
    """Each of them answered once."""
    asked = [question for _, question in questions()]
    assert 50 == len(set(asked)) == len(asked) == len(answers())


@pytest.mark.parametrize("answer", answers())
def test_an_answer_is_short_and_says_nothing_twice(answer: str) -> None:
    """At most eight sentences, no two alike."""
    told = [MARKS.sub("", one.text) for one in sentences(answer)]
    assert len(told) <= MOST_SENTENCES
    assert len(set(told)) == len(told)


def test_every_question_is_answered() -> None:
    """None of the fifty is called out of scope or not covered."""
    assert not [one for one in answers() if "outside what Second Check covers" in one or "not covered" in one]
