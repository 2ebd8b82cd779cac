"""A sentence without its idioms."""

from __future__ import annotations

import re

from assistant.checking.plainly.idiom import by_sign
from assistant.checking.plainly.of_claims import OF_CLAIMS
from assistant.checking.plainly.of_codes import OF_CODES
from assistant.checking.plainly.of_counts import OF_COUNTS
from assistant.checking.plainly.of_delivery import OF_DELIVERY
from assistant.checking.plainly.of_edits import OF_EDITS
from assistant.checking.plainly.of_examinations import OF_EXAMINATIONS
from assistant.checking.plainly.of_limits import OF_LIMITS
from assistant.checking.plainly.of_lines import OF_LINES
from assistant.checking.plainly.of_modifiers import OF_MODIFIERS
from assistant.checking.plainly.of_overrides import OF_OVERRIDES
from assistant.checking.plainly.of_pairs import OF_PAIRS
from assistant.checking.plainly.of_payment import OF_PAYMENT
from assistant.checking.plainly.of_reasons import OF_REASONS
from assistant.checking.plainly.of_refusals import OF_REFUSALS
from assistant.checking.plainly.of_rows import OF_ROWS
from assistant.checking.plainly.of_techniques import OF_TECHNIQUES
from assistant.checking.plainly.of_things import OF_THINGS
from assistant.checking.plainly.of_units import OF_UNITS
from assistant.checking.plainly.of_windows import OF_WINDOWS

IDIOMS = (
    *OF_TECHNIQUES,
    *OF_CLAIMS,
    *OF_REASONS,
    *OF_ROWS,
    *OF_OVERRIDES,
    *OF_DELIVERY,
    *OF_THINGS,
    *OF_EXAMINATIONS,
    *OF_UNITS,
    *OF_REFUSALS,
    *OF_MODIFIERS,
    *OF_PAIRS,
    *OF_EDITS,
    *OF_COUNTS,
    *OF_CODES,
    *OF_PAYMENT,
    *OF_LIMITS,
    *OF_WINDOWS,
    *OF_LINES,
)
_BY_SIGN = by_sign(IDIOMS)
_WORD = re.compile(r"[a-z]+")


def without_idioms(sentence: str) -> str:
    """The sentence as somebody would say it who uses the verbs of the rules only."""
    words = set(_WORD.findall(sentence.lower()))
    places = {at for word in words & _BY_SIGN.keys() for at in _BY_SIGN[word]}
    for at in sorted(places):
        sentence = IDIOMS[at].pattern.sub(IDIOMS[at].plain, sentence)
    return sentence
