"""The words of a sentence as they are read: without what says nothing, and with what its question has said.

Each step puts one manner of saying a thing into another that the readers know, and takes from the question only what it
tells. The order matters: what is asked of a label or a short answer is seen in the words that the steps before leave.
"""

from __future__ import annotations

from datetime import date

from assistant.checking.addressed import without_address
from assistant.checking.connectives import without_connectives
from assistant.checking.discourse import Discourse
from assistant.checking.labels import as_words
from assistant.checking.labels_asked import as_asked
from assistant.checking.left_unsaid import written_out
from assistant.checking.marking.marks import OPENING_NUMBER
from assistant.checking.plainly.idioms import without_idioms
from assistant.checking.sentences import Sentence
from assistant.checking.short_answers import spelled_out
from assistant.reading.patterns import Seldom
from assistant.reading.text import normalise

EMPHASIS = Seldom(
    r"\*\*|__|`|^\s*#{1,6}\s|(?<![\w*])[*_](?=\w)|(?<=[\w.!?:%)])[*_](?![\w*])", *"*_`#"
)  # Markdown's marks


def worded(sentence: Sentence, discourse: Discourse, today: date) -> str:
    """What is read of the sentence in this discourse."""
    words = without_idioms(without_connectives(without_address(EMPHASIS.sub("", as_words(sentence)))))
    if not (sentence.opens_list or sentence.shape == "heading"):
        words = as_asked(words, discourse.asked, today)
        if not sentence.cells:
            words = written_out(words, discourse)
    return spelled_out(words if sentence.cells else _without_its_number(words), sentence, discourse)


def _without_its_number(words: str) -> str:
    """ "2. Bill ..." in a list."""
    text = normalise(words)
    opening = OPENING_NUMBER.match(text.lower)
    return words[text.span(opening.end(), opening.end())[0] :] if opening else words
