"""A running service before the stand-in, with an assistant whose answers are known."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1])]  # stand_in.py, events.py and hand_made.py

from stand_in import Payload, StandIn

from assistant.answer import Answer, Fact
from ui.slack.allowed import Allowed
from ui.slack.service import Service, Socket, web_client
from ui.slack.tokens import Tokens

SECRET = "a signing secret"
TODAY = date(2026, 11, 22)
PATIENCE_SECONDS = 20.0


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


Running = Callable[..., Service]


@pytest.fixture
def slack() -> Iterator[StandIn]:
    stand_in = StandIn()
    yield stand_in
    stand_in.stop()


@pytest.fixture
def recorder() -> Recorder:
    return Recorder()


@pytest.fixture
def running(slack: StandIn, recorder: Recorder, tmp_path: Path) -> Iterator[Running]:
    """Starts the service; twice on one folder is a restart."""
    started: list[Service] = []

    def start(
        *, assistant: Any = None, allowed: Allowed | None = None, folder: Path | None = tmp_path, socket: bool = True
    ) -> Service:
        from assistant.checking import gate

        service = Service(
            web_client("xoxb-test", slack.api), Tokens("xoxb-test", "xapp-test", SECRET), allowed or Allowed(), folder,
            assistant or recorder, gate.verify, lambda: TODAY,
        )  # fmt: skip
        started.append(service)
        if socket:
            service.start(Socket(service.app, "xapp-test", ping_seconds=0.5))
        return service

    yield start
    recorder.gate.set()
    for service in started:
        service.stop()


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
