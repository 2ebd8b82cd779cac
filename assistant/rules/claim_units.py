"""Units of a claim line against the course it belongs to.

## What it does
Adds the line's units to those billed before and compares them with what the fractions delivered make: above what
started sets could make is a failure, above what full sets settle is no_data.

## Why it matters
The sixth 77427 of a 27-fraction course is refused and cannot be appealed.

## Example
fractions_delivered 28, course ended, prior_units 5, units 1 of 77427: passes, 6 of 6. Of 77336: no_data.

## References
The unit rule of the code.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from assistant.rules.claim_grounds import finding
from assistant.rules.claim_line import ClaimLine
from assistant.rules.counting import Tally, many, tally
from assistant.rules.finding import Finding
from assistant.rules.fractions import Course
from assistant.rules.grounds import Ground, ground_of
from assistant.rules.periods import standing_for
from assistant.rules.units import one_per
from assistant.scenario import Scenario
from corpus.rulebook import entry


def units_finding(line: ClaimLine, before: int, same_date: int) -> Finding:
    """The line's units, `before` of the course billed earlier and `same_date` on other lines of its date."""
    ground = _ground(
        line.code, standing_for(line.code, line.start), line.payer, line.setting, line.biller, line.fractions
    )
    if ground.basis == "packaged":
        return finding("pass", "packaged", ground.why, ground.references)
    if ground.rule is None:
        return finding("no_data" if ground.units is None else "fail", "units", ground.why, ground.references)
    on_date = of_date(line, ground, same_date)
    if on_date is not None:
        return on_date
    return _of_course(line, ground, before)


def of_date(line: ClaimLine, ground: Ground, same_date: int) -> Finding | None:
    """What one date may carry, before the course is looked at; None when the date is no obstacle."""
    rule = ground.rule
    assert rule is not None
    thing = one_per(rule.one_per)
    units = line.units + same_date
    if thing in ("session", "day"):
        return _of_day(line, ground, thing, units)
    if rule.one_per.fractions is None and thing not in ("course", "plan"):
        return None
    if units <= 1:
        return None
    why = (
        f"{many(units, 'unit')} of {line.code} on one date: each covers {_spoken(thing)} and is a line of its own date."
    )
    return finding("fail", "units", why, ground.references)


def _of_day(line: ClaimLine, ground: Ground, thing: str, units: int) -> Finding | None:
    a_day = 2 if line.schedule == "bid" and thing == "session" else 1
    if units <= a_day * line.days:
        return None
    said = f"{many(units, 'unit')} of {line.code} on {many(line.days, 'date')}, and one unit covers one {thing}"
    if units <= 2 * line.days and thing == "session" and line.schedule in (None, "other"):
        why = f"{said}: say whether there were two sessions a day (schedule)."
        return finding("no_data", "missing_fact", why, ground.references)
    return finding("fail", "units", f"{said}.", ground.references)


def _of_course(line: ClaimLine, ground: Ground, before: int) -> Finding:
    rule = ground.rule
    assert rule is not None
    thing = one_per(rule.one_per)
    total = max(before, line.prior_units) + line.units
    if line.fractions is None and (rule.one_per.fractions is not None or rule.course_fractions is not None):
        why = f"One unit of {line.code} covers {_spoken(thing)}: give fractions_delivered."
        return finding("no_data", "missing_fact", why, ground.references)
    if line.fractions is None and thing in ("session", "day"):
        return finding("pass", "", f"One unit covers one {thing}.", ground.references)
    if rule.course_fractions is not None and line.ended is not True and 1 < rule.course_fractions[1] < 5:
        why = f"{line.code} is for the whole of a short course: say whether the course has ended (course_ended)."
        return finding("no_data", "missing_fact", why, ground.references)
    now, ended = (_tally(line, done) for done in (line.ended is True, line.ended is not False))
    if now.basis == "needs_count":
        return _countable_only_by_the_record(line, thing, ground)
    if now.units is not None and total <= now.units:
        return finding(
            "pass",
            "",
            f"With this line {total} of the {many(now.units, 'unit')} that the course makes. {now.why}",
            ground.references,
        )
    if total <= (ended.units or 0):
        said = f"With this line {many(total, 'unit')}, right only after the course's end"
        why = f"{said}: say whether it has ended (course_ended). {now.why}"
        return finding("no_data", "missing_fact", why, ground.references)
    if total <= (ended.started or 0):
        why = f"With this line {many(total, 'unit')}, and full sets settle {ended.settled}. {ended.why}"
        return finding("no_data", "units", why, ground.references)
    if thing == "plan":
        why = f"{many(total, 'unit')} of {line.code} in the course: each beyond the first needs a plan of its own."
        return finding("no_data", "units", why, ground.references)
    why = f"With this line {many(total, 'unit')}, and the course makes {ended.units or ended.settled or 0}. {ended.why}"
    return finding("fail", "units", why, ground.references)


def _countable_only_by_the_record(line: ClaimLine, thing: str, ground: Ground) -> Finding:
    if line.units == 1:
        return finding("pass", "", f"One unit covers one {thing}.", ground.references)
    why = f"One unit covers one {thing}: the claim does not show that there were {line.units}, the record must."
    return finding("no_data", "missing_fact", why, ground.references)


def _spoken(thing: str) -> str:
    return thing if thing.endswith("fractions") else f"one {thing}"


def _tally(line: ClaimLine, ended: bool) -> Tally:
    return _counted(
        line.code,
        standing_for(line.code, line.start),
        line.payer,
        line.setting,
        line.biller,
        line.fractions,
        line.schedule,
        ended,
    )


@lru_cache(maxsize=65536)
def _counted(
    code: str, day: date, payer: str | None, setting: str | None, biller: str | None, fractions: int | None,
    schedule: str | None, ended: bool,
) -> Tally:  # fmt: skip
    ground = _ground(code, day, payer, setting, biller, fractions)
    assert ground.rule is not None
    return tally(ground.rule, Course(fractions, ended, 2 if schedule == "bid" else 1))


@lru_cache(maxsize=65536)
def _ground(
    code: str, day: date, payer: str | None, setting: str | None, biller: str | None, fractions: int | None
) -> Ground:
    known = entry(code)
    assert known is not None  # validity was asked before
    return ground_of(known, day, Scenario(payer=payer, setting=setting, biller=biller), fractions)
