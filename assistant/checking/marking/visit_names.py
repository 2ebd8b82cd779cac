"""The names of a visit's code, beside which modifier 25 is spoken of."""

# ruff: noqa: E501 - patterns and lists of words: one thought, one line
from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.reading.patterns import Seldom

VISIT = Seldom(
    r"(?:(?:the|an?) )?(?:\be ?[/&] ?m\b|\bevaluation and management\b)(?: (?:codes?|visits?|services?|lines?|claim line))?"
    r"|(?:(?<=\bto )|(?<=\bon )|(?<=\bwith ))(?:the |an? )?(?:office |new[- ]patient )?(?:visit|consult|consultation)(?: code| line| service)?(?=[.,;]|$| (?:and|rather|instead|never|not)\b)"
    r"|(?:^|(?<=[.,;:] ))(?:the |an? )?(?:office |new[- ]patient )?(?:visit|consult|consultation)(?: code| line| service)?(?= (?:takes|needs|gets|carries|requires|has|must|should|is|does|doesn't|never|cannot|can't|isn't)\b)",
    *"/ & evaluation visit consult".split(),
)


# The case in which 25 may stand, told in full: it narrows nothing.
SIGNIFICANT = Seldom(
    r",? ?\b(?:if|when|where|as long as|so long as|provided(?: that)?|because|since|assuming) (?:it|that|(?:the|that) (?:e ?[/&] ?m|visit|consult|consultation|service|evaluation))(?: itself)?(?:'s| is| was| represents?)"
    r" (?:an? |really |truly |clearly )?significant(?: and separately identifiable|, separately identifiable| and separate| and distinct)(?: service| evaluation| e/m| visit| work)?(?: from (?:the )?(?:planning|treatment|procedure))?",
    "significant",
)
CONDITIONAL = re.compile(
    r"\b(?:if|when|whenever|where|unless|once|while|as long as|provided|for|even)\b|\bwith\b(?! (?:the |an? )?(?:office |new[- ]patient )?(?:visit|consult|e ?[/&] ?m))"
)


def visits(lower: str) -> Iterator[tuple[int, int]]:
    """Names of a visit's code where modifier 25 is spoken of, and of E/M wherever they stand."""
    named = list(VISIT.finditer(lower))
    if not named or CONDITIONAL.search(SIGNIFICANT.sub("", lower)):
        return  # what a condition makes of it nobody here judges
    spoken_of = re.search(r"\b25\b", lower) is not None
    for found in named:
        if spoken_of or ("visit" not in found.group() and "consult" not in found.group()):
            yield found.start(), found.end()


def conditions_of_25(lower: str) -> Iterator[tuple[int, int]]:
    """ "..., if it is significant and separately identifiable", where modifier 25 is spoken of."""
    if SIGNIFICANT.possible(lower) and re.search(r"\b25\b", lower):
        yield from (found.span() for found in SIGNIFICANT.finditer(lower))
