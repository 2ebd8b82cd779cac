"""Who bills, as questions alone put it: "read by derm", "on the UB". A text to be checked must say it in full."""

from __future__ import annotations

from assistant.reading.lexicon import Found, Lexicon
from assistant.reading.tokens import Tokens

_IN_QUESTIONS = Lexicon(
    {
        "professional": "derm | dermatologist",
        "facility": "the ub | hospital ub | on ub | billed by hospital | billed by the hospital | hospital billed",
    }
)


def asked_billers(tokens: Tokens) -> tuple[Found[str], ...]:
    """Every biller a question names, in reading order."""
    found = (*tokens.billers, *_IN_QUESTIONS.find(tokens.text))
    return tuple(sorted(found, key=lambda one: one.start))
