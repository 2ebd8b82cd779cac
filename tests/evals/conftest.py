"""Cases and answers made for a test, with only what it is about."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from assistant.answer import Answer
from evals.case import Question

Made = Callable[..., Any]


@pytest.fixture
def question() -> Made:
    """A question with a source, so that a test names only what it expects."""

    def made(**given: Any) -> Question:
        whole = {"id": "x01", "ask": "how many 77427", "source": "cms-manual-13-70-1", "confidence": "high", **given}
        return Question.model_validate(whole)

    return made


@pytest.fixture
def answer() -> Made:
    """An answered answer with nothing in it but what the test gives."""

    def made(**given: Any) -> Answer:
        return Answer.model_validate({"status": "answered", "text": "Bill 6 units.", **given})

    return made


@pytest.fixture
def units_row() -> Made:
    """A row of units as the engine writes it."""

    def made(code: str, units: int | None, start: str | None = None, end: str | None = None) -> dict[str, Any]:
        return {
            "code": code,
            "units": units,
            "from": start,
            "to": end,
            "payer": "medicare",
            "finding": "pass",
            "why": "",
        }

    return made
