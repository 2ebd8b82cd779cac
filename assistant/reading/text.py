"""Normalised text that remembers where each character came from.

Billing text arrives with typographic dashes, non-breaking spaces, full-width digits and invisible characters.
Everything above this module reads `plain` or `lower`; spans go back through `Text.span`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import field
from functools import lru_cache
from typing import NamedTuple

from assistant.reading.fixed import fixed
from assistant.reading.spelling import corrected

MOST_CHARACTERS = 50_000
SENTENCE = 1_000  # characters; what is longer is a whole text and read once

_DASHES = dict.fromkeys("‐‑‒–—―−⁃﹘﹣－⸺⸻", "-")
_QUOTES = dict.fromkeys("‘’‚‛′`´＇", "'") | dict.fromkeys("“”„‟″«»", '"')
_SIGNS = {
    "×": "x",
    "✕": "x",
    "✖": "x",
    "½": ".5",
    "¼": ".25",
    "¾": ".75",
    "⁄": "/",
    "∕": "/",
    "…": "...",
    "•": "-",
}
# Cyrillic and Greek letters that look like Latin ones: "МRN" must not slip past a reader of "MRN".
_LOOKALIKES = dict(
    zip("АВЕКМНОРСТУХаеорсухіІѕЅјЈΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEKMHOPCTYXaeopcyxiIsSjJABEZHIKMNOPTYXo", strict=True)
)
_CHARACTERS = _DASHES | _QUOTES | _SIGNS | _LOOKALIKES
_SUPERSCRIPT_DIGITS = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉")
_WORD = re.compile(r"[^\W_]+(?:'[a-z]+)?")


class Word(NamedTuple):
    """A run of letters and digits; `stem` has no possessive and no plural s, so that one entry finds both."""

    start: int
    end: int
    stem: str


@fixed
class Text:
    original: str
    plain: str
    lower: str  # as long as `plain`
    offsets: tuple[int, ...] | range  # offsets[i] is where plain[i] stood in `original`
    words: tuple[Word, ...] = field(repr=False)
    stems: frozenset[str] = field(repr=False, compare=False)  # of the words: whether a phrase can stand here at all

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original characters behind plain[start:end]."""
        if end <= start:
            at = self.offsets[start] if start < len(self.offsets) else len(self.original)
            return at, at
        return self.offsets[start], self.offsets[end - 1] + 1


def normalise(original: str) -> Text:
    """Bring every way of writing a character to one, keeping the way back. Linear in the length."""
    return _remembered(original) if len(original) <= SENTENCE else _normalised(original)


@lru_cache(maxsize=512)
def _remembered(original: str) -> Text:
    """A sentence is read in several rooms, one after the other."""
    return _normalised(original)


def _normalised(original: str) -> Text:
    if original.isascii() and original.isprintable():
        return _text(original, original, range(len(original)))
    plain: list[str] = []
    offsets: list[int] = []
    for at, character in enumerate(original):
        for one in _as_plain(character):
            plain.append(one)
            offsets.append(at)
    return _text(original, "".join(plain), tuple(offsets))


def _text(original: str, plain: str, offsets: tuple[int, ...] | range) -> Text:
    lower = plain.lower()
    if len(lower) != len(plain):
        lower = "".join(one.lower() if len(one.lower()) == 1 else one for one in plain)
    words = tuple([Word(m.start(), m.end(), stem(m.group())) for m in _WORD.finditer(lower)])
    return Text(original, plain, lower, offsets, words, frozenset([word.stem for word in words]))


def _as_plain(character: str) -> str:
    if character in "\n\t" or " " <= character <= "~":
        return character
    if character in _CHARACTERS:
        return _CHARACTERS[character]
    if character in _SUPERSCRIPT_DIGITS:
        return "^" + unicodedata.normalize("NFKC", character)  # a footnote mark is no digit of the code before it
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.digit(character))
    if category in ("Zs", "Zl", "Zp"):
        return " "
    if category == "Cc":
        return "\n" if character in "\r\x0b\x0c\x85" else ""
    if category in ("Cf", "Mn", "Me", "Cn", "Cs", "Co"):
        return ""  # zero-width, bidi and soft-hyphen characters, combining marks
    folded = unicodedata.normalize("NFKC", character)
    if folded == character:
        return character
    return "".join(_CHARACTERS.get(one, one) for one in folded if unicodedata.category(one) != "Mn")


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """The word without possessive and plural s: "physician's", "films" and "film" meet."""
    head = word.split("'", 1)[0] if word.endswith("'s") else word
    if len(head) > 3 and head.endswith("s") and not head.endswith("ss"):
        return corrected(head[:-1])
    return corrected(head)
