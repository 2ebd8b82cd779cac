"""The keys of the Slack app. They stay in Slack's own variables: we neither store nor print them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from assistant.errors import SettingsError

BOT, APP, SECRET = "SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET"
BEGINS = {BOT: "xoxb-", APP: "xapp-", SECRET: ""}
FOUND_UNDER = {
    BOT: "OAuth & Permissions, after Install to Workspace",
    APP: "Basic Information, App-Level Tokens, with the scope connections:write",
    SECRET: "Basic Information, App Credentials",
}


@dataclass(frozen=True, slots=True)
class Tokens:
    """Not printable by accident."""

    bot: str = field(repr=False)
    app: str = field(default="", repr=False)
    signing_secret: str = field(default="", repr=False)


def tokens_from(environ: Mapping[str, str], mode: str) -> Tokens:
    """The keys that this mode needs. Raises SettingsError naming the one that is missing and where Slack shows it."""
    needed = (BOT, APP) if mode == "socket" else (BOT, SECRET)
    found = {name: environ.get(name, "").strip() for name in (BOT, APP, SECRET)}
    for name in needed:
        if not found[name]:
            raise SettingsError(
                f"{name} is not set.",
                "Slack does not let in a program without it.",
                f"Copy it from your app's page at Slack: {FOUND_UNDER[name]}.",
            )
        if not found[name].startswith(BEGINS[name]):
            raise SettingsError(
                f"{name} does not begin with {BEGINS[name]}.",
                "Perhaps two keys were mixed up.",
                f"Copy it from your app's page at Slack: {FOUND_UNDER[name]}.",
            )
    return Tokens(found[BOT], found[APP], found[SECRET])
