"""Markdown-aware sentences: prose, bullets, headings, table rows and code lines, each with its span.

One path for whole texts and for streams: `Splitter.feed` takes deltas and gives back every sentence that is
complete. It never looks back further than the sentence in the making, so it is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from assistant.reading.fixed import fixed

Shape = Literal["prose", "bullet", "heading", "row", "code"]

# A full stop after these does not end a sentence.
ABBREVIATIONS = frozenset(
    "vs e.g i.e eg ie dr mr mrs ms prof st no nos approx ca cf ch chap sec sect para pp p pg fig art vol al inc dept"
    " resp incl excl min max pt pts jan feb mar apr jun jul aug sep sept oct nov dec esp est rad onc tx".split()
)
# After these a full stop ends the sentence only when a capital follows.
HALF_ABBREVIATIONS = frozenset("fx fxs frac etc u.s u.s.a gy cgy a.m p.m units pos dos mod".split())

END = re.compile(r"(?:[.!?…]+|[。！？])[\"'”’)\]*_`]*(?=\s)|[。！？]")
WORD_BEFORE = re.compile(r"([A-Za-z][A-Za-z.]*|\d+)$")
LETTER_TOLD = re.compile(r"\b(?:status|indicator)(?: \w+){0,2} [A-Z]$", re.I)
FENCE = re.compile(r"^\s{0,3}(```|~~~)")
HEADING = re.compile(r"^\s{0,3}#{1,6}\s+\S")
BOLD_LINE = re.compile(r"^\s*(\*\*|__)[^*_]+(\*\*|__):?\s*$")
RULE = re.compile(r"^\s*([-*_=])(\s*\1){2,}\s*$")
BULLET = re.compile(r"^\s*(?:>\s*)*(?:[-*+•‣◦▪·–—]\s+|\(?\d{1,2}[.)]\s+|\(?[a-zA-Z][.)]\s+)")
QUOTE = re.compile(r"^\s*(?:>\s*)+")
DELIMITER_ROW = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$")
# A line at least this long that does not end a sentence was probably wrapped by a mail program.
WRAPPED = 45
TELLING = 12  # so many characters of a line tell whether it is prose


@fixed
class Sentence:
    """A sentence and where it stands; `lead` is what it hangs under: heading, then the line that opened the list."""

    text: str
    start: int
    end: int
    shape: Shape = "prose"
    lead: tuple[str, ...] = ()
    cells: tuple[tuple[str, str], ...] = ()  # row: (column header, cell)
    opens_list: bool = False


def sentences(text: str) -> list[Sentence]:
    """Split a whole text."""
    splitter = Splitter()
    return [*splitter.feed(text), *splitter.close()]


class Splitter:
    """Takes text in pieces, gives sentences back as soon as they are complete."""

    def __init__(self) -> None:
        self._line = ""  # the unfinished last line
        self._line_start = 0
        self._held: str | None = None  # a line with a pipe that may turn out to be a table's header
        self._held_start = 0
        self._open = ""  # prose not yet cut into sentences
        self._open_start = 0
        self._scanned = 0
        self._shape: Shape = "prose"
        self._taken = 0  # characters of the unfinished line that are already in `_open`
        self._headers: tuple[str, ...] | None = None
        self._fenced = False
        self._heading = ""
        self._list_lead = ""

    def feed(self, delta: str) -> Iterator[Sentence]:
        """Sentences completed by this piece of text."""
        parts = (self._line + delta).split("\n") if "\n" in delta else [self._line + delta]
        for complete in parts[:-1]:
            yield from self._take(complete)
            self._line_start += len(complete) + 1
            self._taken = 0
        self._line = parts[-1]
        yield from self._early()

    def pause(self) -> Iterator[Sentence]:
        """The sentence in the making, when its sender knows that it ends here; lines of other shapes go on."""
        yield from self._early(least=1)
        if self._taken:
            yield from self._flush()

    def close(self) -> Iterator[Sentence]:
        """What is left when the text ends."""
        if self._line:
            yield from self._take(self._line)
            self._line_start += len(self._line)
            self._line, self._taken = "", 0
        yield from self._release_held()
        yield from self._flush()

    def _early(self, least: int = TELLING) -> Iterator[Sentence]:
        """Sentences inside an unfinished line, when nothing that may follow can change what the line is."""
        line = self._line
        if self._fenced or self._held is not None or self._headers or len(line) < least or "|" in line:
            return
        if FENCE.match(line) or line.lstrip().startswith(("#", "**", "__")) or RULE.match(line):
            return
        if not self._taken:
            yield from self._begin(line)
        self._append(line)
        yield from self._cut(final=False)

    def _take(self, line: str) -> Iterator[Sentence]:
        """One complete line."""
        if self._taken:
            self._append(line)
            yield from self._cut(final=False)
            return
        if FENCE.match(line):
            yield from self._flush()
            self._fenced = not self._fenced
            return
        if self._fenced:
            if line.strip():
                yield self._sentence(line, self._line_start, "code")
            return
        if self._held is not None:
            if DELIMITER_ROW.match(line):
                self._headers = tuple(_cells(self._held))
                self._held = None
                return
            yield from self._release_held()
        if self._headers:
            if "|" in line:
                yield self._row(line)
                return
            self._headers = None
        if line.count("|") >= 1 and line.strip():
            yield from self._flush()
            self._held, self._held_start = line, self._line_start
            return
        if not line.strip() or RULE.match(line):
            yield from self._flush()
            return
        if HEADING.match(line) or BOLD_LINE.match(line):
            yield from self._flush()
            self._heading, self._list_lead = line.strip(" #*_:"), ""
            yield self._sentence(line, self._line_start, "heading")
            return
        yield from self._begin(line)
        self._append(line)
        yield from self._cut(final=False)

    def _begin(self, line: str) -> Iterator[Sentence]:
        """A line of prose or a bullet starts: does it carry on the sentence before?"""
        bullet = BULLET.match(line)
        previous = self._open.rstrip()
        if bullet:
            yield from self._flush()
            self._shape = "bullet"
        elif previous and not _carries_on(previous, line):
            yield from self._flush()
            self._shape = "prose"
        elif not previous:
            indented = line[:1].isspace() and self._shape == "bullet"
            if not indented:
                self._shape = "prose"
        if self._shape == "prose" and not self._open:
            self._list_lead = ""
        if not self._open:
            self._open_start = self._line_start
            self._scanned = 0
        else:
            self._open += "\n"

    def _append(self, line: str) -> None:
        self._open += line[self._taken :]
        self._taken = len(line)

    def _cut(self, *, final: bool) -> Iterator[Sentence]:
        """Cut finished sentences off the front of the open prose."""
        position = self._scanned
        done = 0
        for match in END.finditer(self._open, position):
            follows = self._open[match.end() :].lstrip()[:1] if not match.group().endswith("。") else "X"
            if not follows and not final:
                break
            if not _ends(self._open[done : match.start()], match.group(), follows):
                continue
            yield from self._emit(done, match.end())
            done = match.end()
        if done:
            self._open_start += done
            self._open = self._open[done:]
        # the last character may be a full stop whose next character has not arrived
        self._scanned = max(0, len(self._open) - 12) if not self._open[-12:].strip() else max(0, len(self._open) - 4)

    def _emit(self, start: int, end: int) -> Iterator[Sentence]:
        text = self._open[start:end]
        if text.strip():
            yield self._sentence(text, self._open_start + start, self._shape)

    def _flush(self) -> Iterator[Sentence]:
        if self._open:
            yield from self._cut(final=True)
            yield from self._emit(0, len(self._open))
        self._open_start += len(self._open)
        self._open, self._scanned = "", 0

    def _sentence(self, text: str, start: int, shape: Shape) -> Sentence:
        lead_space = len(text) - len(text.lstrip())
        stripped = text.strip()
        opens = shape in ("prose", "bullet") and stripped.rstrip("*_").endswith(":")
        lead = tuple(one for one in (self._heading, self._list_lead if shape in ("bullet", "code") else "") if one)
        if opens and shape == "prose":
            self._list_lead = stripped
        elif shape == "prose":
            self._list_lead = ""
        begin = start + lead_space
        return Sentence(stripped, begin, begin + len(stripped), shape, lead, opens_list=opens)

    def _row(self, line: str) -> Sentence:
        headers = self._headers or ()
        cells = _cells(line)
        named = [(headers[i] if i < len(headers) else "", cell) for i, cell in enumerate(cells)]
        stripped = line.strip()
        start = self._line_start + len(line) - len(line.lstrip())
        lead = (self._heading,) if self._heading else ()
        return Sentence(stripped, start, start + len(stripped), "row", lead, tuple(named))

    def _release_held(self) -> Iterator[Sentence]:
        """The line with a pipe was no table header after all."""
        if self._held is None:
            return
        held, self._held = self._held, None
        yield from self._flush()
        stripped = held.strip()
        start = self._held_start + len(held) - len(held.lstrip())
        cells = tuple(("", cell) for cell in _cells(held))
        yield Sentence(stripped, start, start + len(stripped), "row", (), cells)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def _carries_on(previous: str, line: str) -> bool:
    """Whether a new line continues the sentence: it was wrapped, or it goes on in lower case."""
    if previous.endswith((".", "!", "?", ":", ";", "。")):
        return False
    last_line = previous.rsplit("\n", 1)[-1]
    begins = line.lstrip()[:1]
    return len(last_line) >= WRAPPED or begins.islower() or previous.endswith((",", "(", "and", "or", "of", "for"))


def _ends(before: str, mark: str, follows: str) -> bool:
    if not mark.startswith(".") or (len(mark) > 1 and mark[1] == "."):
        return True
    word = WORD_BEFORE.search(before, before.rfind(" ") + 1)
    if word is None:
        return True
    last = word.group().lower().rstrip(".")
    if last == "no" and not follows.isdigit():
        return True
    if LETTER_TOLD.search(before) and follows.isupper():
        return True  # "packaged with status N. It has ..."
    if last in ABBREVIATIONS or (len(last) == 1 and last.isalpha() and last != "i"):
        return False
    if last in HALF_ABBREVIATIONS:
        return not follows.islower()
    return not (last.isdigit() and len(last) < 3 and not before[: -len(last)].strip())  # "1." opens a numbered line
