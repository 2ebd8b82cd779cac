"""Pair verdicts: yes, no, with modifier, or no_data where no release is held for the day."""

from __future__ import annotations

from assistant.answer import Answer
from evals.case import Question
from evals.metrics.rows import on_day
from evals.outcome import Outcome

NAME = "pairs"


def judge(case: Question, answer: Answer) -> Outcome | None:
    """None where the case says nothing about a pair."""
    if not case.pairs:
        return None
    right = all(_right(case, answer, key, wanted) for key, wanted in case.pairs.items())
    rows = "; ".join(f"{'+'.join(row.codes)} {row.together}" for row in answer.pairs)
    return Outcome(NAME, case.id, right, str(case.pairs), rows or "no rows")


def contradicts(case: Question, answer: Answer) -> bool:
    """Whether a row says another verdict: more than a row that is missing."""
    return any(one not in wanted for key, wanted in case.pairs.items() for one in _said(case, answer, key))


def _said(case: Question, answer: Answer, key: str) -> list[str]:
    codes = set(key.split("+"))
    return [row.together for row in on_day([row for row in answer.pairs if set(row.codes) == codes], case.day)]


def _right(case: Question, answer: Answer, key: str, wanted: list[str]) -> bool:
    said = _said(case, answer, key)
    return all(one in wanted for one in said) if said else "no_data" in wanted
