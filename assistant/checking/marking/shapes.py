"""Patterns over rows of marks, written with the marks' names: `shape("EVERY WORD? NUM? THING")`.

Each kind of mark is one character, so a row of marks is a string and Python's own regular expressions match it.
"""

# ruff: noqa: E501 - patterns and lists of phrases: one thought, one line
from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from functools import cache

from assistant.checking.marking.lexicon import WORDS
from assistant.checking.marking.marks import Mark

SIGNS = {
    ",": "COMMA", ";": "SEMI", ":": "COLON", ".": "STOP", "!": "STOP", "?": "ASKED", "(": "OPEN", ")": "CLOSE", "[": "OPEN",
    "]": "CLOSE", "=": "EQUALS", "+": "PLUS", "*": "STAR", "/": "SLASH", "|": "PIPE", '"': "QUOTE", "&": "AMP", "-": "DASH",
    "—": "DASH", "x": "CROSS", "÷": "SLASH",
}  # fmt: skip
OF_READING = """CODE MOD NUM ORDINAL DATE PAYER SETTING BILLER FACT SITE SERVICE ROLE NAME MONEY LETTER PCTC INDICATOR COLUMN APC MUE GLOBAL_DAYS WORD UNKNOWN""".split()
# Verbs whose "also" or "then" joins nothing: "are then billed", "could also report".
HELPING = frozenset("is are was were be can could may might should would must will".split())
COMPOSED = "IN_SO_LONG SESSIONS_COUNT NO_WINDOW MAI STOPS WINDOW LAG INSIDE ON_BILL BELONGS LONGER NTH_UNIT FRACTION_RANGE VISIT EXTENT FILED SHORT MANY CAP LEFT_ADDS PCTC_WORD SUM LEAST THRESHOLD LENGTH UNITS FREQ FRACTIONS LEFT SETCOUNT ARITH DAYS DURATION COUNTED PAIR_OF COMPARED".split()
_KINDS = [
    *OF_READING,
    *COMPOSED,
    *dict.fromkeys(kind.partition(":")[0] for kind in WORDS),
    *dict.fromkeys(SIGNS.values()),
]
_CHARACTER = {kind: chr(0xE000 + at) for at, kind in enumerate(dict.fromkeys(_KINDS))}
_NAME = re.compile(r"[A-Z_]+")


def kind_of(mark: Mark) -> str:
    """The mark's kind, each sign of punctuation its own."""
    return SIGNS.get(mark.value, "COMMA") if mark.kind == "PUNCT" else mark.kind


_OF_SIGN = {sign: _CHARACTER[kind] for sign, kind in SIGNS.items()}
_COMMA = _CHARACTER["COMMA"]


def row(marks: Sequence[Mark]) -> str:
    """The marks as a string, one character each."""
    return "".join(
        [_OF_SIGN.get(mark.value, _COMMA) if mark.kind == "PUNCT" else _CHARACTER[mark.kind] for mark in marks]
    )


@cache
def shape(pattern: str) -> re.Pattern[str]:
    """Compile a pattern of mark names; blanks are for the reader's eye."""
    return re.compile(_NAME.sub(lambda name: "[" + _CHARACTER[name.group()] + "]", pattern).replace(" ", ""))


def needed(pattern: str) -> list[frozenset[str]]:
    """Sets of marks' characters: a row that holds none of one of them cannot match the pattern."""
    return _needed(deque(_PARTS.findall(pattern)))


def _needed(parts: deque[str]) -> list[frozenset[str]]:
    """What the parts need up to the bracket that closes them; a choice needs one of what its ways need most rarely."""
    ways: list[list[frozenset[str]]] = [[]]
    while parts and parts[0] != ")":
        part = parts.popleft()
        if part == "|":
            ways.append([])
        elif part[0] == "(" or _NAME.match(part):
            needs = _needed(parts) if part[0] == "(" else [frozenset(_CHARACTER[part])]
            if part[0] == "(":
                parts.popleft()
            spared = bool(parts) and parts[0].startswith(("?", "*", "{0"))
            ways[-1] += [] if spared or "!" in part else needs
    if len(ways) == 1 or not all(ways):
        return ways[0] if len(ways) == 1 else []
    return [frozenset().union(*(rarest(way) for way in ways))]


def rarest(needs: Sequence[frozenset[str]]) -> frozenset[str]:
    """The need that the fewest rows meet."""
    return min(needs, key=lambda one: (bool(one & COMMON), len(one)))


_PARTS = re.compile(r"[A-Z_]+|\((?:\?<?[=!])?|[)|]|[?*+]|\{[\d,]+\}")
COMMON = frozenset(_CHARACTER[kind] for kind in "WORD NUM CODE ARTICLE LINK DO AND STOP".split())
