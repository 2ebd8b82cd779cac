"""Every query through every system, over the digests and over the seeds added from files."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from corpus.index import build_index, open_index
from corpus.library import add_document, library_documents
from corpus.passage import Passage
from corpus.sources import Document, load_sources, read_document
from evals.case import Query
from evals.metrics.retrieval import right_places
from evals.retrieval.queries import queries_of
from evals.retrieval.systems import systems

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


@dataclass(frozen=True, slots=True)
class Searched:
    """One query through one system: which places of its result were right, and what stood there."""

    query: Query
    places: tuple[bool, ...]
    found: tuple[str, ...]  # sources and section marks, best first


@dataclass(slots=True)
class Measured:
    """All results, by collection and system in the order they were asked, and what could not be measured."""

    results: dict[str, dict[str, list[Searched]]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def measure(seeds: Path = SEEDS) -> Measured:
    """Builds an index of each collection in a folder of its own and asks every query of every system."""
    measured = Measured()
    digests = [read_document(source) for source in load_sources().values()]
    with tempfile.TemporaryDirectory() as folder:
        measured.results["digests"] = _asked(Path(folder), digests, queries_of("digests"))
    files = sorted(seeds.glob("*.txt"))
    if not files:
        measured.notes.append("The seeds were left out: the source documents are not beside this checkout.")
        return measured
    with tempfile.TemporaryDirectory() as folder:
        added = {path.name[:3]: add_document(Path(folder), path).entry.id for path in files}
        called = {entry: f"file {number}" for number, entry in added.items()}
        queries = [
            query.model_copy(update={"sources": [added[number] for number in query.sources]})
            for query in queries_of("seeds")
        ]
        measured.results["seeds"] = _asked(Path(folder), library_documents(Path(folder)), queries, called)
    return measured


def _asked(
    data_dir: Path, documents: Iterable[Document], queries: Iterable[Query], called: Mapping[str, str] | None = None
) -> dict[str, list[Searched]]:
    """`called` are names for sources whose own headings must not stand in a report."""
    build_index(data_dir, documents)
    asked = list(queries)
    with closing(open_index(data_dir)) as index:
        return {
            name: [_searched(query, system(query), called or {}) for query in asked]
            for name, system in systems(index, data_dir).items()
        }


def _searched(query: Query, found: Sequence[Passage], called: Mapping[str, str]) -> Searched:
    names = tuple(called.get(passage.source) or f"{passage.source}#{passage.mark}" for passage in found)
    return Searched(query, tuple(right_places(query, found)), names)
