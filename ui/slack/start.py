"""From settings and keys to a running service, and out again at Ctrl-C."""

from __future__ import annotations

import itertools
import logging
import os
import signal
import sys
import threading
import time
from pathlib import Path
from typing import cast

from filelock import FileLock, Timeout
from slack_sdk.errors import SlackApiError

from assistant.errors import InputError, SecondCheckError, SettingsError
from assistant.settings import Settings, load_settings, today
from ui.slack import manifest
from ui.slack.allowed import Allowed
from ui.slack.quiet import library_logger, our_logs
from ui.slack.service import Service, Socket, WayIn, http_server, web_client
from ui.slack.tokens import Tokens, tokens_from
from ui.talk import Asked

log = logging.getLogger("secondcheck.slack")
UNUSABLE = 2
TIDYING_SECONDS = 21_600
EXAMPLE = "28 fractions, how many 77427?"


def main(arguments: list[str] | None = None) -> None:
    """`python -m ui.slack [--manifest [ADDRESS]]`."""
    given = sys.argv[1:] if arguments is None else arguments
    try:
        if given[:1] == ["--manifest"]:
            print(manifest.text(given[1] if len(given) > 1 else ""), end="")
        else:
            serve(load_settings())
    except SecondCheckError as unusable:
        print(unusable, file=sys.stderr)
        sys.exit(UNUSABLE)


def serve(settings: Settings, base_url: str = "") -> None:
    """Run until Ctrl-C or SIGTERM. `base_url` is another address for Slack's Web API."""
    tokens = tokens_from(os.environ, settings.slack_mode)
    folder = Path(settings.data_dir)
    folder.mkdir(parents=True, exist_ok=True)
    our_logs()
    library_logger()
    try:
        with FileLock(folder / "slack.lock", timeout=0):
            _serve(settings, tokens, folder, base_url)
    except Timeout:
        raise InputError(
            "Second Check answers in Slack from this data folder already.",
            "Two programs on one queue would answer twice.",
            "Stop the other one, or set SECONDCHECK_DATA_DIR to a folder of its own.",
        ) from None


def _serve(settings: Settings, tokens: Tokens, folder: Path, base_url: str) -> None:
    from assistant import Assistant
    from assistant.checking import gate
    from assistant.commands.documents import bring_up_to_date
    from assistant.commands.page import unusable_model

    if problem := unusable_model(settings):
        log.warning(problem)
    bring_up_to_date(folder)
    assistant = cast(Asked, Assistant(settings))
    allowed = Allowed.from_words(settings.slack_workspaces, settings.slack_channels)
    signal.signal(signal.SIGTERM, _interrupt)
    service: Service | None = None
    try:
        service = Service(
            web_client(tokens.bot, base_url), tokens, allowed, folder if settings.slack_history else None, assistant,
            gate.verify, today,
        )  # fmt: skip
        # Opened by an example, so that the first question does not wait for the index and the embedding model.
        threading.Thread(target=lambda: assistant.ask(EXAMPLE), name="slack-warm", daemon=True).start()
        service.start(_way_in(service, settings, tokens))
        log.info("Second Check is in Slack (%s). Stop it with Ctrl-C.", settings.slack_mode)
        for second in itertools.count(1):
            time.sleep(1.0)  # one wait without end would not hear Ctrl-C on Windows
            if second % TIDYING_SECONDS == 0:
                service.questions.forget_old()
    except SlackApiError as error:
        raise _refused(error) from None
    except KeyboardInterrupt:
        log.info("Stopping; what is not answered yet is answered after the next start.")
    finally:
        if service:
            service.stop()


def _interrupt(*_: object) -> None:
    """SIGTERM ends the program as Ctrl-C does."""
    raise KeyboardInterrupt


def _way_in(service: Service, settings: Settings, tokens: Tokens) -> WayIn:
    if settings.slack_mode == "socket":
        return Socket(service.app, tokens.app)
    return http_server(service, settings.slack_host, settings.slack_port)


def _refused(error: SlackApiError) -> SettingsError:
    """Slack's word for it, and nothing else of its answer."""
    try:
        word = str(error.response["error"])
    except (KeyError, TypeError, ValueError):
        word = "no reason given"
    return SettingsError(
        f"Slack refused the keys: {word}.",
        "A key was revoked, belongs to another app, or lacks a permission.",
        "Copy SLACK_BOT_TOKEN and SLACK_APP_TOKEN anew from your app's page at Slack.",
    )
