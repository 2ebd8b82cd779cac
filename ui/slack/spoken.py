"""Slack's own markup turned into the words a person typed. Pure."""

from __future__ import annotations

import re

ANGLED = re.compile(r"<((?:[@#!]|https?:/{2}|mailto:|tel:)[^<>\n]{0,3000})>")
ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))  # the only three that Slack writes; & last
LONGEST = 50_000  # a message holds 40,000 characters at most; more is no message


def plain_words(text: str, bot_user: str = "") -> str:
    """What was typed: our own mention and Slack's marks gone, links by their label, entities as characters."""
    readable = text[:LONGEST].encode("utf-8", "replace").decode()  # half a surrogate pair cannot be stored
    words = ANGLED.sub(lambda found: _meant(found[1], bot_user), readable)
    for entity, character in ENTITIES:
        words = words.replace(entity, character)
    return words.strip()


def names(text: str, user: str) -> bool:
    """Whether this user is mentioned."""
    return bool(user) and re.search(rf"<@{re.escape(user)}(?:\|[^<>]*)?>", text) is not None


def begins_with_somebody_else(text: str, bot_user: str) -> bool:
    """ "<@U2> can you look?" is said to U2."""
    first = re.match(r"\s*<@(\w+)", text)
    return first is not None and first[1] != bot_user


def _meant(inside: str, bot_user: str) -> str:
    target, _, label = inside.partition("|")
    if target.startswith("@"):
        return "" if target[1:] == bot_user else "someone"  # a user's id says nothing, and a name is nobody's business
    if target.startswith("!"):
        return label.lstrip("@") if label else ""
    if target.startswith("#"):
        return f"#{label}" if label else "a channel"
    return label or target.removeprefix("mailto:").removeprefix("tel:")
