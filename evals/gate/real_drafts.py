"""Drafts of a real small model, labelled sentence by sentence by hand, through the gate; the model is not needed.

A wrong sentence on the screen is a leak, a right one that is not on it is blocked. Sentences that no authority
settles must not be shown either; they are counted apart, because nobody can say that they are wrong.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from evals.gate.labelled import Labelled, SentenceScore, score_sentences

FILE = Path(__file__).parent / "model_drafts.jsonl"


@dataclass(frozen=True, slots=True)
class Draft(Labelled):
    """What the model said to the question of a case, and how warm it was."""

    case: str = ""
    temperature: float = 0.0


@lru_cache(maxsize=1)
def drafts() -> tuple[Draft, ...]:
    """Every recorded draft with its labels."""
    rows = [json.loads(line) for line in FILE.read_text("utf-8").splitlines()]
    return tuple(Draft(**{**row, "sentences": tuple(map(tuple, row["sentences"]))}) for row in rows)


def score_drafts() -> SentenceScore:
    """Each labelled sentence against what the gate did with it."""
    return score_sentences(drafts())
