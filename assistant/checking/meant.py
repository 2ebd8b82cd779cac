"""Of the codes that "it" could mean the one that was asked about, where what is said fits it and no other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assistant.checking.advice import Advice
from assistant.checking.checker import Weighed
from assistant.checking.discourse import Reading
from assistant.checking.questions import Asked


def the_one_meant(
    reading: Reading, asked: Asked, weigh: Callable[[Advice], Weighed]
) -> tuple[Reading, tuple[Weighed, ...]] | None:
    """The reading of that one code, weighed; None where it stays open which is meant."""
    shared = {one.codes for one in reading.advice}
    if len(asked.named) != 1 or len(shared) != 1 or any(one.kind == "pair" for one in reading.advice):
        return None
    fitting = []
    for code in next(iter(shared)):
        alone = tuple(replace(one, codes=(code,)) for one in reading.advice)
        found = tuple(weigh(one) for one in alone)
        if all(one.finding.verdict == "pass" for one in found):
            fitting.append((replace(reading, advice=alone, ambiguous=False), found))
    if len(fitting) != 1 or fitting[0][0].advice[0].codes != asked.named:
        return None
    return fitting[0]
