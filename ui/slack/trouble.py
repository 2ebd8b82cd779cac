"""What Slack's refusals mean for an answer: wait, place it anew, or give up. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from http.client import HTTPException

from slack_sdk.errors import SlackApiError, SlackClientError

TOO_MANY = 429
SERVER_ERROR = 500
NO_RETRY_AFTER_SECONDS = 30.0  # what Slack's own client waits where the header is missing
LONGEST_BACK_OFF_SECONDS = 60.0
TOKEN_SECONDS = 60.0  # a token is mended by hand
PASSING = {
    "internal_error",
    "fatal_error",
    "service_unavailable",
    "request_timeout",
    "team_added_to_org",
    "ratelimited",
}
GONE = {"message_not_found", "cant_update_message", "edit_window_closed", "cant_delete_message"}
UNSHOWABLE = {"msg_too_long", "invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long"}
# What a call to Slack can raise. OSError holds time-outs, refused and broken connections, and urllib's own errors.
FROM_SLACK = (SlackClientError, OSError, HTTPException)
TOKEN = {"invalid_auth", "not_authed", "token_revoked", "token_expired", "account_inactive"}


class Later(Exception):
    """Slack takes it later: after `seconds` where it said so, else after a wait that grows."""

    def __init__(self, seconds: float | None = None) -> None:
        super().__init__(f"after {seconds} s" if seconds is not None else "after a while")
        self.seconds = seconds


class KeysRefused(Later):
    """A key was revoked. Whoever runs this sees it at the next start; until then nothing is lost."""


class Gone(Exception):
    """The message that was to change is no longer there."""


class Unshowable(Exception):
    """Slack does not take this form of the answer."""


class Refused(Exception):
    """Waiting would not help: the channel is archived, or we were never in it."""


def meaning(error: Exception) -> Exception:
    """What one of these errors asks us to do."""
    return _answered(error) if isinstance(error, SlackApiError) else Later()


def after_status(status: int, headers: Mapping[str, str], body: str) -> Exception | None:
    """The same for the address of a slash command, which answers in plain text."""
    if status == TOO_MANY:
        return Later(_seconds(headers))
    if status >= SERVER_ERROR:
        return Later()
    return None if status == 200 and body.strip() in {"ok", ""} else Refused(f"status {status}")


def back_off(tries: int) -> float:
    """1, 2, 4 … 60 seconds."""
    return min(LONGEST_BACK_OFF_SECONDS, 2.0 ** min(tries, 10))


def _answered(error: SlackApiError) -> Exception:
    status, said = _status(error), _said(error)
    if status == TOO_MANY or said == "ratelimited":
        return Later(_seconds(getattr(error.response, "headers", {})))
    if status >= SERVER_ERROR or said in PASSING:
        return Later()
    if said in TOKEN:
        return KeysRefused(TOKEN_SECONDS)
    if said in GONE:
        return Gone(said)
    return Unshowable(said) if said in UNSHOWABLE else Refused(said)


def _status(error: SlackApiError) -> int:
    return int(getattr(error.response, "status_code", None) or 0)


def _said(error: SlackApiError) -> str:
    """Slack's own word for it; read with care, because a broken proxy answers anything."""
    try:
        return str(error.response["error"] or "")
    except (KeyError, TypeError, ValueError):
        return ""


def _seconds(headers: Mapping[str, str]) -> float:
    for name, value in headers.items():
        if name.lower() == "retry-after":
            try:
                return max(0.0, float(value))
            except ValueError:
                break
    return NO_RETRY_AFTER_SECONDS
