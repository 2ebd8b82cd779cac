"""Whom a sentence is addressed to: "Hi Karen, ..." and "Sam - ..." say nothing of billing."""

from __future__ import annotations

import re

from assistant.reading.names import FIRST_NAMES

_WHOM = r"(?:there|all|both|again|team|folks|everyone|everybody|(?:Dr\.? |Mr\.? |Mrs\.? |Ms\.? )?[A-Z][a-z]{1,15})"
_GREETED = re.compile(
    rf"^\W*(?:[Hh]i|[Hh]ey|[Hh]ello|[Hh]iya|[Dd]ear|(?:[Gg]ood )?[Mm]orning|[Gg]ood (?:afternoon|evening))(?: {_WHOM})?"
    r"(?:,|!| ?[—–]| -+)\s*(?=\S)"
)
_AT_THE_END = re.compile(r",\s(?P<name>[A-Z][a-z]{1,15})(?P<stop>[.!]?)$")
_ADVISES = re.compile(r"\d|\b(?:modifiers?|units?|bill(?:ed|ing)?|codes?)\b", re.I)
_CALLED = re.compile(r"^\W*(?P<name>[A-Z][a-z]{1,15})(?:,| ?[—–]| -+)\s+(?=\S)")


def without_address(sentence: str) -> str:
    """The sentence without its greeting or the name it calls; a mere courtesy stays as it is."""
    if not _ADVISES.search(sentence):
        return sentence
    greeted = _GREETED.match(sentence)
    if greeted:
        return sentence[greeted.end() :]
    called = _CALLED.match(sentence)
    if called and called["name"].lower() in FIRST_NAMES:
        sentence = sentence[called.end() :]
    last = _AT_THE_END.search(sentence)
    if last and last["name"].lower() in FIRST_NAMES:
        sentence = sentence[: last.start()] + last["stop"]  # "77300 is fine, Kim."
    return sentence
