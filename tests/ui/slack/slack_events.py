"""What Slack sends, as its documentation shows it."""

from __future__ import annotations

from itertools import count
from typing import Any

from slack_stand_in import BOT, Payload

_numbers = count(1)
MENTION = f"<@{BOT}>"


def at(second: int) -> str:
    return f"17000{second:05d}.000100"


def event(inner: Payload, *, event_id: str = "", team: str = "T1") -> Payload:
    return {
        "type": "event_callback", "team_id": team, "api_app_id": "A1", "event_id": event_id or f"Ev{next(_numbers)}",
        "event": {"channel": "C1", **inner},
    }  # fmt: skip


def message(text: str, ts: str, **more: Any) -> Payload:
    return {"type": "message", "user": "U1", "text": text, "ts": ts, "team": "T1", "channel_type": "channel", **more}


def mention(text: str, ts: str, *, event_id: str = "", team: str = "T1", **more: Any) -> Payload:
    inner = message(f"{MENTION} {text}", ts, **more) | {"type": "app_mention"}
    return event(inner, event_id=event_id, team=team)


def direct(text: str, ts: str, **more: Any) -> Payload:
    return event(message(text, ts, channel="D1", channel_type="im", **more))


def reply(text: str, ts: str, thread: str, **more: Any) -> Payload:
    return event(message(text, ts, thread_ts=thread, **more))


def edited(text: str, ts: str, before: str, **more: Any) -> Payload:
    now = {**message(text, ts), "edited": {"user": "U1", "ts": "1"}, **more}
    return event({"type": "message", "subtype": "message_changed", "message": now, "ts": "9.9",
                  "previous_message": message(before, ts), "channel_type": "channel"})  # fmt: skip


def deleted(ts: str) -> Payload:
    return event({"type": "message", "subtype": "message_deleted", "deleted_ts": ts, "ts": "9.8",
                  "channel_type": "channel", "previous_message": message("gone", ts)})  # fmt: skip


def command(name: str, text: str, address: str, *, trigger: str = "", channel: str = "C1") -> Payload:
    trigger = trigger or f"trigger-{next(_numbers)}"
    return {
        "command": name, "text": text, "team_id": "T1", "channel_id": channel, "user_id": "U1",
        "trigger_id": trigger, "response_url": f"{address}/respond/{trigger}",
    }  # fmt: skip


def shortcut(text: str, address: str) -> Payload:
    trigger = f"trigger-{next(_numbers)}"
    return {
        "type": "message_action", "callback_id": "second_check_this", "trigger_id": trigger, "team": {"id": "T1"},
        "user": {"id": "U1", "team_id": "T1"}, "channel": {"id": "C1"}, "message_ts": at(1),
        "message": message(text, at(1), user="U2"), "response_url": f"{address}/respond/{trigger}",
    }  # fmt: skip


def press(action: Payload, address: str, of: Payload, *, channel: str = "", trigger: str = "") -> Payload:
    """A press on something below the message `of`."""
    trigger, channel = trigger or f"trigger-{next(_numbers)}", channel or of["channel"]
    return {
        "type": "block_actions", "trigger_id": trigger, "team": {"id": "T1"}, "user": {"id": "U1", "team_id": "T1"},
        "channel": {"id": channel}, "actions": [action], "response_url": f"{address}/respond/{trigger}",
        "container": {"type": "message", "channel_id": channel, "message_ts": of["ts"]},
    }  # fmt: skip
