"""Words outside of every phrase: empty, a name of somebody, or unknown."""

from __future__ import annotations

from assistant.reading.text import Text, Word

GREETINGS = frozenset("hi hello hey dear".split())
BEFORE_NAMES = GREETINGS | frozenset("dr mr mrs ms doctor patient from for".split())


def word_kind(word: Word, text: Text, plain: frozenset[str]) -> str:
    if not word.stem.isalpha() and any(one.isdigit() for one in word.stem):
        return "UNKNOWN"
    if word.stem in plain or text.lower[word.start : word.end] in plain or word.stem == "i":
        return "WORD"
    if word.stem == "s" and word.start and text.lower[word.start - 1].isdigit():
        return "WORD"  # "77427s"
    written = text.plain[word.start : word.end]
    before = text.lower[max(0, word.start - 12) : word.start].rstrip(" .").rsplit(" ", 1)[-1]
    is_name = written[:1].isupper() and written[1:].islower() and before in BEFORE_NAMES
    return "WORD" if is_name and (len(written) > 2 or before in GREETINGS) else "UNKNOWN"


def ends_a_word(text: Text, at: int) -> bool:
    """The s of "January's", "the quarter's" and "77427s": the word before it is read."""
    return text.plain[at] == "s" and at > 0 and (text.plain[at - 1].isdigit() or _possessive(text.lower, at))


def _possessive(lower: str, at: int) -> bool:
    return lower[at - 1] == "'" and at > 1 and lower[at - 2].isalnum() and not lower[at + 1 : at + 2].isalnum()
