"""Which delivery code: the text arrives at the one expected and proposes no other of its family."""

from __future__ import annotations

import re

from assistant.answer import Answer
from evals.case import Question
from evals.outcome import Outcome

NAME = "delivery code"
FAMILIES = (("77402", "77407", "77412"), ("77437", "77438"), ("77371", "77372", "77373"))
# A sentence that turns a code down, or says when another would hold, does not propose it.
ASIDE = re.compile(r"\b(not|never|no|only|unless|if|when|whereas|would|otherwise|ended|instead of|rather than)\b", re.I)


def judge(case: Question, answer: Answer) -> Outcome | None:
    """None where the case expects no delivery code."""
    if case.code is None:
        return None
    family = next((codes for codes in FAMILIES if case.code in codes), (case.code,))
    proposed = _proposed(answer, family)
    right = case.code in proposed and not proposed - {case.code} and answer.status == "answered"
    return Outcome(NAME, case.id, right, case.code, ", ".join(sorted(proposed)) or "none proposed")


def _proposed(answer: Answer, family: tuple[str, ...]) -> set[str]:
    found = {row.code for row in answer.units if row.code in family and row.units}
    for sentence in re.split(r"(?<=[.;!?])\s+|\n", answer.text):
        if not ASIDE.search(sentence):
            found |= {code for code in family if code in sentence}
    return found
