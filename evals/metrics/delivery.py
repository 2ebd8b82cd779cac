"""Which delivery code: the text arrives at the one expected and proposes no other of its family."""

from __future__ import annotations

import re

from assistant.answer import Answer
from evals.case import Question
from evals.outcome import Outcome

NAME = "delivery code"
FAMILIES = (("77402", "77407", "77412"), ("77437", "77438"), ("77371", "77372", "77373"))
# What a sentence proposes after the first one that names a code: it must say to bill it and not turn it down.
PROPOSAL = re.compile(r"\b(bill|use|report|code it|charge)\b", re.I)
ASIDE = re.compile(r"\b(not|never|no|only|unless|if|when|whereas|would|otherwise|ended|instead of|rather than)\b", re.I)


def judge(case: Question, answer: Answer) -> Outcome | None:
    """None where the case expects no delivery code."""
    if case.code is None:
        return None
    family = next((codes for codes in FAMILIES if case.code in codes), (case.code,))
    proposed = _proposed(answer, family)
    right = proposed == {case.code} and answer.status == "answered"
    return Outcome(NAME, case.id, right, case.code, ", ".join(sorted(proposed)) or "none proposed")


def _proposed(answer: Answer, family: tuple[str, ...]) -> set[str]:
    """The codes of the first sentence that names any, and those later sentences say to bill."""
    naming = [one for one in re.split(r"(?<=[.;!?])\s+|\n", answer.text) if any(code in one for code in family)]
    proposals = naming[:1] + [one for one in naming[1:] if PROPOSAL.search(one) and not ASIDE.search(one)]
    found = {code for one in proposals for code in family if code in one}
    return found | {row.code for row in answer.units if row.code in family and row.units}
