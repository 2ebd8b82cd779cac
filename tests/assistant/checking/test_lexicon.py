"""The words of advice: one phrase, one meaning."""

from assistant.checking.marking.lexicon import WORDS
from assistant.reading.text import normalise


def test_no_phrase_stands_under_two_meanings() -> None:
    """The first meaning would be read and the second one only seem to be: a word to deny with would permit."""
    meanings: dict[tuple[str, ...], set[str]] = {}
    for meaning, phrases in WORDS.items():
        for phrase in phrases.split("|"):
            stems = tuple(word.stem for word in normalise(phrase.strip().lower()).words)
            meanings.setdefault(stems, set()).add(meaning)
    assert not {" ".join(stems): found for stems, found in meanings.items() if len(found) > 1}
