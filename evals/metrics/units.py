"""Exact units: every expected code has its course total, and no row says another number for that day."""

from __future__ import annotations

from assistant.answer import Answer, UnitsRow
from evals.case import Question
from evals.metrics.rows import keyed, on_day
from evals.outcome import Outcome

NAME = "units"
NOT_SAID = "not said"


def judge(case: Question, answer: Answer) -> Outcome | None:
    """None where the case says nothing about units."""
    if not (case.units or case.never_units or case.absent):
        return None
    faults = _faults(case, answer)
    rows = "; ".join(f"{row.code}={row.units} {row.start or ''}..{row.end or ''} {row.payer}" for row in answer.units)
    expected = f"{case.units or ''} never {case.never_units}" if case.never_units else str(case.units or case.absent)
    return Outcome(NAME, case.id, not faults, expected, rows or "no rows")


def contradicts(case: Question, answer: Answer) -> bool:
    """Whether a row says another number: more than a number that is missing."""
    return any(not fault.endswith(NOT_SAID) for fault in _faults(case, answer))


def _faults(case: Question, answer: Answer) -> list[str]:
    faults = [fault for key, wanted in case.units.items() for fault in _wrong(case, answer, key, wanted)]
    for key, banned in case.never_units.items():
        code, day = keyed(key, case.day)
        said = [row.units for row in _rows(answer, code, day) if row.units in banned]
        faults += [f"{code}: {units}" for units in said]
    return faults + [f"{row.code}: {row.units}" for row in answer.units if row.code in case.absent and row.units]


def _wrong(case: Question, answer: Answer, key: str, wanted: list[int | None]) -> list[str]:
    code, day = keyed(key, case.day)
    said = [row.units for row in _rows(answer, code, day)]
    if not said:
        silence_is_right = code in case.optional or None in wanted
        return [] if silence_is_right else [f"{code}: {NOT_SAID}"]
    return [f"{code}: {units}" for units in said if units not in wanted]


def _rows(answer: Answer, code: str, day: str) -> list[UnitsRow]:
    return on_day([row for row in answer.units if row.code == code], day)
