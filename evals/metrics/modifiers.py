"""Modifier verdicts: allowed, not allowed or not settled, as expected, and required where a payer requires it."""

from __future__ import annotations

from assistant.answer import Answer
from evals.case import Question
from evals.metrics.rows import keyed, on_day
from evals.outcome import Outcome

NAME = "modifiers"


def judge(case: Question, answer: Answer) -> Outcome | None:
    """None where the case says nothing about a modifier."""
    if not case.modifiers:
        return None
    right = all(_right(case, answer, key, wanted) for key, wanted in case.modifiers.items())
    rows = "; ".join(f"{row.code}-{row.modifier} {row.allowed} required={row.required}" for row in answer.modifiers)
    return Outcome(NAME, case.id, right, f"{case.modifiers} required {case.required}", rows or "no rows")


def _right(case: Question, answer: Answer, key: str, wanted: list[bool | None]) -> bool:
    pair, day = keyed(key, case.day)
    code, _, modifier = pair.partition("-")
    said = on_day([row for row in answer.modifiers if (row.code, row.modifier) == (code, modifier)], day)
    if not said:
        return pair in case.optional_modifiers or None in wanted
    if pair in case.required and not any(row.required for row in said):
        return False
    return all(row.allowed in wanted for row in said)
