"""The parts put together: queue, workers, app, and the way in. One object to start and to stop."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Protocol

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
from ui.slack.trouble import FROM_SLACK, Later, back_off, meaning
from ui.slack.web_server import WebServer
from ui.slack.workers import Workers
from ui.talk import Asked

log = logging.getLogger("secondcheck.slack")
PING_SECONDS = 10  # how soon a dead connection is noticed
CALL_SECONDS = 15


class WayIn(Protocol):
    """Socket Mode or the web server."""

    def start(self) -> None: ...

    def stop(self) -> None: ...


class Socket:
    """Socket Mode by Slack's own client, which reconnects by itself once it was connected."""

    def __init__(self, app: App, app_token: str, ping_seconds: float = PING_SECONDS) -> None:
        self._handler = SocketModeHandler(app, app_token, ping_interval=ping_seconds)
        self._stopped = False

    def start(self) -> None:
        """Returns when connected; waits for a network that is down. Raises Slack's error where the token is wrong."""
        tries = 0
        while not self._stopped:
            try:
                self._handler.client.connect()
                return
            except FROM_SLACK as error:
                trouble = meaning(error)
                if not isinstance(trouble, Later) or trouble.seconds is not None:
                    raise
                log.warning("Slack cannot be reached; trying again in %d s", back_off(tries))
                time.sleep(back_off(tries))
                tries += 1

    def stop(self) -> None:
        self._stopped = True
        self._handler.client.close()


class Service:
    """Everything that runs while `secondcheck slack` does."""

    def __init__(
        self, client: WebClient, tokens: Tokens, allowed: Allowed, folder: Path | None, assistant: Asked,
        verify: Verify, today: Callable[[], date],
    ) -> None:  # fmt: skip
        """`folder` None: nothing is kept on disk. Raises Slack's error where the token is wrong."""
        self.app = bolt_app(client, tokens.signing_secret or "unused in Socket Mode", allowed)
        bot_user = str(client.auth_test()["user_id"])
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
