"""The delivery level in words: the code the case leads to, what is missing, and what never raises a level."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.decision import Decision
from assistant.drafting.comparisons import period_known, reporting
from assistant.drafting.statements import Statement
from assistant.levels_proposed import is_idle, proposed_level
from assistant.rules.code_sets import LEVELS, references_of
from assistant.rules.level import NO_LEVEL_BY_IMAGES, NO_LEVEL_BY_SIMULATION, SEEN_AT_SIMULATION
from corpus.rulebook import entry

SAID = {
    "images": NO_LEVEL_BY_IMAGES,
    "simulation": NO_LEVEL_BY_SIMULATION,
    "shaping": "Blocks, wedges and tangents no longer decide the level.",
}


def say_level(decision: Decision) -> Iterator[Statement]:
    """The delivery code the facts lead to; while it is open, only where no ended code has named the choice."""
    level = decision.level
    if level is None:
        return
    if is_idle(decision):
        yield from _say_idle(decision)
        return
    named = any(code.valid is False and code.replaced_by for code in decision.codes)
    if level.code is not None or not named:
        code = level.code or next(iter(level.candidates), None)
        why, simulated = level.why, decision.asked.idle[:1] == ("simulation",) and level.code in LEVELS[:2]
        if simulated and not decision.scenario.motion_management:
            why = why.replace(NO_LEVEL_BY_IMAGES, NO_LEVEL_BY_SIMULATION)
        references = (*level.references, SEEN_AT_SIMULATION) if why != level.why else level.references
        yield Statement(why, references, code)


def _say_idle(decision: Decision) -> Iterator[Statement]:
    """Why what was told raises no level, and what the proposed one takes."""
    code = proposed_level(decision)
    known = entry(code) if code else None
    if known is None:
        return
    for reason in decision.asked.idle:
        references = (SEEN_AT_SIMULATION,) if reason == "simulation" else references_of(known.code, decision.day)
        yield Statement(SAID[reason], references, known.code)
    period = period_known(known, decision.day)
    if period is not None:
        yield Statement(f"{reporting(known, period, decision.day)}.", (period.reference,), known.code)


def say_images(decision: Decision) -> Iterator[Statement]:
    """Image guidance beside a delivery level: it is in the level and never the reason for a higher one."""
    named = [known for code in decision.asked.codes if (known := entry(code))]
    guidance = any(known.category == "image guidance" for known in named)
    levels = [code for code in decision.asked.codes if code in LEVELS]
    if guidance and levels and decision.level is None and not decision.units:
        yield Statement(NO_LEVEL_BY_IMAGES, references_of(levels[0], decision.day), levels[0])
