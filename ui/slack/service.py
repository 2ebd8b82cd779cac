"""The parts put together: queue, workers, app, and the way in. One object to start and to stop."""

from __future__ import annotations

import contextlib
import itertools
import logging
import socket
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Protocol, TypeVar

from slack_bolt import App
from slack_bolt.adapter.socket_mode.builtin import SocketModeHandler
from slack_sdk import WebClient

from ui.slack.allowed import Allowed
from ui.slack.answering import Answering, Verify
from ui.slack.app import bolt_app
from ui.slack.database import Database
from ui.slack.listeners import Listeners
from ui.slack.posting import Posting
from ui.slack.progress import Progress
from ui.slack.questions import Questions
from ui.slack.steps import Steps
from ui.slack.tokens import Tokens
from ui.slack.trouble import FROM_SLACK, KeysRefused, Later, back_off, meaning
from ui.slack.web_server import WebServer
from ui.slack.workers import Workers
from ui.talk import Asked

log = logging.getLogger("secondcheck.slack")
T = TypeVar("T")
PING_SECONDS = 10  # how soon a dead connection is noticed
CALL_SECONDS = 15


def patiently(call: Callable[[], T]) -> T:
    """Call Slack until it answers: a network that is down at the start comes back. Raises its error for wrong keys."""
    for tries in itertools.count():
        try:
            return call()
        except FROM_SLACK as error:
            trouble = meaning(error)
            if isinstance(trouble, KeysRefused) or not isinstance(trouble, Later):
                raise
            wait = back_off(tries) if trouble.seconds is None else trouble.seconds
            log.warning("Slack cannot be reached; trying again in %d s", wait)
            time.sleep(wait)
    raise AssertionError("counting does not end")


class WayIn(Protocol):
    """Socket Mode or the web server."""

    def start(self) -> None: ...

    def stop(self) -> None: ...


class Socket:
    """Socket Mode by Slack's own client, which reconnects by itself once it was connected."""

    def __init__(self, app: App, app_token: str, ping_seconds: float = PING_SECONDS) -> None:
        self._handler = SocketModeHandler(app, app_token, ping_interval=ping_seconds)

    def start(self) -> None:
        """Returns when connected."""
        patiently(self._handler.client.connect)

    def stop(self) -> None:
        client = self._handler.client
        client.auto_reconnect_enabled = False
        client.closed = True
        client.message_queue.put(None)
        session = client.current_session
        if session is not None and (stream := session.sock) is not None:
            # Slack's client waits for the end of its reads, seconds long; nobody who pressed Ctrl-C wants to.
            with contextlib.suppress(OSError):
                stream.shutdown(socket.SHUT_RDWR)
        client.close()


class Service:
    """Everything that runs while `secondcheck slack` does."""

    def __init__(
        self, client: WebClient, tokens: Tokens, allowed: Allowed, folder: Path | None, assistant: Asked,
        verify: Verify, today: Callable[[], date],
    ) -> None:  # fmt: skip
        """`folder` None: nothing is kept on disk. Raises Slack's error for wrong keys."""
        bot_user = str(patiently(client.auth_test)["user_id"])
        self.app = bolt_app(client, tokens.signing_secret or "unused in Socket Mode", allowed)
        database = Database(folder)
        self.questions, self.progress = Questions(database), Progress(database)
        self.workers = Workers(
            self.progress, Steps(self.progress, Posting(client), Answering(assistant, verify, today))
        )
        Listeners(self.questions, self.workers.wake, bot_user).register(self.app)
        self._database = database
        self._way_in: WayIn | None = None

    def start(self, way_in: WayIn) -> None:
        """Take up what was pending, then let Slack in."""
        self.questions.forget_old()
        if pending := self.progress.pending():
            log.info("%d pending questions are taken up again", pending)
        self.workers.start()
        self._way_in = way_in
        way_in.start()

    def stop(self) -> None:
        if self._way_in:
            self._way_in.stop()
        self.workers.stop()
        self._database.close()


def web_client(token: str, base_url: str = "") -> WebClient:
    """A client that never repeats a call by itself: what may have been posted is looked for first."""
    address = base_url or WebClient.BASE_URL
    return WebClient(token=token, base_url=address, timeout=CALL_SECONDS, retry_handlers=[])


def http_server(service: Service, host: str, port: int) -> WebServer:
    return WebServer(service.app, host, port)
