"""Forbidden claims: none of the wordings that would be wrong stands in the answer."""

from __future__ import annotations

import re

from assistant.answer import Answer
from evals.case import Question
from evals.outcome import Outcome

NAME = "no forbidden claim"


def judge(case: Question, answer: Answer) -> Outcome | None:
    """None where the case forbids no wording."""
    if not case.never:
        return None
    said = [pattern for pattern in case.never if re.search(pattern, answer.text, re.I)]
    return Outcome(NAME, case.id, not said, f"never {case.never}", answer.text if said else "")
