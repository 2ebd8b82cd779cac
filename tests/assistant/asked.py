"""Decisions as the tests of the answer tell them: codes, matters and facts in one line; models that act as told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGenerationChunk

from assistant import Answer, Assistant
from assistant.asking import asked_in
from assistant.cases import cases
from assistant.citing import Citations
from assistant.conversation import Conversation
from assistant.courses import asked_of
from assistant.decide import decide
from assistant.decision import Asked, Decision
from assistant.drafting.chat_model import ChatDrafter
from assistant.drafting.composer import compose
from assistant.drafting.echo import EchoModel
from assistant.scenario import Period, Scenario
from assistant.settings import Settings

TODAY = date(2026, 11, 22)
ASKED = (
    "modifiers",
    "yes_no",
    "frequency",
    "attributed_to",
    "reviewers",
    "guessed",
    "indicators",
    "told_units",
    "of_a_limit",
    "of_one_date",
    "of_apcs",
    "of_amount",
    "of_global",
    "of_visit",
    "of_staff",
    "of_global_days",
    "apart",
    "claim",
)


def asked_as_told(question: str) -> tuple[Decision, ...]:
    """The decisions on each case of a question as it was typed."""
    conversation = Conversation.start(TODAY).hear(question)
    asked = asked_in(conversation)
    return tuple(
        decide(asked_of(case.scenario, asked, conversation), case.scenario, TODAY, case.says)
        for case in cases(conversation)
    )


def days(told: str | None) -> Period | None:
    """ "2026-02-10" is a day, "2025-12-01..2026-01-31" a range."""
    if told is None:
        return None
    first, _, last = told.partition("..")
    return Period(date.fromisoformat(first), date.fromisoformat(last or first))


def decided(codes: str, matters: str, dos: str | None = None, *, case: str = "", **told: Any) -> Decision:
    """What the rules say: `decided("77427", "units", "2026-02-10", fractions=28)`."""
    asked = {name: told.pop(name) for name in ASKED if name in told}
    named = tuple(codes.split())
    scenario = Scenario(codes=named, dos=days(dos), **told)
    return decide(Asked(frozenset(matters.split()), named, **asked), scenario, TODAY, case)


def composed(*decisions: Decision, question: str = "") -> str:
    return compose(decisions, question, (), Citations())


class Acting(EchoModel):
    """A chat model that says what `act` makes of the messages, and remembers them."""

    act: Callable[[list[BaseMessage]], str]
    heard: list[list[BaseMessage]] = []

    def _says(self, messages: list[BaseMessage]) -> str:
        self.heard.append(messages)
        return self.act(messages)


class Scripted(EchoModel):
    """Calls `acts` in turn, one per request; each gives the words or raises."""

    acts: list[Any] = []
    told: list[list[BaseMessage]] = []

    def _stream(self, messages: list[BaseMessage], *_: Any, **__: Any) -> Iterator[ChatGenerationChunk]:
        self.told.append(messages)
        for word in self.acts.pop(0)(messages):
            said = word if isinstance(word, AIMessageChunk) else AIMessageChunk(content=word)
            yield ChatGenerationChunk(message=said)


def drafting(assistant: Assistant, act: Callable[[list[BaseMessage]], str], seconds: float = 5) -> Acting:
    """Let this model draft for the assistant."""
    model = Acting(act=act, heard=[])
    drafting_with(assistant, model, seconds)
    return model


def drafting_with(assistant: Assistant, model: BaseChatModel, seconds: float = 5) -> None:
    """Let any model draft for the assistant."""
    settings = Settings(data_dir=assistant.settings.data_dir, model="fake:acting", model_timeout_seconds=seconds)
    assistant.settings = settings
    steps: Any = assistant.chain.steps[0].func.__self__  # type: ignore[attr-defined]
    steps.settings, steps.drafter = settings, ChatDrafter(settings, model)


def turns(assistant: Assistant, *questions: str, **more: Any) -> Answer:
    """Ask one question after another; the answer is that of the last one."""
    history: list[dict[str, str]] = []
    for question in questions:
        answer = assistant.ask(question, history=history, today=TODAY, **more)
        history += [{"role": "user", "content": question}, {"role": "assistant", "content": answer.text}]
    return answer
