"""`python -m evals.bench.retrieval`: a search beside the bare embedding of its query, indexing beside bare encoding.

Passages are put together from the sentences of the digests, so that their words and codes are real; their vectors are
random, so that 100,000 of them are made in minutes. Each size is measured in a process of its own, which tells its
memory. Everything is a ratio within one run.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import TYPE_CHECKING

from langchain_core.embeddings import Embeddings

from corpus.sources import Document, Section, load_sources, read_document

if TYPE_CHECKING:
    from assistant.retrieval import Retriever
    from corpus.embedding import PackagedMiniLM

SIZES = (1_000, 10_000, 100_000)
PASSAGES_IN_A_DOCUMENT = 20
SENTENCES_IN_A_PASSAGE = 4
ROUNDS = 2
SEED = 77427


class RandomUnitVectors(Embeddings):
    """A vector that depends on nothing: how long a search takes does not hang on what a vector means."""

    def __init__(self, dimensions: int = 384) -> None:
        import torch

        self._draw, self.dimensions = torch.Generator().manual_seed(SEED), dimensions

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """As many unit vectors as texts."""
        import torch

        vectors = torch.randn(len(texts), self.dimensions, generator=self._draw)
        return torch.nn.functional.normalize(vectors).tolist()

    def embed_query(self, text: str) -> list[float]:
        """One unit vector."""
        return self.embed_documents([text])[0]


def main(words: list[str] | None = None) -> None:
    """Print indexing, then each size."""
    parser = argparse.ArgumentParser(prog="python -m evals.bench.retrieval", description=__doc__)
    parser.add_argument("--size", type=int, action="append", help="passages; may be given several times")
    parser.add_argument("--keep", type=Path, help="folder in which the made indexes stay, to be used again")
    parser.add_argument("--alone", type=int, help=argparse.SUPPRESS)
    asked = parser.parse_args(words)
    if asked.alone:
        for line in searched(asked.alone, asked.keep):
            print(line, flush=True)
        return
    print(indexed(), flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for size in asked.size or SIZES:
            command = [sys.executable, "-m", "evals.bench.retrieval", "--alone", str(size)]
            # One process builds and a fresh one searches, so that its memory is that of searching alone.
            for _ in range(2):
                subprocess.run([*command, "--keep", str(asked.keep or folder)], check=True)  # noqa: S603 - ourselves


def documents(passages: int) -> Iterator[Document]:
    """Documents with about so many passages, of shuffled sentences under the headings and dates of real sources."""
    draw = random.Random(SEED)
    real = [read_document(source) for source in load_sources().values()]
    sentences = [line.strip("- ") for one in real for part in one.sections for line in part.text.splitlines() if line]
    headings = [part.heading for one in real for part in one.sections]
    for number in range(passages // PASSAGES_IN_A_DOCUMENT):
        source = draw.choice(real).source.model_copy(update={"id": f"made-{number}"})
        yield Document(
            source=source,
            sections=tuple(
                Section(
                    mark=f"s{part}",
                    heading=draw.choice(headings),
                    text=" ".join([f"No. {number}.", *draw.sample(sentences, SENTENCES_IN_A_PASSAGE)])[:850],
                )
                for part in range(PASSAGES_IN_A_DOCUMENT)
            ),
        )


def indexed() -> str:
    """Building the index of the digests beside encoding the same texts with the bare model, on all cores."""
    import torch

    from corpus.chunking import passages_of
    from corpus.embedding import BATCH, PackagedMiniLM
    from corpus.index import build_index

    held = [read_document(source) for source in load_sources().values()]
    texts = [passage.searched_text for document in held for passage in passages_of(document)]
    embedding = PackagedMiniLM(threads=os.cpu_count() or 1)
    embedding.embed_documents(texts[:64])  # what loads with the first text is not measured
    encoding, building = [], []
    for _ in range(3):
        torch.set_num_threads(os.cpu_count() or 1)
        started = perf_counter()
        embedding.model.encode(texts, batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False)
        encoding.append(perf_counter() - started)
        with tempfile.TemporaryDirectory() as folder:
            started = perf_counter()
            build_index(Path(folder), held, embedding=embedding)
            building.append(perf_counter() - started)
    share = median(bare / whole for bare, whole in zip(encoding, building, strict=True))
    return (
        f"indexing {len(texts)} passages, 3 rounds: {len(texts) / median(building):.0f} a second, bare encoding "
        f"{len(texts) / median(encoding):.0f}; median share {share:.2f}"
    )


def searched(size: int, kept: Path) -> Iterator[str]:
    """Builds an index of so many passages or, where it stands, searches it with every query of the retrieval set."""
    from assistant.retrieval import Retriever
    from corpus.embedding import PackagedMiniLM
    from corpus.index import build_index, current_build

    folder = kept / str(size)
    if current_build(folder) is None:
        started = perf_counter()
        build_index(folder, documents(size), embedding=RandomUnitVectors())
        yield f"{size:,} passages: built in {perf_counter() - started:.0f} s with vectors given, peak {_megabytes()} MB"
        return
    embedding = PackagedMiniLM(threads=1)
    embedding.embed_query("warm")
    model = _megabytes()
    yield from _beside_the_embedding(Retriever(folder, embedding), embedding)
    yield f"  peak {_megabytes()} MB, of it model and packages {model} MB"


def _beside_the_embedding(retriever: Retriever, embedding: PackagedMiniLM) -> Iterator[str]:
    from corpus.code_numbers import codes_in
    from evals.loading import read_queries

    queries = [query.text for query in read_queries()]
    retriever.warm()
    for query in queries:  # once each: what loads or is counted with a first question is not measured
        retriever.search(query)
    taken: dict[str, list[float]] = {"bare": [], "a code": [], "plain words": []}
    for _ in range(ROUNDS):
        for query in queries:  # in turns, so that both meet the same noise
            taken["bare"].append(_seconds(partial(embedding.embed_query, query)))
            kind = "a code" if codes_in(query) else "plain words"
            taken[kind].append(_seconds(partial(retriever.search, query)))
    yield f"  {_figures('embedding the query alone', taken['bare'])}"
    for what, seconds in (*list(taken.items())[1:], ("every query", taken["a code"] + taken["plain words"])):
        ratios = [one / bare for one, bare in zip(_p50_p95(seconds), _p50_p95(taken["bare"]), strict=True)]
        yield f"  {_figures(what, seconds)}; {ratios[0]:.2f} and {ratios[1]:.2f} of the embedding"


def _seconds(work: Callable[[], object]) -> float:
    started = perf_counter()
    work()
    return perf_counter() - started


def _p50_p95(seconds: list[float]) -> tuple[float, float]:
    cuts = quantiles(seconds, n=20)
    return median(seconds), cuts[18]


def _figures(what: str, seconds: list[float]) -> str:
    p50, p95 = _p50_p95(seconds)
    told = (min(seconds), p50, p95, max(seconds))
    return f"{what}: n {len(seconds)}, min {{:.1f}}, p50 {{:.1f}}, p95 {{:.1f}}, max {{:.1f}} ms".format(
        *(1000 * one for one in told)
    )


def _megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
