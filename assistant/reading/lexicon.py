"""Lists of phrases and the finding of them: longest phrase first, hyphen, space or slash between words alike."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

from assistant.reading.text import Text, Word, normalise

V = TypeVar("V")


class Found(NamedTuple, Generic[V]):
    """A phrase of a list as it stands in a text; `start` and `end` count in `Text.plain`."""

    value: V
    start: int
    end: int


class Lexicon(Generic[V]):
    """Phrases with a meaning: `Lexicon({"imrt": "imrt | vmat | intensity modulated"})`."""

    def __init__(self, phrases: Mapping[V, str]) -> None:
        self._alone: dict[str, V] = {}
        self._longer: dict[str, dict[str, list[tuple[list[str], V]]]] = {}  # by first and second word
        for value, alternatives in phrases.items():
            for phrase in alternatives.split("|"):
                stems = [word.stem for word in normalise(phrase.strip().lower()).words]
                if len(stems) == 1:
                    self._alone.setdefault(stems[0], value)
                else:
                    self._longer.setdefault(stems[0], {}).setdefault(stems[1], []).append((stems, value))
        for by_second in self._longer.values():
            for entries in by_second.values():
                entries.sort(key=lambda entry: -len(entry[0]))
        self._firsts = frozenset((*self._alone, *self._longer))

    def find(self, text: Text) -> list[Found[V]]:
        """Every phrase in reading order, none overlapping another."""
        found: list[Found[V]] = []
        if self._firsts.isdisjoint(text.stems):  # most texts hold no phrase of most lists
            return found
        firsts, words, past = self._firsts, text.words, 0
        for at, word in enumerate(words):
            if word.stem not in firsts or at < past:
                continue
            for length, value in self._all_at(text, at):
                past = at + length
                found.append(Found(value, word.start, words[past - 1].end))
                break  # the longest
        return found

    def within(self, text: Text, start: int, end: int, free: Callable[[int, int], bool]) -> Iterator[Found[V]]:
        """The phrases that begin in a stretch whose own longest phrase is not to be had, the longest free ones."""
        first = bisect_left(text.words, start, key=lambda word: word.start)
        for at, word in enumerate(text.words[first:], first):
            if word.start >= end:
                return
            for length, value in self._all_at(text, at):
                last = text.words[at + length - 1].end
                if free(word.start, last):
                    yield Found(value, word.start, last)
                    break

    def _all_at(self, text: Text, at: int) -> Iterator[tuple[int, V]]:
        """Every phrase that begins with this word, the longest first."""
        first = text.words[at].stem
        if at + 1 < len(text.words):
            for stems, value in self._longer.get(first, {}).get(text.words[at + 1].stem, ()):
                if _stands_here(text, at, stems):
                    yield len(stems), value
        if first in self._alone:
            yield 1, self._alone[first]

    def phrases(self) -> Iterator[tuple[list[str], V]]:
        """Every phrase as its word stems, with its meaning."""
        yield from (([word], value) for word, value in self._alone.items())
        yield from (entry for by_second in self._longer.values() for entries in by_second.values() for entry in entries)


def _stands_here(text: Text, at: int, stems: list[str]) -> bool:
    words = text.words[at : at + len(stems)]
    if [word.stem for word in words] != stems:
        return False
    return all(_close(text, left, right) for left, right in pairwise(words))


def _close(text: Text, left: Word, right: Word) -> bool:
    """Words of one phrase: a blank, a hyphen, a slash or the point of an abbreviation stands between them."""
    gap = text.lower[left.end : right.start]
    if gap == " ":
        return True
    return len(gap) <= 4 and (gap.strip() in ("", "-", "/", "&", "+") or gap == ".") and gap.count("\n") <= 1
