"""Patient data: taken out where there is some, said so, repeated nowhere; and nothing taken out where there is none."""

from __future__ import annotations

from assistant.answer import Answer
from evals.case import Question
from evals.outcome import Outcome

NAME = "patient data removed"


def judge(case: Question, answer: Answer) -> Outcome | None:
    """None where the case has no word on identifiers."""
    if case.removed is None:
        return None
    whole = answer.model_dump_json()
    leaked = [secret for secret in case.secret if secret in whole]
    right = bool(answer.removed_identifiers) == case.removed and not leaked
    got = f"removed {list(answer.removed_identifiers)}, leaked {leaked}"
    return Outcome(NAME, case.id, right, f"removed={case.removed}, none of {case.secret}", got)
