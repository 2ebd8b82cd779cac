"""The few kinds of blocks we send, each inside Slack's limits. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ui.slack.literal import cut
from ui.slack.message import Block

MOST_OF_A_TEXT = 3_000
MOST_OF_A_LABEL = 75
MOST_OF_AN_OPTION = 75
MOST_BLOCKS = 50
MOST_OF_A_CONTEXT = 10


def section(mrkdwn: str) -> Block:
    return {"type": "section", "text": _text(mrkdwn)}


def context(*lines: str) -> Block:
    """Quiet lines below each other."""
    return {"type": "context", "elements": [_text(line) for line in lines[:MOST_OF_A_CONTEXT]]}


def contexts(lines: Sequence[str]) -> list[Block]:
    """As many quiet blocks as these lines need."""
    return [context(*lines[at : at + MOST_OF_A_CONTEXT]) for at in range(0, len(lines), MOST_OF_A_CONTEXT)]


def button(label: str, action: str, value: str, *, style: str = "", says: str = "") -> Block:
    made: Block = {"type": "button", "text": label_of(label), "action_id": action, "value": value}
    if style:
        made["style"] = style
    if says:
        made["accessibility_label"] = cut(says, MOST_OF_A_LABEL)
    return made


def actions(elements: Sequence[Block], block: str) -> Block:
    return {"type": "actions", "block_id": block, "elements": list(elements)}


def choice(placeholder: str, action: str, options: Mapping[str, str]) -> Block:
    """A menu; `options` gives each value its words."""
    return {
        "type": "static_select",
        "action_id": action,
        "placeholder": label_of(placeholder),
        "options": [{"text": label_of(words), "value": value} for value, words in options.items()],
    }


def calendar(action: str, placeholder: str) -> Block:
    return {"type": "datepicker", "action_id": action, "placeholder": label_of(placeholder)}


def label_of(words: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": cut(words, MOST_OF_AN_OPTION), "emoji": True}


def _text(mrkdwn: str) -> dict[str, Any]:
    # verbatim: Slack looks for no addresses, channels or names in it.
    return {"type": "mrkdwn", "text": cut(mrkdwn, MOST_OF_A_TEXT) or " ", "verbatim": True}
