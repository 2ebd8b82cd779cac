"""A running service before the stand-in, with an assistant whose answers are known."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path[:0] = [
    str(Path(__file__).parent),
    str(Path(__file__).parents[1]),
]  # slack_scene.py and its neighbours, hand_made.py

from slack_scene import SECRET, TODAY, Recorder, Running
from slack_stand_in import StandIn

from ui.slack.allowed import Allowed
from ui.slack.service import Service, Socket, web_client
from ui.slack.tokens import Tokens


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
