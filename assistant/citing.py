"""Numbered citations: every reference and passage an answer uses, once, in the order of first use."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from assistant.answer import Citation
from corpus.rulebook import Reference
from corpus.sources import Section, Source, load_sources, read_document

if TYPE_CHECKING:
    from corpus.passage import Passage

CODE = re.compile(r"\d{5}|[A-Z]\d{4}")
MARK = re.compile(r"(\s?)\[(\d{1,3})\]")
OPEN = date(9999, 12, 31)


class Citations:
    """Hands out the numbers of one answer; the same source and section keep their number."""

    def __init__(self, added: Mapping[str, Source] | None = None) -> None:
        """`added` are the sources of the user's own documents."""
        self._added = added or {}
        self._rows: dict[tuple[str, str | None], Citation] = {}
        self._shown: dict[int, int] = {}  # our number: the reader's, in the order of first use

    def of(self, reference: Reference, code: str | None = None) -> int:
        """The number of a rule book reference; `code` helps to pick the section that is about it."""
        source = load_sources()[reference.source]
        section = _section(source, reference.section, code)
        return self._number(source, section)

    def speaks(self, source: str, code: str | None) -> bool:
        """Whether a source's text names the code: else it is no second witness for a sentence on it."""
        sections = read_document(load_sources()[source]).sections
        return any(each in one.heading + one.text for each in CODE.findall(code or "") for one in sections)

    def knows(self, passage: Passage) -> bool:
        """Whether the passage's source is still listed: an index may be older than the list."""
        return passage.source in self._added or passage.source in load_sources()

    def of_passage(self, passage: Passage) -> int:
        """The number of a retrieved passage; a user's own document is cited in its own words."""
        source = self._added.get(passage.source) or load_sources()[passage.source]
        key = (source.id, passage.mark or str(passage.page))
        if key not in self._rows:
            self._rows[key] = _row(len(self._rows) + 1, source, passage.heading, passage.text, passage.page)
        return self._rows[key].n

    def rows(self) -> tuple[Citation, ...]:
        """All citations so far, in the order of their numbers."""
        return tuple(self._rows.values())

    def numbered(self, text: str) -> str:
        """The next piece of what is shown, its marks counted from 1 in order of first use; a mark without a row goes.

        A number once given stays, so that pieces can be shown as they come.
        """
        known = {row.n for row in self._rows.values()}

        def mark(found: re.Match[str]) -> str:
            n = int(found[2])
            return f"{found[1]}[{self._shown.setdefault(n, len(self._shown) + 1)}]" if n in known else ""

        return MARK.sub(mark, text)

    def shown(self) -> tuple[Citation, ...]:
        """The rows that the shown text points to, under the reader's numbers."""
        rows = {row.n: row for row in self._rows.values()}
        return tuple(rows[ours].model_copy(update={"n": readers}) for ours, readers in self._shown.items())

    def _number(self, source: Source, section: Section) -> int:
        key = (source.id, section.mark)
        if key not in self._rows:
            self._rows[key] = _row(len(self._rows) + 1, source, section.heading, section.text)
        return self._rows[key].n


def _section(source: Source, wanted: str | None, code: str | None) -> Section:
    """The section named by the reference, else the first that speaks of the code, else the first."""
    sections = read_document(source).sections
    for section in sections:
        if wanted and wanted in (section.mark, section.heading):
            return section
    codes = CODE.findall(code or "")  # "77407 or 77412"
    speaking = (one for one in sections if any(each in one.heading + one.text for each in codes))
    return next(speaking, sections[0])


def _row(n: int, source: Source, heading: str, text: str, page: int | None = None) -> Citation:
    return Citation(
        n=n,
        source=source.id,
        title=source.title,
        publisher=source.publisher,
        section=heading,
        page=page,
        in_force=in_force(source.in_force_from, source.in_force_to),
        standing=source.standing.replace("_", " ") + (f": {source.standing_note}" if source.standing_note else ""),
        read_at=source.read_at.isoformat(),
        words=source.words,
        passage=text,
        address=source.address,
    )


def in_force(start: date | None, end: date | None) -> str:
    """The dates a source or value holds for, as a reader wants them; "not stated" when nobody said."""
    if start is None and end is None:
        return "not stated"
    if end is None or end == OPEN:
        return f"from {start}"
    return f"to {end}" if start is None else f"{start} to {end}"
