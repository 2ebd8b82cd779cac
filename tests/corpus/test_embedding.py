"""The packaged model, once for the whole module: it takes seconds to load."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from corpus.embedding import PackagedMiniLM
from corpus.model import DIMENSIONS
from corpus.vector_cache import CachedEmbedding


@pytest.fixture(scope="module")
def model() -> PackagedMiniLM:
    return PackagedMiniLM()


def cosine(one: list[float], other: list[float]) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))


def test_vectors_are_of_unit_length_and_carry_meaning(model) -> None:
    """Paraphrases of this field are nearer to each other than to a sentence of another one."""
    ports, films, pizza = model.embed_documents(
        ["How often are port images billed?", "billing frequency of portal films", "the best pizza in town"]
    )
    assert len(ports) == DIMENSIONS
    assert cosine(ports, ports) == pytest.approx(1.0, abs=1e-5)
    assert cosine(ports, films) > 0.5 > 0.3 > cosine(ports, pizza)


def test_a_question_has_the_vector_of_the_same_text(model) -> None:
    """Question and passage are embedded alike, whatever stands beside them in a batch."""
    text = "77336 is weekly physics"
    (alone, _) = model.embed_documents([text, "a much longer text " * 40])
    assert cosine(alone, model.embed_query(text)) == pytest.approx(1.0, abs=1e-4)


def test_serving_takes_one_core(model) -> None:
    """A question must not slow the page for everybody else on the machine."""
    import torch

    model.embed_query("units")
    assert torch.get_num_threads() == 1


def test_known_texts_are_not_embedded_again(tmp_path, words) -> None:
    """The cache gives back what the model gave, to single precision, and asks it only for new texts."""
    cache = CachedEmbedding(words, tmp_path / "vectors.db")
    first = cache.embed_documents(["one text", "two texts"])
    again = cache.embed_documents(["two texts", "three", "one text"])
    assert words.embedded == ["one text", "two texts", "three"]
    assert again[0] == pytest.approx(first[1], abs=1e-7)
    cache.forget_all_but(["three"])
    cache.embed_documents(["three", "one text"])
    assert words.embedded[3:] == ["one text"]


def test_importing_the_module_loads_no_model() -> None:
    """corpus.embedding is imported on the way to an index; torch must wait for the first text."""
    code = "import sys, corpus.embedding; print(*{'torch', 'sentence_transformers', 'transformers'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=os.environ, check=True)
    assert done.stdout.strip() == ""
