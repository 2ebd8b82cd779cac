"""The path of a question: understand, retrieve, decide, draft, check, show.

Retrieval finds and cites; rules decide; prose is checked; what cannot be verified is withheld and said to be.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property
from time import perf_counter
from typing import TYPE_CHECKING, Any

from assistant.answer import Answer
from assistant.settings import Settings, load_settings
from assistant.settings import today as todays_date
from assistant.turn import Turn

if TYPE_CHECKING:
    from langchain_core.runnables import Runnable

Step = Callable[[Turn], Turn]


class Assistant:
    """Answers questions. Opening it loads nothing heavy; one may serve several threads."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or load_settings()

    def ask(
        self,
        question: str,
        *,
        history: Sequence[Mapping[str, str]] | None = None,
        facts: Mapping[str, Any] | None = None,
        corrections: Mapping[str, Any] | None = None,
        today: date | str | None = None,
    ) -> Answer:
        """A checked, cited answer. `facts` are defaults the question overrules; `corrections` always win."""
        day = date.fromisoformat(today) if isinstance(today, str) else today or self.settings.today or todays_date()
        turn = Turn(question, day, tuple(history or ()), dict(facts or {}), dict(corrections or {}))
        started = perf_counter()
        answer: Answer = self.chain.invoke(turn)
        seconds = answer.seconds.model_copy(update={"total": perf_counter() - started})
        return answer.model_copy(update={"seconds": seconds})

    @cached_property
    def chain(self) -> Runnable[Turn, Answer]:
        """The steps as a LangChain runnable, so that it can be traced, batched and composed with others."""
        from langchain_core.runnables import RunnableLambda

        from assistant import steps

        here = steps.Steps(self.settings)
        return (
            RunnableLambda(here.understand, name="understand")
            | RunnableLambda(here.retrieve, name="retrieve")
            | RunnableLambda(here.decide, name="decide")
            | RunnableLambda(here.draft, name="draft")
            | RunnableLambda(here.check, name="check")
            | RunnableLambda(here.show, name="show")
        )
