"""Validity on a date and the codes that follow: exact on validity, and every expected successor named."""

from __future__ import annotations

from assistant.answer import Answer
from evals.case import Question
from evals.metrics.rows import keyed
from evals.outcome import Outcome

NAME = "validity"


def judge(case: Question, answer: Answer) -> Outcome | None:
    """None where the case says nothing about validity or a successor."""
    if not (case.valid or case.never_valid or case.replaced):
        return None
    faults = [key for key, wanted in case.valid.items() if not _said(case, answer, key, wanted)]
    faults += [f"{row.code} called valid" for row in answer.codes if row.code in case.never_valid and row.valid]
    for code, successors in case.replaced.items():
        named = {one for row in answer.codes if row.code == code for one in row.replaced_by}
        faults += [f"{code} without {one}" for one in successors if one not in named]
    rows = "; ".join(f"{row.code} {row.valid} on {row.on} -> {','.join(row.replaced_by)}" for row in answer.codes)
    expected = f"{case.valid} replaced {case.replaced} never valid {case.never_valid}"
    return Outcome(NAME, case.id, not faults, expected, rows or "no rows")


def contradicts(case: Question, answer: Answer) -> bool:
    """Whether a row says the opposite: more than a row or a successor that is missing."""
    opposite = any(one is not wanted for key, wanted in case.valid.items() for one in _told(case, answer, key))
    return opposite or any(row.code in case.never_valid and row.valid for row in answer.codes)


def _said(case: Question, answer: Answer, key: str, wanted: bool) -> bool:
    said = _told(case, answer, key)
    return bool(said) and all(valid is wanted for valid in said)


def _told(case: Question, answer: Answer, key: str) -> list[bool | None]:
    code, day = keyed(key, case.day)
    rows = [row for row in answer.codes if row.code == code]
    of_the_year = [row for row in rows if row.on is None or row.on[:4] == day[:4]]  # codes change with the year
    return [row.valid for row in of_the_year or rows]
