"""What a table prints for one part of a code: "the technical component of 77387 has status B" is told of its TC row.

The letters are those of the physician fee schedule; of a hospital's bill no part has a row.
"""

# ruff: noqa: E501 - patterns: one thought, one line
from __future__ import annotations

import re

from assistant.checking.plainly.idiom import CODE, Idiom, idiom

_LETTER = r"(?-i:[ABCIRX])(?![\w'’-])"
_HAS = r"(?P<has>has|had|carries|carried|is|was|shows|gets|bears|holds)"
_ELSEWHERE = re.compile(r"\b(?:opps|apc|hospital|addendum|outpatient)\b", re.I)
_PAID = re.compile(r"\b(?:paid|pays?|payable|payment|reimburse\w*)\b", re.I)
_TAIL = r"(?P<tail>,? (?P<joint>and|so|but|hence|therefore|thus) (?:(?:is|it is|was|it was|therefore|so|thus) )*(?P<no>not )?(?:separately )?(?:paid|payable|reimbursed)(?: separately)?(?=[.,;]|$))?"
_PART = {"technical": "TC", "tc": "TC", "professional": "26", "26": "26"}


def _its_row(found: re.Match[str]) -> str:
    if _ELSEWHERE.search(found.string) or _PAID.search(found.string, found.end()):
        return found.group()
    has = "had" if found["has"].lower() in ("had", "was", "carried") else "has"
    part = _PART[found["part"].lower()]
    paid = f" and {found['code']}-{part} is {found['no'] or ''}payable" if found["tail"] else ""
    return f"the {part} row of {found['code']} {has} status {found['letter']}{paid}"


OF_ROWS: tuple[Idiom, ...] = (
    idiom(
        "technical professional",
        rf"\bthe (?P<part>technical|professional) (?:component|part|portion|side|half|piece|work)(?: \((?:TC|26)\))? of (?P<code>{CODE}) {_HAS} (?:an? )?(?:mpfs |fee schedule )?status(?: indicator| code)?(?: of)? (?P<letter>{_LETTER}){_TAIL}",
        _its_row,
    ),
    idiom(
        "tc status",
        rf"(?P<code>{CODE})(?:-| with | with modifier |, modifier )(?P<part>TC|26),? {_HAS} (?:an? )?(?:mpfs |fee schedule )?status(?: indicator| code)?(?: of)? (?P<letter>{_LETTER}){_TAIL}",
        _its_row,
    ),
    idiom(
        "row",
        rf"\bthe (?P<part>TC|26) row of (?P<code>{CODE}) {_HAS} (?:an? )?status (?P<letter>{_LETTER}){_TAIL}",
        _its_row,
    ),
    idiom(
        "service item code procedure",
        rf"(?P<code>{CODE}) (?P<be>is|was) an? (?P<letter>(?-i:J1)) (?:comprehensive )?(?:service|item|code|procedure)(?: (?:assigned to|in|of|under|with|and belongs to|paid under))? (?:comprehensive )?APC (?P<apc>\d{{4}})\b",
        r"\g<code> \g<be> status \g<letter>, APC \g<apc>",
    ),
)
