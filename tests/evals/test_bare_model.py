"""A chat model without and with the second check, over stand-ins."""

from typing import Any

from langchain_core.language_models import FakeListChatModel

from assistant.answer import Answer
from evals.bare_model import WITH, WITHOUT, run_bare_model
from evals.case import Question
from evals.run import Run

CASE = Question.model_validate(
    {"id": "u", "ask": "25 fractions, course finished, Medicare: units of 77427?", "source": "s", "confidence": "high"}
)


class Gated:
    """Says what the gate would have left."""

    def ask(self, question: str, *, history: Any = None, facts: Any = None, today: Any = None) -> Answer:
        return Answer(status="answered", text="Bill 5 units of 77427.")


def test_wrong_advice_counts_against_the_text_that_shows_it():
    run = Run()
    run_bare_model(run, FakeListChatModel(responses=["Bill 25 units of 77427."]), lambda _: ["x"], Gated(), [CASE])
    assert {one.metric: one.passed for one in run.outcomes} == {WITHOUT: False, WITH: True}


def test_a_model_that_fails_fails_its_case_only():
    run = Run()

    def broken(_: str) -> list[str]:
        raise OSError("no answer")

    run_bare_model(run, FakeListChatModel(responses=["x"]), broken, Gated(), [CASE, CASE])
    assert [one.stage for one in run.outcomes] == ["crash", "crash"]


def test_the_report_says_how_many_in_a_hundred_and_who_judged():
    run = Run()
    run_bare_model(run, FakeListChatModel(responses=["Bill 25 units of 77427."]), lambda _: ["x"], Gated(), [CASE])
    assert "| without the second check | 1 | 1 | 100.0 |" in run.sections[0]
    assert "| with the second check | 1 | 0 | 0.0 |" in run.sections[0]
    assert "our own reader" in run.sections[0]
