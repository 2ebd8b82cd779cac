"""Logs that hold no word of a question: ours by number, Slack's libraries by place only."""

from __future__ import annotations

import logging
import sys

LIBRARIES = ("slack_bolt", "slack_sdk")
LIBRARY_LOGGER = "secondcheck.slack.library"


class PlaceOnly(logging.Formatter):
    """Slack's libraries log whole messages and events when something fails: only where they did is kept."""

    def format(self, record: logging.LogRecord) -> str:
        kind = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else ""
        return f"{record.levelname} {record.module}:{record.lineno} in {record.funcName} {kind}".rstrip()


def library_logger() -> logging.Logger:
    """The logger given to Slack's libraries, and put in the way of those they make themselves."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(PlaceOnly())
    for name in (LIBRARY_LOGGER, *LIBRARIES):
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [handler], False
        logger.setLevel(logging.ERROR)
    return logging.getLogger(LIBRARY_LOGGER)


def our_logs() -> None:
    """What the one who started the program reads in the terminal."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s", "%H:%M:%S"))
    for name in ("secondcheck.slack", "secondcheck.ui"):
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [handler], False
        logger.setLevel(logging.INFO)
