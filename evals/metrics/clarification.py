"""Questions back: asked when a missing fact changes the answer (recall), and only then (precision)."""

from __future__ import annotations

from assistant.answer import Answer
from evals.case import Question
from evals.outcome import Outcome

RECALL = "asks when it must"
PRECISION = "asks only when it must"


def judge_recall(case: Question, answer: Answer) -> Outcome | None:
    """Cases that list facts to ask for."""
    if not case.asks:
        return None
    return Outcome(
        RECALL, case.id, set(case.asks) <= set(answer.asks), f"asks {case.asks}", f"asks {list(answer.asks)}"
    )


def judge_precision(case: Question, answer: Answer, missed: bool) -> Outcome | None:
    """Answers that only ask, and questions that need no fact. `missed`: something else the case wants is not there.

    An answer that gives all that was expected and then asks has not asked in vain.
    """
    if case.asks_none:
        unwanted = answer.asks if case.asks_none is True else set(answer.asks) & set(case.asks_none)
        return Outcome(PRECISION, case.id, not unwanted, "no question back", f"asks {list(answer.asks)}")
    if answer.status != "needs_facts":
        return None
    asked = f"only asks {list(answer.asks)}: {answer.text}"
    return Outcome(PRECISION, case.id, case.wants_asking or not missed, "an answer", asked)
