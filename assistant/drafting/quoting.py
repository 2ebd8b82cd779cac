"""What sources say where no rule decides: a line of a passage, attributed, with its standing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from assistant.checking.sentences import sentences
from assistant.drafting.statements import Statement
from corpus.passage import Passage

if TYPE_CHECKING:
    from assistant.ranking import Hit

MOST_LINES = 3
MOST_TRIED = 24  # each is read by the gate before it is offered
MOST_CHARACTERS = 320  # a longer sentence is read in the citation
COMMON = frozenset(
    "a an and are as at be by can do does for from how i if in is it may of on or should that the this to we what "
    "when which who with you".split()
)
WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
PLAIN_WORD = re.compile(r"\b[A-Za-z][a-z]+\b")
LEAST_WORDS = 3  # "Codes concerned: 77371, 77372, 77373." says nothing of them
ASIDE = re.compile(r" \(|, |; ")
LEANS = re.compile(r"(?:it|its|that|this|these|those|they|the same|both|otherwise|then|there|so|but|and|or)\b", re.I)
BULLET = re.compile(r"^\s*(?:[-*•]|\d+[.)])\s+")
STANDS = {
    "in_force": "",
    "superseded": " (superseded)",
    "retired": " (retired)",
    "disputed": " (disputed)",
    "historic": " (historic)",
}


def say_passages(
    question: str, hits: Sequence[Hit], holds: Callable[[str], bool] = lambda _: True
) -> Iterator[tuple[Statement, Passage]]:
    """The sentences that share most words with the question, best first, each with the passage it stands in.

    `holds` says whether a quotation may be shown: a source that no rule bears out is not offered in the first place.
    """
    asked = _words(question)
    lines = [(len(asked & (_words(line) | _about(hit.passage))), -rank, line, hit.passage)
             for rank, hit in enumerate(hits) for line in _lines(hit.passage.text)]  # fmt: skip
    lines.sort(key=lambda one: (one[0], one[1]), reverse=True)
    told: set[str] = set()
    for shared, _, line, passage in lines[:MOST_TRIED]:
        quoted = _attributed(line, passage)
        if shared < 2 or passage.source in told or len(told) >= MOST_LINES or not holds(quoted):
            continue
        told.add(passage.source)
        yield Statement(quoted), passage


def _about(passage: Passage) -> set[str]:
    """What a line is about although it does not say so: the heading and title above it."""
    return _words(f"{passage.title} {passage.heading}")


def quotation(passage: Passage) -> Iterator[tuple[str, str]]:
    """Each line of the passage that may be quoted, with the sentence that attributes it."""
    yield from ((line, _attributed(line, passage)) for line in _lines(passage.text))


def _attributed(line: str, passage: Passage) -> str:
    publisher = _publisher(passage)
    says = "say" if " and " in publisher else "says"
    return f"{publisher[:1].upper()}{publisher[1:]}{STANDS[passage.standing]} {says}: {line}"


def _publisher(passage: Passage) -> str:
    """Whose word it is, short: the citation gives the page it was read on."""
    from corpus.sources import load_sources

    source = load_sources().get(passage.source)
    # A user's document names itself as it likes: its title could carry advice, so it stands in the citation only.
    return ASIDE.split(source.publisher)[0] if source else "A document you added"


def _lines(text: str) -> list[str]:
    """Sentences that can stand alone; a table row cannot."""
    lines = (BULLET.sub("", line).strip() for line in text.splitlines())
    whole = [one.text for line in lines if not line.startswith("|") for one in sentences(line)]
    whole = [one for one in whole if 20 <= len(one) <= MOST_CHARACTERS and one[-1] in ".!" and not LEANS.match(one)]
    return [one for one in whole if len(PLAIN_WORD.findall(one)) >= LEAST_WORDS]


def _words(text: str) -> set[str]:
    return set(WORD.findall(text.lower())) - COMMON
