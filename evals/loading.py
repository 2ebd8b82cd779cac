"""Cases from YAML. A malformed file is refused with the file, the case and the field, so that it can be mended."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from evals.case import ClaimRow, Prose, Query, Question

M = TypeVar("M", bound=BaseModel)
C = TypeVar("C", Question, Prose, ClaimRow, Query)
CASES = Path(__file__).parent / "cases"
LATER = "_second"  # a family's second batch stands in a file of its own


class MalformedCase(ValueError):
    """A case file that cannot be used as it stands."""


def read_questions(folder: Path = CASES) -> tuple[Question, ...]:
    """Every question. Raises MalformedCase."""
    phrases = _read(folder / "phrases.yaml") if (folder / "phrases.yaml").exists() else {}
    found: list[Question] = []
    for path in _files(folder / "questions"):
        held = _read(path)
        for number, entry in enumerate(_mappings(held, "cases", path), start=1):
            place = f"{path.name}, case {entry.get('id', number)}"
            whole = _filled(entry, held.get("defaults", {}), phrases) | {"family": path.stem.removesuffix(LATER)}
            found.append(_model(Question, whole, place))
    return _unique(tuple(found))


def read_prose(folder: Path = CASES) -> tuple[Prose, ...]:
    """Every piece of prose advice, right ones first within a group. Raises MalformedCase."""
    found = [
        _model(
            Prose,
            {
                "id": f"{path.stem}-{group.get('id')}-{verdict[0]}{number}",
                "text": text,
                "verdict": verdict,
                **{key: group[key] for key in ("question", "facts", "source", "confidence") if key in group},
            },
            f"{path.name}, group {group.get('id')}, {verdict} {number}",
        )
        for path in _files(folder / "prose")
        for group in _mappings(_read(path), "groups", path)
        for verdict in ("right", "wrong", "unverifiable")
        for number, text in enumerate(_texts(group, verdict, path), start=1)
    ]
    return _unique(tuple(found))


def read_claims(folder: Path = CASES) -> tuple[ClaimRow, ...]:
    """Every claim line, in order: lines of one claim stand together. Raises MalformedCase."""
    found: list[ClaimRow] = []
    for path in _files(folder / "claims"):
        held = _read(path)
        columns: list[str] = _listed(held, "columns", path)
        for number, row in enumerate(_listed(held, "rows", path), start=1):
            place = f"{path.name}, row {number}"
            if not isinstance(row, list):
                raise MalformedCase(f"{place}: a list of cells is wanted, this is a {type(row).__name__}.")
            if len(row) != len(columns) + 2:
                raise MalformedCase(f"{place}: {len(row)} cells, {len(columns) + 2} are wanted ({', '.join(columns)}).")
            cells = dict(zip(columns, map(str, row), strict=False)) | {"line": str(number)}
            reasons = [] if row[-1] == "-" else str(row[-1]).split()
            case = {"id": f"{row[0]}.{number}", "cells": cells, "verdict": row[-2], "reasons": reasons}
            found.append(_model(ClaimRow, case, place))
    return _unique(tuple(found))


def read_queries(folder: Path = CASES) -> tuple[Query, ...]:
    """Every query of the retrieval set. Raises MalformedCase."""
    found = [
        _model(Query, {"id": f"q{number:03}", "text": query[0], "sources": query[1]}, f"{path.name}, query {number}")
        for path in _files(folder / "retrieval")
        for number, query in enumerate(_listed(_read(path), "queries", path), start=1)
    ]
    return _unique(tuple(found))


def _files(folder: Path) -> Iterator[Path]:
    yield from sorted(folder.glob("*.yaml"))


def _read(path: Path) -> dict[str, Any]:
    try:
        held = yaml.safe_load(path.read_text("utf-8"))
    except yaml.YAMLError as broken:
        raise MalformedCase(f"{path.name} is not YAML: {broken}") from broken
    if not isinstance(held, dict):
        raise MalformedCase(f"{path.name}: a mapping is wanted, this is a {type(held).__name__}.")
    return held


def _listed(held: dict[str, Any], key: str, path: Path) -> list[Any]:
    if not isinstance(held.get(key), list):
        raise MalformedCase(f"{path.name}: the list {key!r} is missing.")
    return held[key]  # type: ignore[no-any-return]  # a YAML list, proved above


def _mappings(held: dict[str, Any], key: str, path: Path) -> Iterator[dict[str, Any]]:
    for number, entry in enumerate(_listed(held, key, path), start=1):
        if not isinstance(entry, dict):
            raise MalformedCase(f"{path.name}, {key} {number}: a mapping is wanted, this is a {type(entry).__name__}.")
        yield entry


def _texts(group: dict[str, Any], verdict: str, path: Path) -> list[Any]:
    texts = group.get(verdict, [])
    if not isinstance(texts, list):
        place = f"{path.name}, group {group.get('id')}, field {verdict}"
        raise MalformedCase(f"{place}: a list of texts is wanted, this is a {type(texts).__name__}.")
    return texts


def _filled(entry: dict[str, Any], defaults: dict[str, Any], phrases: dict[str, str]) -> dict[str, Any]:
    whole = {**defaults, **entry}
    whole["say"] = [_spelled(pattern, phrases) for pattern in whole.get("say", [])]
    ways = whole.get("any_of", [])
    whole["any_of"] = [{**way, "say": [_spelled(one, phrases) for one in way.get("say", [])]} for way in ways]
    return whole


def _spelled(pattern: str, phrases: dict[str, str]) -> str:
    for name, wording in phrases.items():
        pattern = pattern.replace(f"<{name}>", wording)
    return pattern


def _model(kind: type[M], values: dict[str, Any], place: str) -> M:
    try:
        return kind.model_validate(values)
    except ValidationError as wrong:
        first = wrong.errors()[0]
        field = ".".join(map(str, first["loc"])) or "case"
        raise MalformedCase(f"{place}, field {field}: {first['msg']}.") from wrong


def _unique(found: tuple[C, ...]) -> tuple[C, ...]:
    seen: set[str] = set()
    for case in found:
        if case.id in seen:
            raise MalformedCase(f"Two cases are called {case.id}: give one of them another id.")
        seen.add(case.id)
    return found
