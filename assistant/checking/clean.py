"""What may stand on the screen at all: words. No markup, no addresses, no pictures, no marks of approval.

Cleaning comes before reading, so that what is read is what is shown.
"""

# ruff: noqa: E501 - patterns and lists of phrases: one thought, one line
from __future__ import annotations

import html
import re
import unicodedata

from assistant.reading.patterns import Seldom

TAG = re.compile(
    r"<(?:script|style)\b.*?(?:</(?:script|style)\s*>|$)|<!--.*?(?:-->|$)|</?[A-Za-z][^<>]*>|<[!?][^<>]*>", re.S | re.I
)
IMAGE = re.compile(r"!\[[^\[\]]*\](?:\([^()]*\)|\[[^\[\]]*\])?")
LINK = re.compile(r"\[([^\[\]]+)\](?:\((?!\d+\))[^()\s]*(?:\s+\"[^\"]*\")?\)|\[[^\[\]\d]*\])")
ADDRESS = re.compile(
    r"<?\b(?:https?|ftp|file|javascript|data|mailto|vbscript)\s?:[^\s)>\]]*>?|\bwww\.[^\s)>\]]+|\b[\w.+-]+@[\w-]+\.[\w.]+",
    re.I,
)
DEFINITION = Seldom(r"^\s*\[[^\]]+\]:\s*\S+.*$", "[")
APPROVAL = re.compile(r"[✓✔☑✅🗸🗹✗✘☒❌❎👍👌💯🔒🛡]\ufe0f?|\[[xX ✓✔]\]|:(?:white_)?(?:heavy_)?check_?mark:?")
STRUCK = Seldom(r"~~|<(?:del|s|strike)\b", "~~", "<", flags=re.I)
HALF_TAG = Seldom(r"<(?=[A-Za-z/!?])", "<")
ORDERS = Seldom(
    r"\b(?:ignore|disregard|forget|bypass|override|overrule|skip|disable|turn off|do not (?:apply|run|use)|don't (?:apply|run|use))\b.{0,40}\b(?:instruction|previous|prior|above|checker|check|gate|rule checker|verification|guard\w*|filter|safety|system|prompt)\w*"
    r"|\b(?:system|developer|assistant|user)\s*(?:prompt|message|override)?\s*[:>]\s|<\|?\w+\|?>|\[/?(?:inst|system|sys)\]|\bas an ai\b|\byou are (?:now|a)\b.{0,30}\b(?:assistant|model|mode)\b"
    r"|\b(?:verified|checked|approved|validated|certified|confirmed|cleared|passed)\b.{0,25}\b(?:second check|secondcheck|checker|gate|rule engine|system|the tool)\b|\bsecond ?check\b.{0,25}\b(?:verified|passed|approved|confirmed|ok|says|checked|certif\w+)\b"
    r"|^\W*(?:verified|checked|approved|validated|certified|passed|pass|ok)\W*$|\[(?:verified|checked|approved|pass|passed|ok)\]|\b(?:finding|verdict|status)\s*[:=]\s*(?:pass|ok|verified)|\bmark (?:this|it|the (?:answer|sentence|above)) (?:as )?(?:pass|verified|checked|ok)\w*"
    r"|\b(?:jailbreak|developer mode|dan mode|sudo|admin mode|debug mode)\b|\brepeat after me\b|\bprint (?:the|your)\b.{0,20}\b(?:prompt|instructions)\b|\bshow (?:this|the following) (?:verbatim|as is|unchanged|without)|\bdo not (?:withhold|correct|replace|change|edit|modify)\b|\bmust be (?:shown|displayed)\b",
    *"instruction previous prior above check gate verif guard filter safety system prompt developer assistant user < [ engine tool valid".split(),
    *"approv certif pass ok jailbreak mode sudo show".split(),
    *("as an ai", "you are", "repeat after me", "do not", "must be"),
    flags=re.I,
)


def clean(text: str) -> str:
    """The sentence as it may be shown: markup, addresses, pictures, invisible characters and ticks taken out."""
    if text.isascii() and not _suspicious(text):
        return text
    plain = text
    for _ in range(3):
        unescaped = html.unescape(plain)
        if unescaped == plain:
            break
        plain = unescaped
    plain = unicodedata.normalize("NFC", plain)
    plain = "".join(
        one
        for one in plain
        if one in "\n\t" or unicodedata.category(one) not in ("Cf", "Cc", "Co", "Cn", "Cs", "Mn", "Me")
    )
    plain = IMAGE.sub("", plain)
    plain = LINK.sub(r"\1", plain)
    plain = TAG.sub("", plain)
    plain = ADDRESS.sub("", plain)
    plain = APPROVAL.sub("", plain)
    return re.sub(r"[ \t]{2,}", " ", plain)


def _suspicious(text: str) -> bool:
    return any(
        sign in text
        for sign in (
            "<",
            "&",
            "](",
            "][",
            "![",
            "://",
            "www.",
            "@",
            "[x]",
            "[X]",
            "[ ]",
            ":check",
            "javascript",
            "mailto",
            "\x00",
            "\x1b",
            "\x08",
            "data:",
        )
    )


def gives_orders(text: str) -> bool:
    """Whether the sentence talks to the software instead of the reader, or claims to have been checked."""
    if STRUCK.search(text) or HALF_TAG.search(text) or DEFINITION.match(text):
        return True
    ordering = ORDERS.possible(text.lower()) or not text.isascii()  # "\u0131gnore" is a way of writing "ignore"
    return ordering and ORDERS.pattern.search(text) is not None
