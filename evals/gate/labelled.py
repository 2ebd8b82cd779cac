"""Answers that somebody labelled sentence by sentence, and what the gate does with each sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from assistant.checking.checked import Checked, CheckedSentence
from assistant.checking.gate import check
from assistant.checking.partings import LEFT_OUT
from assistant.conversation import Conversation
from evals.gate.scoring import TODAY

LABELS = ("right", "wrong", "unsettled", "harmless")


@dataclass(frozen=True, slots=True)
class Labelled:
    """An answer to a question, with the label of each of its sentences."""

    question: str
    facts: dict[str, Any]
    text: str
    sentences: tuple[tuple[str, str], ...]

    @property
    def wrong(self) -> bool:
        """Whether somebody who acts on the bare text acts on something wrong."""
        return any(label == "wrong" for _, label in self.sentences)


@dataclass(slots=True)
class SentenceScore:
    """Sentences by label and fate, texts that were wrong, and what went the wrong way."""

    sentences: Counter[tuple[str, bool]] = field(default_factory=Counter)  # (label, shown)
    texts: int = 0
    wrong_texts: int = 0  # at least one wrong sentence in the bare text
    wrong_shown: int = 0  # at least one wrong sentence behind the gate
    leaked: list[tuple[Labelled, str]] = field(default_factory=list)
    blocked: list[tuple[Labelled, str]] = field(default_factory=list)
    heads: list[tuple[str, str, str]] = field(default_factory=list)  # label, sentence, the head of it that is shown
    unsettled_shown: list[tuple[Labelled, str]] = field(default_factory=list)

    def of(self, label: str) -> int:
        """How many sentences carry the label."""
        return self.sentences[label, True] + self.sentences[label, False]


def through_the_gate(one: Labelled) -> Checked:
    """The text as the page would get it: read against the question it answers."""
    heard = Conversation.from_history((), one.facts, {}, today=TODAY).hear(one.question)
    return check(one.text, heard.scenario, one.question, heard.proposition, today=TODAY)


def score_sentences(texts: Iterable[Labelled]) -> SentenceScore:
    """Each labelled sentence against what the gate did with it."""
    score = SentenceScore()
    for one in texts:
        shown_wrong = False
        for sentence, label, shown, head in _fates(one):
            score.sentences[label, shown] += 1
            if head:
                score.heads.append((label, sentence, head))
            if label == "wrong" and shown:
                score.leaked.append((one, sentence))
                shown_wrong = True
            elif label == "unsettled" and shown:
                score.unsettled_shown.append((one, sentence))
            elif label == "right" and not shown:
                score.blocked.append((one, sentence))
        score.texts += 1
        score.wrong_texts += one.wrong
        score.wrong_shown += shown_wrong
    return score


def shown_whole(one: Labelled, sentence: str, start: int) -> bool:
    """Whether the sentence that begins here is on the screen with every piece of it."""
    return _is_whole(_pieces(through_the_gate(one), start, start + len(sentence)))


def _is_whole(pieces: list[CheckedSentence]) -> bool:
    return bool(pieces) and all(piece.fate == "shown" for piece in pieces)


def _pieces(checked: Checked, start: int, end: int) -> list[CheckedSentence]:
    return [piece for piece in checked.sentences if piece.sentence.start < end and start < piece.sentence.end]


def _fates(one: Labelled) -> Iterator[tuple[str, str, bool, str]]:
    """Each labelled sentence with whether the screen shows it, every piece of it that says something, or its head."""
    checked = through_the_gate(one)
    at = 0
    for sentence, label in one.sentences:
        start = one.text.find(sentence, at)
        at = start + len(sentence)
        pieces = _pieces(checked, start, at)
        yield sentence, label, _is_whole(pieces), next((piece.shown for piece in pieces if LEFT_OUT in piece.shown), "")
