"""Collecting a document's text under its headings, each section with a mark to cite."""

import re
from collections import Counter
from dataclasses import dataclass, field

from corpus.chunking import PagedSection

BEGINNING = "Beginning"
LONGEST_MARK = 48


@dataclass
class SectionList:
    """Headings and lines go in, in order; sections come out, none of them empty."""

    title: str | None = None
    _done: list[PagedSection] = field(default_factory=list)
    _lines: list[str] = field(default_factory=list)
    _heading: str | None = None
    _mark: str | None = None
    _is_fresh: bool = False  # nothing has been closed since the heading was read
    _page: int | None = None
    _marks: Counter[str] = field(default_factory=Counter)

    def heading(self, text: str, mark: str | None = None) -> None:
        """A new section begins. A heading directly above it, without text of its own, is kept in its name."""
        text = " ".join(text.split())
        above = self._heading if self._is_fresh else None
        if above and not self._has_text() and len(above) + len(text) < 120:
            text = f"{above}: {text}"
        self._close()
        self._heading, self._mark, self._is_fresh = text, mark, True

    def page(self, number: int) -> None:
        """A new page begins; the running heading goes on."""
        self._close()
        self._page = number

    def line(self, text: str) -> None:
        """One line of text under the running heading."""
        self._lines.append(text.rstrip())

    def finish(self) -> tuple[PagedSection, ...]:
        """All sections."""
        self._close()
        return tuple(self._done)

    def _has_text(self) -> bool:
        return any(line.strip() for line in self._lines)

    def _close(self) -> None:
        if self._has_text():
            heading = self._heading or self.title or BEGINNING
            body = re.sub(r"\n{3,}", "\n\n", "\n".join(self._lines)).strip("\n")
            self._done.append(
                PagedSection(mark=self._unique_mark(heading), heading=heading[:200], text=body, page=self._page)
            )
        self._lines, self._is_fresh = [], False

    def _unique_mark(self, heading: str) -> str:
        slug = self._mark or slug_of(heading)
        if self._page is not None:
            slug = f"p{self._page}-{slug}"
        self._marks[slug] += 1
        return slug if self._marks[slug] == 1 else f"{slug}-{self._marks[slug]}"


def slug_of(text: str) -> str:
    """Lower-case letters, digits and single hyphens: "Modifier 26 & TC" is "modifier-26-tc"."""
    slug = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:LONGEST_MARK].strip("-")
    return slug or "section"
