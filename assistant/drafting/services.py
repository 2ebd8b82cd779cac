"""A code's service inside a sentence: "reports the physician's review of the guidance images"."""

from __future__ import annotations

import re
from datetime import date

from assistant.rules.biller import side_of
from corpus.rulebook import CodeEntry, CodePeriod

FIRST_PHRASE = re.compile(r"[:,;(]| (?:with|of|on|for|from|when|such|in|up|to|by|ordered)\b")
COUNTED = re.compile(r"\b(?:session|plan|calculation|service|consultation|simulation)$")  # one of them takes "a"
WITH_THE = re.compile(r"(?:physician's|design|setting|extra|surface application|planning and)\b")
SIDES = {
    "professional": "the physician's work only",
    "technical": "technical work only",
    "both": "a professional and a technical part",
}


def service_of(period: CodePeriod) -> str:
    """The service as it stands behind "reports", with its article where English wants one."""
    service = period.service
    plain = service[:1].lower() + service[1:] if service[1:2].islower() else service
    if WITH_THE.match(plain):
        return f"the {plain}"
    if plain.startswith("unlisted") or COUNTED.search(FIRST_PHRASE.split(plain, maxsplit=1)[0]):
        return f"{'an' if plain[0] in 'aeiouI' else 'a'} {plain}"
    return plain


def side_in_words(known: CodeEntry, day: date) -> str:
    """Whose work the code pays for, as it stands in brackets; empty where no file says."""
    return SIDES.get(side_of(known, day)[0], "")
