"""The structure of a section's text: tables, questions with their answers, list items, paragraphs.

A block is what must not be torn apart. Where one is too long to be a passage, it is cut at rows or sentences and
each part after the first carries the table's header or the question along as its lead.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

Kind = Literal["prose", "table", "answered"]

TABLE_ROW = re.compile(r"[^|]*\|[^|]*\|")  # some exports drop the outer bars
TABLE_RULE = re.compile(r"\s*\|[\s:|-]+\|\s*$")
QUESTION = re.compile(r"\s*(?:[A-Z][a-z]+ )?(?:Question|Q)\s*\d*\s*[:.]\s*\S", re.IGNORECASE)
ANSWER = re.compile(r"\s*(?:[A-Z][a-z]+ )?(?:Answer|Response|A)\s*\d*\s*[:.]", re.IGNORECASE)
LIST_ITEM = re.compile(r"\s*(?:[-*•–]|\d{1,2}[.)])\s+\S")
# Where an answer is over although no question follows.
SMALL_PRINT = re.compile(r"\s*(?:Disclaimer\b|All CPT\b|CPT is a? ?registered|©|Copyright\b)", re.IGNORECASE)
# A line longer than anybody wraps is a paragraph of its own.
UNWRAPPED = 120
SENTENCE_END = re.compile(r"(?<=[.!?;])[\"')\]]*\s+(?=[\"'(\[]?[A-Z0-9])")


@dataclass(frozen=True, slots=True)
class Block:
    """A slice ``start`` to ``end`` of the text; ``lead`` is repeated context that stands elsewhere in it."""

    kind: Kind
    start: int
    end: int
    lead: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str


def blocks_of(text: str, longest: int) -> list[Block]:
    """The blocks of a text in order, none longer than ``longest`` characters unless one sentence or row is."""
    return [part for block in _whole_blocks(_lines(text)) for part in _cut(block, text, longest)]


def _lines(text: str) -> list[_Line]:
    lines, position = [], 0
    for line in text.splitlines(keepends=True):
        lines.append(_Line(position, position + len(line), line.rstrip()))
        position += len(line)
    return lines


def _whole_blocks(lines: list[_Line]) -> Iterator[Block]:
    index = 0
    while index < len(lines):
        line = lines[index]
        if not line.text.strip():
            index += 1
            continue
        kind, stop = _reach(lines, index)
        yield Block(kind, line.start, lines[stop - 1].end)
        index = stop


def _reach(lines: list[_Line], first: int) -> tuple[Kind, int]:
    """The kind of the block that begins at a line, and the line after its last."""
    stop = first + 1
    if TABLE_ROW.match(lines[first].text):
        while stop < len(lines) and TABLE_ROW.match(lines[stop].text):
            stop += 1
        return "table", stop
    if QUESTION.match(lines[first].text) and _is_answered(lines, first):
        while stop < len(lines) and not (QUESTION.match(lines[stop].text) or SMALL_PRINT.match(lines[stop].text)):
            stop += 1
        return "answered", stop
    while stop < len(lines) and _continues(lines[stop - 1].text, lines[stop].text):
        stop += 1
    return "prose", stop


def _continues(line: str, following: str) -> bool:
    """Whether the next line is the same paragraph, only wrapped."""
    return bool(following.strip()) and len(line) <= UNWRAPPED and not _begins_block(following)


def _begins_block(line: str) -> bool:
    return any(pattern.match(line) for pattern in (TABLE_ROW, QUESTION, LIST_ITEM))


def _is_answered(lines: list[_Line], question: int) -> bool:
    """A heading like "Questions:" is no question: an answer must follow before the next one."""
    for line in lines[question + 1 : question + 8]:
        if ANSWER.match(line.text):
            return True
        if QUESTION.match(line.text):
            return False
    return False


def _cut(block: Block, text: str, longest: int) -> Iterator[Block]:
    if block.end - block.start <= longest:
        yield block
        return
    ends = _seams(block, text, longest)
    lead = _lead(block, text)
    start = block.start
    for position, end in enumerate(ends):
        after = ends[position + 1] if position + 1 < len(ends) else None
        if after is None or after - start > longest:
            yield replace(block, start=start, end=end, lead=lead if start > block.start else "")
            start = end


def _seams(block: Block, text: str, longest: int) -> list[int]:
    """Where a block may be cut: after a table row, a sentence, a line of an answer; in a desert, after a word."""
    body = text[block.start : block.end]
    if block.kind == "table":
        ends = [match.end() for match in re.finditer(r"\n", body)][1:]
    else:
        ends = [match.end() for match in SENTENCE_END.finditer(body)]
        ends += [match.end() for match in re.finditer(r"\n\s*(?=\S)", body)]
    ends = sorted({*ends, len(body)} - {0})
    for begin, end in pairwise([0, *ends]):
        if end - begin > longest:
            words = [match.end() for match in re.finditer(r"\s+", body[begin:end])]
            every = range(longest, end - begin, longest)
            ends += [begin + max((word for word in words if word <= stop), default=stop) for stop in every]
    return [block.start + end for end in sorted(set(ends))]


def _lead(block: Block, text: str) -> str:
    lines = text[block.start : block.end].strip().splitlines()
    if block.kind == "table" and len(lines) > 1 and TABLE_RULE.match(lines[1]):
        return lines[0].strip()
    return lines[0].strip()[:300] if block.kind == "answered" else ""
