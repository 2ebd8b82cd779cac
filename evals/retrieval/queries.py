"""The queries by collection, each with its kind."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast, get_args

import yaml

from corpus.code_numbers import codes_in
from evals.case import Kind, Query
from evals.loading import CASES, read_queries

KINDS: tuple[Kind, ...] = get_args(Kind)
FOLDER = CASES / "retrieval" / "kinds"


def queries_of(collection: str, folder: Path = FOLDER) -> tuple[Query, ...]:
    """The queries over the digests (the first 150 of them without a kind of their own) or over the seeds."""
    written = _written(folder / f"{collection}.yaml", collection)
    return (*map(_with_kind, read_queries()), *written) if collection == "digests" else written


def _with_kind(query: Query) -> Query:
    """A query that writes a code is about that code; the first 150 know no other kinds."""
    return query.model_copy(update={"kind": "exact code" if codes_in(query.text) else "plain words"})


def _written(file: Path, collection: str) -> tuple[Query, ...]:
    """Entries are [query, sources], with the earlier turns in front of a follow-up."""
    held: dict[Kind, list[list[Any]]] = yaml.safe_load(file.read_text("utf-8"))
    return tuple(
        _query(f"{collection}-{kind.replace(' ', '-')}-{number:02}", kind, entry)
        for kind, entries in held.items()
        for number, entry in enumerate(entries, start=1)
    )


def _query(name: str, kind: Kind, entry: list[Any]) -> Query:
    earlier, entry = (entry[0], entry[1:]) if kind == "follow-up" else ([], entry)
    text, sources = entry[:2]
    return Query(id=name, text=text, sources=cast("list[str]", sources), kind=kind, earlier=earlier)
