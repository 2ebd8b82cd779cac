"""The same chat model without and with the second check: how many answers in a hundred show wrong advice.

Both texts are read by one reader and held against one rule book, so the figure says what the gate removes; it does not
say how well the reader reads (the gate's own cases measure that).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING

from assistant.checking.gate import verify
from evals.case import TODAY, Question
from evals.outcome import Outcome, Share
from evals.run import BASELINE, Asked, Run
from evals.runner import Engine
from evals.wrong_advice import section

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

PROMPT = "Answer the coding question from the context only.\n\nContext:\n{context}\n\nQuestion: {question}\nAnswer:"
JUDGED_BY = (
    "Both texts were judged by our own reader and rules, the same that the gate uses: what that reader cannot read it "
    "counts in neither. The figure says what the gate removes, not how well the reader reads."
)
WITHOUT = f"{BASELINE} answers without wrong advice, bare model"
WITH = "answers without wrong advice, same model behind the gate"


def run_bare_model(
    run: Run, model: BaseChatModel, passages: Callable[[str], list[str]], engine: Engine, cases: Iterable[Question]
) -> None:
    """Asks the model and the engine that drafts with it; both answers are judged alike."""
    for case in cases:
        if case.earlier:
            continue  # the tutorial pipeline keeps no conversation
        try:
            context = "\n---\n".join(passages(case.ask))
            bare = str(model.invoke(PROMPT.format(context=context, question=case.ask)).content)
            checked = engine.ask(case.ask, facts=case.facts, today=TODAY).text
        except Exception as broken:  # noqa: BLE001  # a model that fails on one case has failed on that case
            run.outcomes.append(Outcome(WITH, f"model-{case.id}", False, "an answer", repr(broken), "crash"))
            continue
        run.asked[f"model:model-{case.id}"] = Asked(case.ask, checked, case.source, case.confidence)
        run.outcomes.append(judged(WITHOUT, case, bare))
        run.outcomes.append(judged(WITH, case, checked))
    held = run.shares()
    if WITHOUT in held:
        run.sections.insert(
            0, section("the configured model", JUDGED_BY, *(_wrong(held[one]) for one in (WITHOUT, WITH)))
        )


def _wrong(share: Share) -> Share:
    return Share(share.n - share.passed, share.n)


def judged(metric: str, case: Question, text: str) -> Outcome:
    """Whether any advice in the text fails the rules for the facts of the case."""
    read = verify(text, case.ask, case.facts, today=date.fromisoformat(TODAY))
    wrong = [row for row in read["advice"] if row["finding"] == "fail"]
    got = " | ".join(f"{row['sentence']} ({row['why']})" for row in wrong)
    return Outcome(metric, f"model-{case.id}", not wrong, "no advice that fails", got, "gate" if wrong else "")
