"""The path of a question: understand, retrieve, decide, draft, check, show.

Retrieval finds and cites; rules decide; prose is checked; what cannot be verified is withheld and said to be.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from assistant.answer import Answer
from assistant.settings import Settings, load_settings
from assistant.settings import today as todays_date
from assistant.turn import Turn

if TYPE_CHECKING:
    from langchain_core.runnables import Runnable


class Given(TypedDict, total=False):
    """What may be told beside the question."""

    history: Sequence[Mapping[str, str]] | None  # [{"role": "user" | "assistant", "content"}]
    facts: Mapping[str, Any] | None  # defaults, which the question overrules
    corrections: Mapping[str, Any] | None  # what a user set by hand: it always wins
    today: date | str | None


class Assistant:
    """Answers questions. Opening it loads nothing heavy; one may serve several threads."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or load_settings()

    def ask(self, question: str, **given: Unpack[Given]) -> Answer:
        """A checked, cited answer."""
        answer = self.chain.invoke(self._turn(question, given))
        assert isinstance(answer, Answer)  # it comes last
        return answer

    def stream(self, question: str, **given: Unpack[Given]) -> Generator[str | Answer, None, None]:
        """The same answer as it comes: checked pieces that join to its text, and the Answer last.

        Nothing that came is ever taken back. An empty piece says that a chat model is still at work: a good moment to
        close the iterator, which cancels the model.
        """
        yield from self.chain.stream(self._turn(question, given))

    def _turn(self, question: str, given: Given) -> Turn:
        told = given.get("today") or self.settings.today or todays_date()
        day = date.fromisoformat(told) if isinstance(told, str) else told
        facts, corrections = dict(given.get("facts") or {}), dict(given.get("corrections") or {})
        return Turn(question, day, tuple(given.get("history") or ()), facts, corrections)

    @cached_property
    def chain(self) -> Runnable[Turn, str | Answer]:
        """The steps as a LangChain runnable, so that it can be traced, batched and composed with others.

        Invoked it gives the Answer, streamed the pieces of its text before it: one path, so they cannot differ.
        """
        from langchain_core.runnables import RunnableLambda

        from assistant import steps

        here = steps.Steps(self.settings)
        return (
            RunnableLambda(here.understand, name="understand")
            | RunnableLambda(here.retrieve, name="retrieve")
            | RunnableLambda(here.decide, name="decide")
            | RunnableLambda(here.answer, name="draft, check, show")
        )
