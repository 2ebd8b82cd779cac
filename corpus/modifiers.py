"""Modifiers in our words: what each says, when it is right and when it is not, with its source.

`rulebook/modifiers.yaml` holds only what a source supports. A modifier that is not in it is described by nobody
we hold, and the rules say no_data about it.
"""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any, Literal

import yaml
from pydantic import BeforeValidator, Field, TypeAdapter, ValidationError

from corpus.rulebook import FOLDER, Dated, RuleBookError

FILE = FOLDER / "modifiers.yaml"

Kind = Literal[
    "component", "adverse_event", "visit", "global_period", "ncci", "repeat", "bilateral", "stopped", "place",
    "notice", "trial",
]  # fmt: skip


def _text(value: Any) -> Any:
    if not isinstance(value, str):
        raise ValueError(f"quote the modifier: got {value!r}")  # noqa: TRY004 - pydantic reports ValueError only
    return value


class Modifier(Dated):
    """One modifier: meaning, when it is right, when it is not."""

    modifier: Annotated[str, BeforeValidator(_text), Field(pattern=r"^[0-9A-Z]{2}$")]
    name: str  # a few plain words used inside a sentence
    kind: Kind
    also_called: tuple[str, ...] = ()  # what prose calls it, word for word; a definition must use one of these
    meaning: str
    valid_when: tuple[str, ...]
    not_when: tuple[str, ...]
    confidence: Literal["stated", "reported"]  # reported: by a third party or a vendor only


def modifier(name: str) -> Modifier | None:
    """The modifier of this name, or None when no source we hold describes it."""
    return modifiers().get(name.strip().upper().lstrip("-"))


@cache
def modifiers() -> dict[str, Modifier]:
    """All modifiers held, by name. Raises RuleBookError naming the field that breaks the schema."""
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    written = yaml.load(FILE.read_text("utf-8"), Loader=loader)  # noqa: S506 - both loaders are safe ones
    try:
        held = TypeAdapter(tuple[Modifier, ...]).validate_python(written)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "the top level"
        raise RuleBookError(f"{FILE.name}: {where}: {first['msg']}. Compare with the entry of 26.") from error
    return {one.modifier: one for one in held}
