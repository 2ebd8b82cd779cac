"""What lifts a delivery level by itself, against the level rule."""

from __future__ import annotations

from datetime import date

from assistant.checking.judging.judgement import Judged, same
from assistant.rules.code_sets import LEVELS
from assistant.rules.codes import code_on
from assistant.rules.level import NO_LEVEL_BY_IMAGES, PLANNED_3D, delivery_level
from assistant.scenario import Scenario
from corpus.rulebook import entry

HIGHEST = LEVELS[-1]
OTHERWISE = "The levels by technique, isocenters and motion do not hold on this date."


def criteria_on(code: str, day: date) -> Judged:
    """Whether the code is one on the date; a level of an earlier year was chosen by other things."""
    known, ruling = entry(code), code_on(code, day)
    if code in LEVELS and known is not None and ruling.valid and known.period_on(day) != known.periods[-1]:
        return Judged("no_data", OTHERWISE, ruling.references)
    return same(ruling.valid, ruling.why, ruling.references, instead=ruling.why)


def lifts(what: str, day: date) -> Judged:
    """Whether this by itself makes a delivery the highest level on the date."""
    known = entry(HIGHEST)
    period = known.period_on(day) if known else None
    if known is None or period is None or period != known.periods[-1]:
        return Judged("no_data", OTHERWISE)
    alone = [delivery_level(Scenario(technique=technique).on(day)) for technique in sorted(PLANNED_3D)]
    if what == "images":
        return Judged("fail", NO_LEVEL_BY_IMAGES, alone[0].references, NO_LEVEL_BY_IMAGES)
    if what == "criterion":
        why = f"{HIGHEST}: {period.service}."
        return Judged("pass", why, (period.reference,), why)
    lifted = all(one.code == HIGHEST for one in alone)
    return Judged("pass" if lifted else "fail", alone[0].why, alone[0].references, alone[0].why)
