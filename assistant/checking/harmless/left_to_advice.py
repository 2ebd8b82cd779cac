"""Statements that name no code and advise all the same: what stands for what, who follows whom, what earns a fee."""

# ruff: noqa: E501 - patterns: one thought, one line
from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.checking.marking.marks import Mark

TAKEN_FOR = re.compile(
    r"\b(?:treat|count|consider|regard|class|view|bill|report|handle|act|behave|elect|qualif)\w*\b.{0,40}\b(?:as|like)\b"
)
FOLLOWS = re.compile(
    r"\b(?:adopt|follow|mirror|cop(?:y|ies|ied)|match|share|track|align|drop|withdr[ae]w|require|want|ask)\w*\b"
)
EARNS = re.compile(r"\b(?:entitle\w*|fees?|earn\w*|collect\w*|whole|in full|full (?:amount|rate))\b")
PUT_DOWN = re.compile(
    r"\b(?:puts?|lists?|lines?|enters?|sends?|drops?|includes?|has|have|gets?|takes?|shows?|carr(?:y|ies)|appears?|goes|go|belongs?|stays?) (?:it|them|this|that|these|those|both|everything|on|out|to)\b"
)
LIVES_ON = re.compile(
    r"\b(?:keep|kept|retain|maintain|preserv|continu|extend|extension|rel(?:y|ies|ied)|still|remain|stay|honor|recogni|allow|accept|cover|use[sd]?\b|using)\w*\b.*\b(?:it|them|this|that|these|those)\b"
)
COURSE_LED = re.compile(r"(?:[\w-]+ ){1,3}(?:fractions?|sessions?|treatments?|fx)\s*(?:[:=–—→]|->?) *\w")
STANDIN = re.compile(
    r"\b(?:residents?|nurses?|np|nps|pa|pas|video|phone|telephone|telehealth|virtual|remote|cosign\w*|co-sign\w*)\b"
)
STANDS = re.compile(
    r"\b(?:rules?|edits?|polic(?:y|ies)|limits?|payments?)\b.*\b(?:still|again|unchanged|same|appl\w+|remain\w*|continue\w*)\b"
)


def advises_after_all(plain: str, marks: Sequence[Mark]) -> bool:
    """Whether a statement about the field says what to do with the code that is spoken of."""
    if any(mark.kind == "SETTING" for mark in marks) and TAKEN_FOR.search(plain):
        return True  # "count your department as freestanding"
    if any(mark.kind == "DATE" for mark in marks) and STANDS.search(plain):
        return True  # "in 2026 the 2025 rule still applies"
    if any(mark.kind == "PAYER" for mark in marks) and FOLLOWS.search(plain):
        return True  # "Aetna has adopted it"
    if any(mark.kind in ("PAYER", "SETTING") for mark in marks) and LIVES_ON.search(plain):
        return True  # "Medicare keeps it for freestanding centers"
    if re.search(r"\b(?:line|lines|place|room) for (?:it|them|this|that)\b", plain):
        return True  # "the form has a line for it"
    if PUT_DOWN.search(plain):
        return True  # "the hospital puts it on the UB-04"
    return bool(EARNS.search(plain))  # "you're entitled to the whole fee"
