"""The service in a process of its own, so that a test can kill it. `slow` never finishes an answer."""

from __future__ import annotations

import sys
import threading
from datetime import date
from pathlib import Path
from typing import Any

from assistant.answer import Answer
from ui.slack.allowed import Allowed
from ui.slack.service import Service, Socket, web_client
from ui.slack.tokens import Tokens


class Answers:
    """Either at once or never."""

    def __init__(self, manner: str) -> None:
        self.manner = manner

    def ask(self, question: str, **_: Any) -> Answer:
        if self.manner == "slow":
            threading.Event().wait()
        return Answer(status="answered", text=f"Answer to: {question}")


def main(api: str, folder: str, manner: str) -> None:
    service = Service(
        web_client("xoxb-test", api), Tokens("xoxb-test"), Allowed(), Path(folder), Answers(manner),
        lambda text: {"advice": []}, date.today,
    )  # fmt: skip
    service.start(Socket(service.app, "xapp-test", ping_seconds=0.5))
    threading.Event().wait()


main(*sys.argv[1:])
