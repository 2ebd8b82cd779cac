"""Channels of an afterloader as a text tells them; needles and catheters of a high-dose-rate implant are channels too."""

from __future__ import annotations

import re

from assistant.reading.extents import extents

_NEEDLES = re.compile(r"(?<![\w/.-])(?P<n>\d{1,2}) ?(?:(?!gauge)[a-z]+ )?(?:needles?|catheters?)\b")


def channels_told(lower: str, technique: str | None) -> int | None:
    """The number of channels; None where several numbers or none are told."""
    told = {one.low for one, _, _ in extents(lower) if one.measure == "channels" and one.single}
    if not told and technique == "hdr":
        told = {int(one["n"]) for one in _NEEDLES.finditer(lower)}
    return told.pop() if len(told) == 1 else None
