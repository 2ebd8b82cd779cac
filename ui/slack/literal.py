"""Text made safe for Slack: shown as it was written, calling nobody, linking nowhere. Pure."""

from __future__ import annotations

import re

from ui.literal import JOINER, plain

FORMATTING = re.compile(r"([*~`]|(?<!\w)_|_(?!\w))")  # an underscore inside a word is none
EMOJI = re.compile(r":(?=[\w+'-]+:)")
CALLING = re.compile(r"@(?=(?:channel|here|everyone|group)\b)", re.IGNORECASE)
ADDRESS = re.compile(r"(?<=\w)(://|(?<=www)\.)|\b(mailto|tel):", re.IGNORECASE)
QUOTE = re.compile(r"^(\s*)&gt;", re.MULTILINE)
CUT = "…"


def as_mrkdwn(text: str) -> str:
    """For a mrkdwn text: &, < and > as entities, and an invisible joiner where Slack would see formatting."""
    safe = plain(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    safe = FORMATTING.sub(rf"{JOINER}\1{JOINER}", safe)
    safe = CALLING.sub(f"@{JOINER}", EMOJI.sub(f":{JOINER}", safe))
    safe = ADDRESS.sub(lambda found: f"{JOINER}{found[0]}{JOINER}", safe)
    return QUOTE.sub(rf"\1{JOINER}&gt;", safe)


def as_link(address: str | None, label: str) -> str:
    """A link, for places that never unfurl; the label alone where the address is none of the web."""
    if not address or not re.fullmatch(r"https?:/{2}[^\s<>|\"'`]{3,1000}", address):
        return as_mrkdwn(label)
    return f"<{address.replace('&', '&amp;')}|{as_mrkdwn(label).replace('|', '/')}>"


def cut(text: str, most: int) -> str:
    """At most `most` characters, ending at a word, with a mark that something is missing."""
    if len(text) <= most:
        return text
    head = text[: most - len(CUT)]
    if not (head[-1].isspace() or text[len(head)].isspace()):
        head = head.rsplit(None, 1)[0]
    return head.rstrip(" ,;:") + CUT


def beginning(text: str, most: int) -> str:
    """Whole sentences or paragraphs from the start, at most `most` characters; words where a sentence is longer."""
    if len(text) <= most:
        return text
    head = text[:most]
    end = max(head.rfind("\n\n"), *(found.end() for found in re.finditer(r"[.!?](?:\s?\[\d+\])*(?=\s)", head)), -1)
    return head[:end].rstrip() if end > most // 3 else cut(text, most)
