"""The names of a visit's code, beside which modifier 25 is spoken of."""

# ruff: noqa: E501 - patterns and lists of words: one thought, one line
from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.reading.patterns import Seldom

VISIT = Seldom(
    r"(?:(?:the|an?) )?(?:\be ?[/&] ?m\b|\bevaluation and management\b)(?: (?:codes?|visits?|services?|lines?|claim line))?"
    r"|(?:(?<=\bto )|(?<=\bon ))the (?:office )?visit(?: code| line)?(?=[.,;]|$| and (?:never|not)\b)",
    *"/ & evaluation visit".split(),
)


CONDITIONAL = re.compile(r"\b(?:if|when|whenever|where|unless|once|while|as long as|provided|for|even|with)\b")


def visits(lower: str) -> Iterator[tuple[int, int]]:
    """Names of a visit's code where modifier 25 is spoken of, and of E/M wherever they stand."""
    named = list(VISIT.finditer(lower))
    if not named or CONDITIONAL.search(lower):
        return  # what a condition makes of it nobody here judges
    spoken_of = re.search(r"\b25\b", lower) is not None
    for found in named:
        if spoken_of or not found.group().startswith("the visit"):
            yield found.start(), found.end()
