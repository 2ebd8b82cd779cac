"""Readers that look at a clause only where one of their signs stands in it; the others are not visited."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

R = TypeVar("R")


class BySign(Generic[R]):
    """Readers in their order, each with the kinds or words one of which it needs; without any it is always visited."""

    def __init__(self, readers: Iterable[tuple[R, frozenset[str] | None]]) -> None:
        self.readers = tuple(readers)
        self._always = frozenset(at for at, (_, needs) in enumerate(self.readers) if needs is None)
        self._under: dict[str, list[int]] = {}
        for at, (_, needs) in enumerate(self.readers):
            for sign in needs or ():
                self._under.setdefault(sign, []).append(at)
        self._signs = frozenset(self._under)

    def of(self, signs: Iterable[str]) -> list[R]:
        """Those that may find something where these signs stand."""
        places = set(self._always)
        for sign in self._signs.intersection(signs):
            places.update(self._under[sign])
        return [self.readers[at][0] for at in sorted(places)]
