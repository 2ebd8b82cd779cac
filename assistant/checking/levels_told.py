"""A delivery level told by its number: it must be that of the code beside it, and of the case where it answers one."""

from __future__ import annotations

import re

from assistant.checking.advice import Advice
from assistant.checking.energies_told import of_another_energy
from assistant.reading.patterns import Seldom
from assistant.rules.code_sets import LEVELS

_LEVEL = Seldom(r"\blevel[ -]?(\d)\b(?!-)", "level")
_CODE = re.compile(rf"\b(?:{'|'.join(LEVELS)})\b")
# With one of these two levels or two codes may be set against each other.
_PARTED = re.compile(
    r"\b(?:not|no|never|rather|instead|than|versus|vs|or|but|while|whereas|unless|neither|except)\b|n't\b"
)
_IF_MET = re.compile(
    rf"\b(?P<code>{'|'.join(LEVELS)})\b,? (?:if|when|where|once|as soon as) (?:an? |any |one |the )*"
    r"level[ -]?(?P<n>\d)\b"
)
_POINTING = r"it(?:'s| is)|this is|that(?:'s| is)|that makes it|you(?:'re| are) (?:at|in|on)"
_ANSWERS = Seldom(
    rf"^\W*(?:(?:yes|no)\b\W*)?(?:(?:{_POINTING})\s+)?(?:an? |at )?level[ -]?(?P<n>\d)\b"
    r"(?=\s*(?:[,.;:]|because|since|as|for|$))",
    "level",
)


def disagrees(lower: str) -> bool:
    """ "2-D photons are Level 2, hence 77402", "77412 if a Level 2 criterion is met", "Level 4", or another energy."""
    if of_another_energy(lower):
        return True
    levels = {int(one[1]) for one in _LEVEL.finditer(lower)}
    if not levels:
        return False
    if not levels <= set(range(1, len(LEVELS) + 1)):
        return True
    if any(LEVELS[int(met["n"]) - 1] != met["code"] for met in _IF_MET.finditer(lower)):
        return True
    codes = set(_CODE.findall(lower))
    alone = len(levels) == len(codes) == 1 and not _PARTED.search(lower)
    return alone and LEVELS[levels.pop() - 1] != codes.pop()


def answered_by_level(lower: str, advice: list[Advice]) -> list[Advice]:
    """ "Level 3, because CBCT is done daily": chooses its code for the case, though it names none."""
    told = _ANSWERS.match(lower)
    if told is None or not 1 <= int(told["n"]) <= len(LEVELS):
        return []
    code = LEVELS[int(told["n"]) - 1]
    chosen = any(one.codes == (code,) and one.value in ("billable", "payable", "named") for one in advice)
    return [] if chosen else [Advice("component", (code,), "billable")]
