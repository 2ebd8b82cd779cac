"""Lists of phrases and the finding of them: longest phrase first, hyphen, space or slash between words alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

from assistant.reading.text import Text, Word, normalise

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Found(Generic[V]):
    """A phrase of a list as it stands in a text; `start` and `end` count in `Text.plain`."""

    value: V
    start: int
    end: int


class Lexicon(Generic[V]):
    """Phrases with a meaning: `Lexicon({"imrt": "imrt | vmat | intensity modulated"})`."""

    def __init__(self, phrases: Mapping[V, str]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], V]]] = {}
        for value, alternatives in phrases.items():
            for phrase in alternatives.split("|"):
                stems = tuple(word.stem for word in normalise(phrase.strip().lower()).words)
                self._by_first.setdefault(stems[0], []).append((stems, value))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def find(self, text: Text) -> list[Found[V]]:
        """Every phrase in reading order, none overlapping another."""
        found: list[Found[V]] = []
        by_first, words, past = self._by_first, text.words, 0
        for at, word in enumerate(words):
            entries = by_first.get(word.stem)  # most words begin no phrase: this line is the gate's hottest
            if entries is None or at < past:
                continue
            following = words[at + 1].stem if at + 1 < len(words) else ""
            for stems, value in entries:
                if len(stems) == 1 or (stems[1] == following and _stands_here(text, at, stems)):
                    past = at + len(stems)
                    found.append(Found(value, word.start, words[past - 1].end))
                    break
        return found

    def phrases(self) -> Iterator[tuple[tuple[str, ...], V]]:
        """Every phrase as its word stems, with its meaning."""
        for entries in self._by_first.values():
            yield from entries


def _stands_here(text: Text, at: int, stems: tuple[str, ...]) -> bool:
    words = text.words[at : at + len(stems)]
    if tuple(word.stem for word in words) != stems:
        return False
    return all(_close(text, left, right) for left, right in pairwise(words))


def _close(text: Text, left: Word, right: Word) -> bool:
    """Words of one phrase: a blank, a hyphen, a slash or the point of an abbreviation stands between them."""
    gap = text.lower[left.end : right.start]
    return len(gap) <= 4 and (gap.strip() in ("", "-", "/", "&", "+") or gap == ".") and gap.count("\n") <= 1
