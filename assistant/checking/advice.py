"""Advice: one thing a text tells a biller to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any, Literal

from assistant.reading.fixed import fixed

Kind = Literal["units", "frequency", "modifier", "pair", "validity", "component"]


@fixed
class Advice:
    """One piece of advice as it was read; `value` depends on the kind.

    units      int, or ("at_most", n), ("at_least", n), ("range", a, b), or "none" for not payable
    frequency  the thing one unit covers: "5 fractions", "session", "week", "day", "course", "image", ...
    modifier   the modifier ("26", "TC", "59", ...), or "none" for "no modifier"
    pair       "together" (codes holds two)
    validity   "valid", ("replaced_by", code), ("from", date), ("to", date)
    component  "technical", "professional", "splits", "global", "bundled", "packaged", "payable",
               "paid as counted": the verb beside a count or a frequency says that it is paid
    """

    kind: Kind
    codes: tuple[str, ...]
    value: Any
    polarity: bool = True  # False: the text says it is not so, or not to do it
    condition: Mapping[str, Any] = field(default_factory=dict)  # facts of the scenario the sentence itself states
    required: bool = False  # modifier: must, not may
    span: tuple[int, int] = (0, 0)  # characters in the whole text
    inherited: tuple[str, ...] = ()  # what came from elsewhere: "code: sentence before", "code: question"
    measured: bool = False  # the question tells energy or channels, and the code is held against them beside this
