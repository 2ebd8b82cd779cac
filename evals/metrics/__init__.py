"""Metrics of an answer, one file each. Each gives an Outcome, or None where it has no word on the case."""

from __future__ import annotations

from collections.abc import Callable

from assistant.answer import Answer
from evals.case import Question
from evals.metrics import (
    abstention,
    citations,
    clarification,
    delivery,
    disagreement,
    forbidden,
    modifiers,
    pairs,
    privacy,
    stated,
    units,
    validity,
)
from evals.outcome import Outcome

OF_AN_ANSWER: dict[str, Callable[[Question, Answer], Outcome | None]] = {
    units.NAME: units.judge,
    modifiers.NAME: modifiers.judge,
    pairs.NAME: pairs.judge,
    validity.NAME: validity.judge,
    delivery.NAME: delivery.judge,
    stated.NAME: stated.judge,
    forbidden.NAME: forbidden.judge,
    citations.PRECISION: citations.judge_precision,
    citations.RECALL: citations.judge_recall,
    clarification.RECALL: clarification.judge_recall,
    abstention.RECALL: abstention.judge_recall,
    abstention.PRECISION: abstention.judge_precision,
    disagreement.NAME: disagreement.judge,
    privacy.NAME: privacy.judge,
}

# What an answer must hold to have answered: how well it is cited is another matter.
SUBSTANCE = frozenset({units.NAME, modifiers.NAME, pairs.NAME, validity.NAME, delivery.NAME, stated.NAME})
