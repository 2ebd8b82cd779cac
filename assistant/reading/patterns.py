"""Patterns that few texts can match: a sign that every match holds is looked for first, because that costs nothing.

A sentence is held against hundreds of patterns. "kv" in the text is one comparison; a pattern that begins with a
choice is tried at every character.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator


class Seldom:
    """`Seldom(r"\\bcolumn ?[12]", "column")`: tried only where one of the signs stands in the text.

    Every match must hold at least one sign, letter by letter; a sign too many only costs time.
    """

    __slots__ = ("pattern", "signs")

    def __init__(self, pattern: str, *signs: str, flags: int = 0) -> None:
        self.pattern = re.compile(pattern, flags)
        self.signs = signs

    def possible(self, text: str) -> bool:
        """Whether a sign stands in the text."""
        for sign in self.signs:  # noqa: SIM110  any() over a generator costs more than what it saves here
            if sign in text:
                return True
        return False

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self.pattern.finditer(text) if self.possible(text) else iter(())

    def search(self, text: str) -> re.Match[str] | None:
        return self.pattern.search(text) if self.possible(text) else None

    def match(self, text: str) -> re.Match[str] | None:
        return self.pattern.match(text) if self.possible(text) else None

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str) -> str:
        return self.pattern.sub(new, text) if self.possible(text) else text
