"""What is sent to Slack: the blocks, the words for a notification, and what is too long for a message."""

from __future__ import annotations

from typing import Any, NamedTuple

Block = dict[str, Any]


class Message(NamedTuple):
    text: str  # what a notification and a screen reader say
    blocks: list[Block]
    rest: str = ""  # the whole answer as a file, where the message shows only its beginning
