"""Keeping out of what is not covered: no coding advice there (recall), and no retreat elsewhere (precision)."""

from __future__ import annotations

from assistant.answer import Answer
from evals.case import Question
from evals.outcome import Outcome

RECALL = "abstains when it must"
PRECISION = "abstains only when it must"
ABSTAINED = ("out_of_scope", "not_covered")


def judge_recall(case: Question, answer: Answer) -> Outcome | None:
    """Cases with a status of their own or that allow no advice."""
    if not (case.status or case.no_advice):
        return None
    advised = case.no_advice and bool(answer.units or answer.modifiers or answer.pairs or answer.codes)
    right = (not case.status or answer.status in case.status) and not advised
    expected = f"{case.status}{', no advice' if case.no_advice else ''}"
    return Outcome(RECALL, case.id, right, expected, f"{answer.status}: {answer.text}")


def judge_precision(case: Question, answer: Answer) -> Outcome | None:
    """Answers that abstained: was the case one to abstain from?"""
    if answer.status not in ABSTAINED:
        return None
    unsettled = any(wanted == [None] for wanted in case.units.values())
    unsettled = unsettled or any("no_data" in wanted for wanted in case.pairs.values())
    wants_answer = case.wants_advice or bool(case.say or case.any_of)
    right = bool(set(case.status) & set(ABSTAINED)) or unsettled or not wants_answer
    return Outcome(PRECISION, case.id, right, "an answer", f"{answer.status}: {answer.text}")
