"""A modifier put in the place of another: "replace PC with 26", "swap the TC for 26"."""

from __future__ import annotations

from assistant.checking.composing.sets import join
from assistant.checking.marking.marks import Mark

TOWARDS = frozenset({"with", "by", "for"})


def exchanged(parts: list[Mark]) -> Mark | None:
    """The modifier that is appended instead; what goes is PC or "it", which no line of this trade carries rightly."""
    goes = [mark for mark in parts[1:-1] if mark.kind != "ARTICLE" and mark.said not in ("the", "modifier")]
    fits = parts[0].said.split()[0] in EXCHANGING and parts[-1].said in TOWARDS
    known = all(mark.said in ("pc", "the pc", "it", "that") or mark.value == "PC" for mark in goes)
    return join("APPEND", "", parts) if fits and known and len(goes) == 1 else None


EXCHANGING = frozenset("replace replaces replacing swap exchange change switch".split())
