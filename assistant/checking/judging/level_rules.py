"""What lifts a delivery level by itself, against the level rule."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from assistant.checking.judging.judgement import Judged, worst
from assistant.checking.judging.whole_case import valid_on
from assistant.rules.code_sets import LEVELS
from assistant.rules.codes import code_on
from assistant.rules.level import NO_LEVEL_BY_IMAGES, PLANNED_3D, delivery_level
from assistant.scenario import Scenario
from corpus.rulebook import entry

HIGHEST = LEVELS[-1]
OTHERWISE = "The levels by technique, isocenters and motion do not hold on this date."


def criteria_on(code: str, days: Iterable[date]) -> Judged:
    """Whether the code is one on the dates; a level of an earlier year was chosen by other things."""
    known, judged, earlier = entry(code), [], []
    for day in days:
        ruling = code_on(code, day)
        old = code in LEVELS and known is not None and ruling.valid and known.period_on(day) != known.periods[-1]
        if old:
            earlier.append(Judged("no_data", OTHERWISE, ruling.references))
        else:
            judged.append(valid_on(code, day))
    return worst(judged or earlier)  # of a course that runs into the new year its later part is meant


def lifts(what: str, day: date) -> Judged:
    """Whether this by itself makes a delivery the highest level on the date."""
    known = entry(HIGHEST)
    period = known.period_on(day) if known else None
    if known is None or period is None or period != known.periods[-1]:
        return Judged("no_data", OTHERWISE)
    alone = [delivery_level(Scenario(technique=technique).on(day)) for technique in sorted(PLANNED_3D)]
    if what == "images":
        return Judged("fail", NO_LEVEL_BY_IMAGES, alone[0].references, NO_LEVEL_BY_IMAGES)
    if what in ("criterion", "isocenters"):
        why = f"{HIGHEST}: {period.service}."
        return Judged("pass", why, (period.reference,), why)
    lifted = all(one.code == HIGHEST for one in alone)
    return Judged("pass" if lifted else "fail", alone[0].why, alone[0].references, alone[0].why)
