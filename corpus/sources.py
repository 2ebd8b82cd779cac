"""Every source once: who says it, how binding it is, for which dates it holds, and how much of it was seen.

`sources.yaml` holds the particulars, `documents/` one digest per source with section marks to cite.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

LIST = Path(__file__).parent / "sources.yaml"
DOCUMENTS = Path(__file__).parent / "documents"

# The C loader reads the list about ten times faster, and a cold `secondcheck ask` waits for it.
YAML_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MARK = re.compile(r"^## (.+?) \{#([a-z0-9]+(?:-[a-z0-9]+)*)\}$", re.MULTILINE)
UNMARKED = re.compile(r"^#.*$", re.MULTILINE)

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Line = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Z0-9][0-9]{3}[A-Z0-9]$")]
KNOWN_PAYERS = "medicare|medicare_advantage|medicaid|uhc|aetna|cigna|humana|evicore|evolent|carelon|other|any"
Payer = Annotated[str, StringConstraints(pattern=rf"^({KNOWN_PAYERS}|bcbs:[a-z0-9-]+)$")]
Authority = Literal[
    "cms_manual", "cms_file", "ncci", "regulation", "cpt_guideline", "society",
    "mac", "payer", "government", "education", "vendor",
]  # fmt: skip
Standing = Literal["in_force", "superseded", "disputed", "retired", "historic"]
Matter = Literal["counting", "payment"]  # payment also covers status and component

# Most binding first, compared only between statements on one matter and date (design.md, "authority").
CMS_FIRST = {
    "counting": (("cms_manual", "ncci"), ("regulation",), ("cms_file",)),
    "payment": (("cms_file",), ("regulation",), ("cms_manual", "ncci")),
}
THEN = (("cpt_guideline",), ("society",), ("older society",), ("mac",), ("payer",), ("government",), ("education",))


class SourcesError(ValueError):
    """The list of sources or one of its documents cannot be used; the message says what to change."""


class Strict(BaseModel):
    """Refuses unknown fields and later changes: a misspelt date must never be ignored in silence."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Source(Strict):
    """One published text or file. Dates in force are dates of service, both inclusive; a missing end is open."""

    id: Slug
    title: Line
    publisher: Line
    address: Line | None = None
    authority: Authority
    published: Line | None = None
    read_at: date
    in_force_from: date | None = None
    in_force_to: date | None = None
    standing: Standing
    standing_note: Line | None = None
    payers: Annotated[tuple[Payer, ...], Field(min_length=1)]
    codes: tuple[Code, ...] = ()
    seen: Literal["whole", "opening", "summary", "file"]
    seen_note: Line | None = None
    words: Literal["ours", "theirs"] = "ours"  # theirs: a document a user added, kept as it was written
    document: Line

    @model_validator(mode="after")
    def _dates_and_standing_agree(self) -> Source:
        if self.in_force_from and self.in_force_to and self.in_force_from > self.in_force_to:
            raise ValueError(f"in_force_to {self.in_force_to} lies before in_force_from {self.in_force_from}")
        if self.standing != "in_force" and not self.standing_note:
            raise ValueError(f"a source that is {self.standing} needs a standing_note: by what, when or by whom")
        return self

    def holds_on(self, day: date) -> bool:
        """Whether a date of service lies inside the source's dates."""
        return (self.in_force_from or day) <= day <= (self.in_force_to or day)


class Section(Strict):
    """One citable part of a document. The mark stays when the heading is reworded."""

    mark: Slug
    heading: Line
    text: Line


class Document(Strict):
    """A source with its text."""

    source: Source
    sections: tuple[Section, ...]


def authority_rank(source: Source, matter: Matter, payer: str | None = None, day: date | None = None) -> int:
    """How binding the source is on a matter, 0 the most. A payer's own text comes first for its own members.

    `day` is the date of service: a text that ended later than that day was still in force on it.
    """
    if payer and source.authority == "payer" and payer in source.payers:
        return 0
    ended = source.standing in ("superseded", "retired", "historic")
    if ended and day and source.in_force_to:
        ended = not source.holds_on(day)
    name = "older society" if source.authority == "society" and ended else source.authority
    order = (*CMS_FIRST[matter], *THEN, ("vendor",))
    rank = next(place for place, names in enumerate(order, start=1) if name in names)
    # A newer statement supersedes an older one, so what has ended comes after everything in force.
    return rank + len(order) if ended and name != "older society" else rank


@lru_cache(maxsize=8)
def load_sources(path: Path = LIST, documents: Path = DOCUMENTS) -> dict[str, Source]:
    """All sources by id. Raises SourcesError: wrong field, repeated id, document missing, shared or left over."""
    try:
        entries = yaml.load(path.read_bytes(), Loader=YAML_LOADER)  # noqa: S506 - both are safe loaders
    except (OSError, yaml.YAMLError) as error:
        raise SourcesError(f"{path} cannot be read: {error}. Restore it, or correct the line named here.") from error
    sources = [_source(entry, f"{path}, source {place}") for place, entry in enumerate(entries or (), start=1)]
    if twice := _repeated([source.id for source in sources]):
        raise SourcesError(f"{path}: the id {twice} stands twice. Merge the two sources or rename one.")
    named = [source.document for source in sources]
    if shared := _repeated(named):
        raise SourcesError(f"{path}: two sources name the document {shared}. Give each its own.")
    present = {found.relative_to(documents).as_posix() for found in documents.rglob("*.md")}
    if missing := ", ".join(sorted(set(named) - present)):
        raise SourcesError(f"{documents} lacks {missing}. Write it, or correct `document` in {path}.")
    if orphans := ", ".join(sorted(present - set(named))):
        raise SourcesError(f"No source names {orphans} in {documents}. List it in {path} or remove it.")
    return {source.id: source for source in sources}


def read_document(source: Source, documents: Path = DOCUMENTS) -> Document:
    """The source's text, cut at its section marks. Raises SourcesError where a passage could not be cited."""
    path = documents / source.document
    try:
        before, *rest = MARK.split(path.read_text("utf-8"))
    except OSError as error:
        raise SourcesError(f"{path}, the document of {source.id}, cannot be read: {error}. Restore it.") from error
    sections = [(mark, heading, text.strip()) for heading, mark, text in zip(*[iter(rest)] * 3, strict=True)]
    if not sections or before.strip():
        raise SourcesError(f"{path}: text outside a section cannot be cited. Begin it with `## Heading {{#mark}}`.")
    if twice := _repeated([mark for mark, _, _ in sections]):
        raise SourcesError(f"{path}: the mark {twice} stands twice. Rename one, so that a citation has one target.")
    for mark, _, text in sections:
        if unmarked := UNMARKED.search(text):
            raise SourcesError(f"{path}: {unmarked[0]!r} carries no mark. Write `## Heading {{#mark}}`.")
        if not text:
            raise SourcesError(f"{path}: section {mark} is empty. Write what the source says there, or remove it.")
    parts = tuple(Section(mark=mark, heading=heading, text=text) for mark, heading, text in sections)
    return Document(source=source, sections=parts)


def _source(entry: Any, place: str) -> Source:
    try:
        return Source.model_validate(entry)
    except ValidationError as error:
        name = f"{place} ({entry.get('id')})" if isinstance(entry, dict) else place
        faults = "; ".join(f"{'.'.join(map(str, one['loc'])) or 'it'}: {one['msg']}" for one in error.errors())
        raise SourcesError(f"{name}: {faults}. Compare with the fields of Source in corpus/sources.py.") from error


def _repeated(names: list[str]) -> str | None:
    return next((name for place, name in enumerate(names) if name in names[:place]), None)
