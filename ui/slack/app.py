"""The Bolt app: who is let in, what is logged, and what a failure answers."""

from __future__ import annotations

import logging
from collections.abc import Callable

from slack_bolt import App, BoltResponse
from slack_bolt.error import BoltUnhandledRequestError
from slack_sdk import WebClient

from ui.slack.allowed import Allowed
from ui.slack.listeners import Body
from ui.slack.quiet import library_logger

log = logging.getLogger("secondcheck.slack")


def bolt_app(client: WebClient, signing_secret: str, allowed: Allowed) -> App:
    """An app without listeners. Asks Slack once who we are; raises Slack's error where the token is wrong."""
    app = App(
        client=client,
        signing_secret=signing_secret,
        logger=library_logger(),
        process_before_response=True,  # first the queue, then the acknowledgement
        raise_error_for_unhandled_request=True,  # else Bolt logs the whole request
    )

    @app.middleware
    def let_in(body: Body, next: Callable[[], BoltResponse]) -> BoltResponse | None:  # noqa: A002  Bolt names it so.
        """Nobody outside the lists gets more than a bare acknowledgement, not even that we are here."""
        if allowed.permits(body):
            return next()
        return BoltResponse(status=200, body="")

    @app.error
    def failed(error: Exception) -> BoltResponse:
        """What we do not listen to is done with; what failed is not acknowledged, so that Slack says it again."""
        if isinstance(error, BoltUnhandledRequestError):
            return BoltResponse(status=200, body="")
        log.error("a request failed: %s", type(error).__name__)
        return BoltResponse(status=500, body="")

    return app
