"""Sources that differ: the answer shows who says otherwise, in its structure or in words."""

from __future__ import annotations

import re

from assistant.answer import Answer
from evals.case import Question
from evals.outcome import Outcome

NAME = "shows who says otherwise"
IN_WORDS = re.compile(r"disagree|says otherwise|superseded|prevail|overrul|older page|withdrawn|contradict", re.I)


def judge(case: Question, answer: Answer) -> Outcome | None:
    """None where the case names no disagreement."""
    if not case.disagrees:
        return None
    shown = bool(answer.disagreements) or bool(IN_WORDS.search(answer.text))
    return Outcome(NAME, case.id, shown, "who says otherwise", "" if shown else answer.text)
