"""The manifest to paste at Slack: for Socket Mode as it lies here, for signed HTTP with your address in it."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import yaml

from assistant.errors import InputError
from ui.slack.web_server import PATH

FILE = Path(__file__).with_name("manifest.yaml")


def text(address: str = "") -> str:
    """The manifest. `address` is where Slack reaches this computer; empty for Socket Mode.

    Raises InputError when Slack could not use the address.
    """
    written = FILE.read_text("utf-8")
    if not address:
        return written
    parts = urlsplit(address)
    if parts.scheme != "https" or not parts.netloc:
        raise InputError(
            f"{address} is no address that Slack can send to.", "It has to begin with https.",
            "Write the public address of your proxy or tunnel.",
        )  # fmt: skip
    url = address.rstrip("/") if parts.path.rstrip("/") else address.rstrip("/") + PATH
    manifest = yaml.safe_load(written)
    manifest["settings"]["socket_mode_enabled"] = False
    manifest["settings"]["interactivity"]["request_url"] = url
    manifest["settings"]["event_subscriptions"]["request_url"] = url
    for command in manifest["features"]["slash_commands"]:
        command["url"] = url
    return str(yaml.safe_dump(manifest, sort_keys=False, allow_unicode=True))
