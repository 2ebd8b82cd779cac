"""The delivery level in words: the code the case leads to, what is missing, and what never raises a level."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.decision import Decision
from assistant.drafting.comparisons import period_known, reporting
from assistant.drafting.leads import PLACES
from assistant.drafting.statements import Statement, reason, sentence
from assistant.levels_proposed import is_idle, proposed_level
from assistant.rules.code_sets import LEVELS, references_of
from assistant.rules.codes import either
from assistant.rules.level import (
    NO_LEVEL_BY_IMAGES,
    NO_LEVEL_BY_SIMULATION,
    SEEN_AT_SIMULATION,
    delivery_level,
    first_of_levels,
)
from assistant.rules.periods import ONE_DAY
from corpus.rulebook import entry

SAID = {
    "images": NO_LEVEL_BY_IMAGES,
    "simulation": NO_LEVEL_BY_SIMULATION,
    "shaping": "Blocks, wedges, tangents and shaped fields no longer decide the level.",
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
        yield Statement(sentence(_lead(decision), why), references, code)


def _lead(decision: Decision) -> str:
    """The case, unless it is a place and the levels are those of every place; of dates on both sides the later one."""
    first, dates = first_of_levels(), decision.scenario.dos
    if decision.case in PLACES.values() and decision.day >= first:
        return ""
    if decision.case and dates is not None and dates.start < first <= dates.end:
        return f"from {first}"
    return decision.case


def say_choices(decision: Decision) -> Iterator[Statement]:
    """The code of each family whose number was told, or how the number decides."""
    for one in decision.choices:
        code = one.code or one.candidates[0]
        yield from reason(one.why, decision.case, one.references, code)


def say_other_times(decision: Decision) -> Iterator[Statement]:
    """The code before or after the last change of the delivery codes: where now is asked too, or no date is told."""
    level, scenario, asked = decision.level, decision.scenario, decision.asked
    if level is None or "which_code" not in asked.matters or not set(asked.codes) <= asked.by_name:
        return
    first = first_of_levels()
    if asked.and_now and scenario.dos is not None and scenario.dos.end < first:
        now = delivery_level(scenario.on(decision.today))
        if now.candidates:
            open_by = ", by isocenters and motion management" if now.code is None else ""
            yield Statement(f"From {first} it is {either(now.candidates)}{open_by}.", now.references, now.candidates[0])
    elif scenario.dos is None and level.code is None and _may_be_of_before(decision):
        before = delivery_level(scenario.on(first - ONE_DAY))
        if before.candidates and not set(before.candidates) & set(level.candidates):
            text = f"Through {first - ONE_DAY} it was {either(before.candidates)}."
            yield Statement(text, before.references, before.candidates[0])


def _may_be_of_before(decision: Decision) -> bool:
    """Whether a claim without a date may be of a former one, and the case says which code that had."""
    asked, scenario = decision.asked, decision.scenario
    if scenario.technique == "superficial":
        return not asked.guessed
    return bool(asked.codes and scenario.setting)


def _say_idle(decision: Decision) -> Iterator[Statement]:
    """Why what was told raises no level, and what the proposed one takes."""
    code = proposed_level(decision)
    known = entry(code) if code else None
    if known is None:
        return
    for idle in decision.asked.idle:
        references = (SEEN_AT_SIMULATION,) if idle == "simulation" else references_of(known.code, decision.day)
        yield Statement(SAID[idle], references, known.code)
    period = period_known(known, decision.day)
    if period is not None:
        yield Statement(f"{reporting(known, period, decision.day)}.", (period.reference,), known.code)


def say_images(decision: Decision) -> Iterator[Statement]:
    """Image guidance beside a delivery level: it is in the level and never the reason for a higher one."""
    if decision.asked.matters & {"denial", "pair", "modifier", "limits"}:
        return
    named = [known for code in decision.asked.codes if (known := entry(code))]
    guidance = any(known.category == "image guidance" for known in named)
    levels = [code for code in decision.asked.codes if code in LEVELS]
    if guidance and levels and decision.level is None and not decision.units:
        yield Statement(NO_LEVEL_BY_IMAGES, references_of(levels[0], decision.day), levels[0])
