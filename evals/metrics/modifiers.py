"""Modifier verdicts: allowed, not allowed or not settled, as expected, and required where a payer requires it."""

from __future__ import annotations

from assistant.answer import Answer, ModifierRow
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


def contradicts(case: Question, answer: Answer) -> bool:
    """Whether a row says the opposite: more than a row that is missing."""
    return any(
        _said(case, answer, key) and not _right(case, answer, key, wanted) for key, wanted in case.modifiers.items()
    )


def _said(case: Question, answer: Answer, key: str) -> list[ModifierRow]:
    pair, day = keyed(key, case.day)
    code, _, modifier = pair.partition("-")
    return on_day([row for row in answer.modifiers if (row.code, row.modifier) == (code, modifier)], day)


def _right(case: Question, answer: Answer, key: str, wanted: list[bool | None]) -> bool:
    pair, said = keyed(key, case.day)[0], _said(case, answer, key)
    if not said:
        return pair in case.optional_modifiers or None in wanted
    if pair in case.required and not any(row.required for row in said):
        return False
    return all(row.allowed in wanted for row in said)
