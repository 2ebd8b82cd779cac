"""What the tests of Slack share: an assistant whose answers are known, and ways to look at what was shown."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from slack_stand_in import Payload, StandIn

from assistant.answer import Answer, Fact
from ui.slack.service import Service

SECRET = "a signing secret"
TODAY = date(2026, 11, 22)
PATIENCE_SECONDS = 20.0
Running = Callable[..., Service]


class Recorder:
    """Answers "Answer to: …", keeps what it was asked, and waits at `gate` when a test shuts it."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []
        self.answers: dict[str, Answer | Exception] = {}
        self.gate = threading.Event()
        self.gate.set()
        self.ungated: set[str] = set()
        self.begun = threading.Event()

    def ask(
        self,
        question: str,
        history: Sequence[Mapping[str, str]] = (),
        facts: Mapping[str, Any] | None = None,
        corrections: Mapping[str, Any] | None = None,
    ) -> Answer:
        self.begun.set()
        assert question in self.ungated or self.gate.wait(PATIENCE_SECONDS)
        self.asked.append({"question": question, "history": list(history), "corrections": dict(corrections or {})})
        known = self.answers.get(question)
        if isinstance(known, Exception):
            raise known
        scenario = {"payer": Fact(value="medicare", origin="assumed")}
        return known or Answer(status="answered", text=f"Answer to: {question}", scenario=scenario)

    @property
    def questions(self) -> list[str]:
        return [one["question"] for one in self.asked]


def until(holds: Callable[[], Any], what: str = "") -> Any:
    """Wait for something to come true; fails with `what` when it does not."""
    ends = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < ends:
        if found := holds():
            return found
        time.sleep(0.01)
    raise AssertionError(f"waited in vain for {what or holds}")


def answered(slack: StandIn, thread: str, number: int = 1) -> list[Payload]:
    """Our messages in a thread once `number` of them are answers."""

    def shown() -> list[Payload]:
        messages = slack.in_thread(thread)
        return messages if sum(len(one["history"]) > 1 for one in messages) >= number else []

    found: list[Payload] = until(shown, f"{number} answers in {thread}")
    return found


def words_of(message: Payload) -> str:
    """Everything a reader sees of a message."""
    said: list[str] = []

    def collect(part: Any) -> None:
        if isinstance(part, dict):
            if isinstance(part.get("text"), str):
                said.append(part["text"])
            for value in part.values():
                collect(value)
        elif isinstance(part, list):
            for one in part:
                collect(one)

    collect(message.get("blocks") or [])
    return "\n".join(said)


def elements(message: Payload) -> list[Payload]:
    """Everything that can be pressed."""
    return [one for block in message["blocks"] if block["type"] == "actions" for one in block["elements"]]
