"""Drafts of a real small model, labelled sentence by sentence by hand, through the gate; the model is not needed.

A wrong sentence on the screen is a leak, a right one that is not on it is blocked. Sentences that no authority
settles must not be shown either; they are counted apart, because nobody can say that they are wrong.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from assistant.checking.gate import Checked, check
from assistant.conversation import Conversation
from evals.gate.scoring import TODAY

FILE = Path(__file__).parent / "model_drafts.jsonl"
LABELS = ("right", "wrong", "unsettled", "harmless")


@dataclass(frozen=True, slots=True)
class Draft:
    """What the model said to a question, with the label of each of its sentences."""

    case: str
    temperature: float
    question: str
    facts: dict[str, Any]
    text: str
    sentences: tuple[tuple[str, str], ...]

    @property
    def wrong(self) -> bool:
        """Whether somebody who acts on the bare draft acts on something wrong."""
        return any(label == "wrong" for _, label in self.sentences)


@dataclass(slots=True)
class DraftScore:
    """Sentences by label and fate, drafts that were wrong, and what went the wrong way."""

    sentences: Counter[tuple[str, bool]] = field(default_factory=Counter)  # (label, shown)
    drafts: int = 0
    wrong_drafts: int = 0  # at least one wrong sentence in the bare draft
    wrong_shown: int = 0  # at least one wrong sentence behind the gate
    leaked: list[tuple[Draft, str]] = field(default_factory=list)
    blocked: list[tuple[Draft, str]] = field(default_factory=list)
    unsettled_shown: list[tuple[Draft, str]] = field(default_factory=list)

    def of(self, label: str) -> int:
        return self.sentences[label, True] + self.sentences[label, False]


@lru_cache(maxsize=1)
def drafts() -> tuple[Draft, ...]:
    """Every recorded draft with its labels."""
    rows = [json.loads(line) for line in FILE.read_text("utf-8").splitlines()]
    return tuple(Draft(**{**row, "sentences": tuple(map(tuple, row["sentences"]))}) for row in rows)


def through_the_gate(draft: Draft) -> Checked:
    """The draft as the page would get it: read against the question it answers."""
    heard = Conversation.from_history((), draft.facts, {}, today=TODAY).hear(draft.question)
    return check(draft.text, heard.scenario, draft.question, heard.proposition, today=TODAY)


def score_drafts(held: Iterable[Draft] | None = None) -> DraftScore:
    """Each labelled sentence against what the gate did with it."""
    score = DraftScore()
    for draft in drafts() if held is None else held:
        shown_wrong = False
        for sentence, label, shown in _fates(draft):
            score.sentences[label, shown] += 1
            if label == "wrong" and shown:
                score.leaked.append((draft, sentence))
                shown_wrong = True
            elif label == "unsettled" and shown:
                score.unsettled_shown.append((draft, sentence))
            elif label == "right" and not shown:
                score.blocked.append((draft, sentence))
        score.drafts += 1
        score.wrong_drafts += draft.wrong
        score.wrong_shown += shown_wrong
    return score


def _fates(draft: Draft) -> Iterator[tuple[str, str, bool]]:
    """Each labelled sentence with whether the screen shows it: every piece of it that says something."""
    checked = through_the_gate(draft)
    at = 0
    for sentence, label in draft.sentences:
        start = draft.text.find(sentence, at)
        at = start + len(sentence)
        pieces = [one for one in checked.sentences if one.sentence.start < at and start < one.sentence.end]
        yield sentence, label, bool(pieces) and all(one.fate == "shown" for one in pieces)
