"""Plain text and Markdown: sections at their headings."""

import re

from corpus.chunking import PagedSection
from corpus.loaders.sections import SectionList

MARKDOWN_HEADING = re.compile(r"#{1,6}\s+(?P<text>.+?)\s*#*\s*(?:\{#(?P<mark>[a-z0-9]+(?:-[a-z0-9]+)*)\})?\s*$")
FRONT_MATTER = re.compile(r"\A---\n(?P<fields>.*?)\n---\n", re.DOTALL)
FENCE = re.compile(r"\s*(?:```|~~~)")
# How a heading of plain text looks: short, no full stop, letters, not a list item or a table row.
HEADING_LINE = re.compile(r"[A-Z0-9][^|]{2,89}$")
NOT_A_HEADING = re.compile(r".*[.,;:?!]$|[-*•]|\d+[.)]?$|.*\|")
LONG_LINE = 110


def sections_of_markdown(text: str) -> tuple[PagedSection, ...]:
    """Sections at every ``#`` heading; a mark in braces behind a heading is kept."""
    sections = SectionList()
    in_fence = False
    for line in FRONT_MATTER.sub("", text).split("\n"):
        in_fence ^= bool(FENCE.match(line))
        heading = None if in_fence else MARKDOWN_HEADING.match(line)
        if heading is None:
            sections.line(line)
            continue
        sections.heading(heading["text"], heading["mark"])
    return sections.finish()


def sections_of_text(text: str) -> tuple[PagedSection, ...]:
    """Sections at lines that look like headings; without any, the whole text is one section."""
    sections = SectionList()
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if _is_heading(lines, number):
            sections.heading(line.strip())
        else:
            sections.line(line)
    return sections.finish()


def _is_heading(lines: list[str], number: int) -> bool:
    """A short line alone between blank lines, or right above a paragraph written as one long line."""
    line = lines[number].strip()
    if not HEADING_LINE.match(line) or NOT_A_HEADING.match(line):
        return False
    below = lines[number + 1].strip() if number + 1 < len(lines) else ""
    if len(below) > LONG_LINE:
        return True
    is_alone = not below and (number == 0 or not lines[number - 1].strip())
    following = next((later.strip() for later in lines[number + 1 :] if later.strip()), "")
    return is_alone and len(following) > len(line)
