"""Facts stated: every wording the case asks for stands in the answer, or one of the right ways to answer was taken."""

from __future__ import annotations

import re

from assistant.answer import Answer
from evals.case import Question
from evals.outcome import Outcome

NAME = "facts stated"


def judge(case: Question, answer: Answer) -> Outcome | None:
    """None where the case asks for no wording."""
    if not (case.say or case.any_of):
        return None
    missing = [pattern for pattern in case.say if not _in(pattern, answer)]
    if case.any_of and not any(_taken(way.say, way.asks, answer) for way in case.any_of):
        missing += ["one of: " + " or ".join(f"say {way.say} ask {way.asks}" for way in case.any_of)]
    return Outcome(NAME, case.id, not missing, " and ".join(missing) or "all said", "" if not missing else answer.text)


def _taken(say: list[str], asks: list[str], answer: Answer) -> bool:
    return all(_in(pattern, answer) for pattern in say) and all(fact in answer.asks for fact in asks)


def _in(pattern: str, answer: Answer) -> bool:
    return re.search(pattern, answer.text, re.I | re.M) is not None
