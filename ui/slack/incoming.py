"""What an event from Slack says to us: a question, an edit, a deletion, or nothing. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ui.slack.spoken import begins_with_somebody_else, names, plain_words

FROM_A_PERSON = {None, "", "file_share", "thread_broadcast", "me_message"}  # other subtypes are news, not words
SLACKBOT = "USLACKBOT"
COURTEOUS = frozenset(
    "thanks thank you thx ty ok okay got it great perfect cool nice awesome cheers will do makes sense np lol so much "
    "very many a lot all good".split()
)
EMOJI = re.compile(r":[\w+'-]{1,60}:")
MOST_COURTEOUS_WORDS = 8


@dataclass(frozen=True, slots=True)
class Said:
    """A message of a person. `text` may still hold identifiers: they go before anything is stored."""

    workspace: str
    channel: str
    ts: str
    thread: str  # ts of the message the thread hangs on; its own where it begins one
    asker: str
    text: str
    addressed: bool  # mentioned, or a direct message; else a reply that may be for somebody else
    edited: bool = False

    @property
    def is_courtesy(self) -> bool:
        """ "Thanks!" wants no answer."""
        words = re.findall(r"\w+", EMOJI.sub(" ", self.text[:200]).lower())
        return len(words) <= MOST_COURTEOUS_WORDS and "?" not in self.text and COURTEOUS.issuperset(words)


@dataclass(frozen=True, slots=True)
class Deleted:
    """A message that is no longer there."""

    channel: str
    ts: str


def read_event(body: Mapping[str, Any], bot_user: str) -> Said | Deleted | None:
    """The message behind a mention, a message, an edit or a deletion; None where a program speaks or nobody does."""
    event = body.get("event")
    if not isinstance(event, Mapping):
        return None
    channel, subtype = str(event.get("channel") or ""), event.get("subtype")
    if subtype == "message_deleted":
        ts = str(event.get("deleted_ts") or "")
        return Deleted(channel, ts) if ts else None
    if subtype == "message_changed":
        return _edit(event, channel, body, bot_user)
    return _said(event, channel, event.get("channel_type"), body, bot_user)


def _edit(event: Mapping[str, Any], channel: str, body: Mapping[str, Any], bot_user: str) -> Said | Deleted | None:
    now, before = event.get("message"), event.get("previous_message")
    if not isinstance(now, Mapping):
        return None
    if now.get("subtype") == "tombstone":  # a deleted message that has replies leaves a stone in its place
        return Deleted(channel, str(now.get("ts") or ""))
    if isinstance(before, Mapping) and before.get("text") == now.get("text"):
        return None  # Slack also reports an unfurled link or a new reply as a change
    said = _said(now, channel, event.get("channel_type"), body, bot_user)
    return said and Said(
        said.workspace, said.channel, said.ts, said.thread, said.asker, said.text, said.addressed, True
    )


def _said(
    message: Mapping[str, Any], channel: str, channel_type: Any, body: Mapping[str, Any], bot_user: str
) -> Said | None:
    asker, ts = message.get("user"), message.get("ts")
    if message.get("bot_id") or message.get("bot_profile") or asker in (None, "", bot_user, SLACKBOT):
        return None  # two programs that answer each other never end
    if message.get("subtype") not in FROM_A_PERSON or not isinstance(ts, str) or not channel:
        return None
    written = str(message.get("text") or "")
    mentioned = names(written, bot_user)
    direct = channel_type == "im" or channel.startswith("D")
    if not mentioned and not direct and begins_with_somebody_else(written, bot_user):
        return None
    return Said(
        workspace=str(body.get("team_id") or ""),
        channel=channel,
        ts=ts,
        thread=str(message.get("thread_ts") or ts),
        asker=str(asker),
        text=plain_words(written, bot_user),
        addressed=mentioned or direct,
    )
