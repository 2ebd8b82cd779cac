"""From a document to its passages, along the document's own structure.

Raise CHUNKER_VERSION with every change that alters passages: it is part of the identity of an index build, so
that everybody's index is built anew.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.blocks import Block, blocks_of
from corpus.code_numbers import codes_between, codes_in, modifiers_in
from corpus.passage import OPEN_END, UNKNOWN_START, Passage, as_number
from corpus.sources import Document, Section

CHUNKER_VERSION = 2

# The packaged model reads 256 word pieces. 900 characters of this field's prose are about 200 of them, which
# leaves room for the title and heading that are embedded with each passage.
USUAL_LENGTH = 900
LONGEST_BLOCK = 1200
# A shorter rest is not worth a citation of its own and joins its predecessor.
SHORTEST = 120


class PagedSection(Section):
    """A section that knows its page in a paged file."""

    page: int | None = None


def document_text(document: Document) -> str:
    """The text that character spans count in: headings and bodies in order."""
    return "".join(_printed(section) for section in document.sections)


def passages_of(document: Document) -> list[Passage]:
    """The passages of a document in order; a text that repeats itself word for word gives one passage."""
    passages: list[Passage] = []
    seen: Counter[str] = Counter()
    offset = 0
    for section in document.sections:
        body_at = offset + len(_printed(section)) - len(section.text) - 2
        for block in _packed(blocks_of(section.text, LONGEST_BLOCK)):
            passage = _passage(document, section, block, body_at)
            if passage.text and not seen[passage.text]:
                passages.append(passage)
            seen[passage.text] += 1
        offset += len(_printed(section))
    return passages


def _printed(section: Section) -> str:
    return f"{section.heading}\n\n{section.text}\n\n"


def _packed(blocks: Sequence[Block]) -> Iterator[Block]:
    """Neighbouring prose joined up to the usual length; tables and answered questions stay by themselves."""
    waiting: Block | None = None
    for block in blocks:
        if waiting is not None and _belong_together(waiting, block):
            waiting = replace(waiting, end=block.end)
            continue
        if waiting is not None:
            yield waiting
        waiting = block
    if waiting is not None:
        yield waiting


def _belong_together(before: Block, after: Block) -> bool:
    length = after.end - before.start
    if before.kind == after.kind == "prose":
        is_rest = after.end - after.start < SHORTEST or before.end - before.start < SHORTEST
        return length <= (LONGEST_BLOCK if is_rest else USUAL_LENGTH)
    # A line such as "Table 2: units by setting" belongs to the table below it.
    return (before.kind, after.kind) == ("prose", "table") and before.end - before.start < SHORTEST


def _passage(document: Document, section: Section, block: Block, body_at: int) -> Passage:
    source = document.source
    written = section.text[block.start : block.end]
    start = block.start + len(written) - len(written.lstrip())
    text = written.strip()
    named = f"{section.heading}\n{block.lead}\n{text}"
    return Passage(
        id=_opaque(source.id, section.mark, text),
        source=source.id,
        title=source.title,
        mark=section.mark,
        heading=section.heading,
        page=section.page if isinstance(section, PagedSection) else None,
        start=body_at + start,
        end=body_at + start + len(text),
        text=text,
        lead=block.lead,
        codes=tuple(dict.fromkeys((*codes_in(named), *codes_between(named, source.codes)))),
        source_codes=source.codes,
        modifiers=modifiers_in(named),
        payers=source.payers,
        authority=source.authority,
        in_force_from=as_number(source.in_force_from) if source.in_force_from else UNKNOWN_START,
        in_force_to=as_number(source.in_force_to) if source.in_force_to else OPEN_END,
        standing=source.standing,
        words=source.words,
    )


def _opaque(*parts: str) -> str:
    """A passage keeps its id while its words and section stay, wherever they move in the document."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:20]
