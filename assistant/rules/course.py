"""The course planner: which charges a course supports, on which fractions and dates, and who bills them.

## What it does
Lays the fractions on treatment days, takes the codes the technique calls for on each date, and counts each by the
same rules as every answer. What the facts or the authorities leave open is listed, never guessed.

## Why it matters
A charge capture list made by hand misses the change of a code set in the middle of a course and the leftover that
does not count.

## Example
28 fractions of IMRT from 2026-03-02, one isocenter, no motion management, freestanding: 77407 on 28 dates, 77387
on 28 (physician), 77427 after fractions 5, 10, 15, 20, 25 and 28, 77336 after 5 to 25; the last three are open.

## References
The rulings behind each charge carry theirs.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from assistant.rules.charges import Charge, Open, charges_of
from assistant.rules.fractions import checked
from assistant.rules.level import delivery_level
from assistant.rules.technique import is_stereotactic, management
from assistant.rules.treatment_days import Closed, treatment_days
from assistant.scenario import Period, Scenario, Sessions
from corpus.rulebook import entry

PHYSICS, PORT_IMAGES, GUIDANCE = "77336", "77417", "77387"
PLANNED = (
    Open("planning", ("77261", "77262", "77263"), "One level per course, by complexity: the physician's note decides."),
    Open("simulation", ("77280", "77285", "77290"), "By the simulations done; with IMRT they are inside 77301."),
    Open("plan", ("77295", "77301", "77306", "77307"), "One per plan: IMRT 77301, 3-D 77295, else 77306 or 77307."),
    Open("devices", ("77332", "77333", "77334", "77338"), "One per device, 77338 once per IMRT plan: see the record."),
    Open("calculations", ("77300",), "One per field or arc where the plan does not contain them: see the record."),
)


@dataclass(frozen=True, slots=True)
class CoursePlan:
    """What a course supports, in order of code, and what could not be decided."""

    dates: tuple[date, ...]  # of each fraction
    charges: tuple[Charge, ...]
    undecided: tuple[Open, ...]
    not_charged: tuple[Open, ...]  # codes of the course for which nothing is separately payable, and why


def plan_course(
    technique: str | None,
    setting: str | None,
    fractions: int,
    start: date,
    *,
    payer: str | None = None,
    schedule: str = "qd",
    distinct_break: bool | None = None,
    isocenters: int | None = None,
    motion_management: bool | None = None,
    guidance: bool = True,
    closed: Closed | None = None,
) -> CoursePlan:
    """Plan the charges of a course.

    `fractions` is the number of sessions, `start` the date of the first; `closed` says on which weekdays nobody
    treats (default: federal holidays). Raises CountError for a number of fractions no course can have.
    """
    count = checked(fractions)
    dates = treatment_days(start, count, 2 if schedule == "bid" else 1, closed)
    scenario = Scenario(
        payer=payer, setting=setting, fractions=count, course_ended=True, schedule=schedule,
        distinct_break=distinct_break, technique=technique, isocenters=isocenters,
        motion_management=motion_management, dos=Period(dates[0], dates[-1]),
        sessions=tuple(Sessions(len(tuple(same)), Period(day, day)) for day, same in groupby(dates)),
    )  # fmt: skip
    deliveries, undecided = _deliveries(scenario, dates)
    parts = [charges_of(code, _only(scenario, days), dates, days) for code, days in deliveries.items()]
    parts += [charges_of(code, scenario, dates, frozenset(dates)) for code in _beside(scenario, guidance)]
    older = _guidance_before_its_own_code(scenario) if guidance else ()
    return CoursePlan(
        dates,
        tuple(charge for part in parts for charge in part.charges),
        (*undecided, *older, *(one for part in parts for one in part.undecided), *PLANNED),
        tuple(one for part in parts for one in part.not_charged),
    )


def _only(scenario: Scenario, days: frozenset[date]) -> Scenario:
    """The same course cut down to the dates on which a code is the right one."""
    sessions = tuple(part for part in scenario.sessions if part.period.start in days)
    return scenario.but(
        sessions=sessions, fractions=sum(part.fractions for part in sessions), dos=Period(min(days), max(days))
    )


def _deliveries(scenario: Scenario, dates: tuple[date, ...]) -> tuple[dict[str, frozenset[date]], list[Open]]:
    """The delivery code of each date, and the stretches for which a fact is missing."""
    codes: dict[str, frozenset[date]] = {}
    undecided: list[Open] = []
    for day in dict.fromkeys(dates):
        ruling = delivery_level(scenario.but(dos=Period(day, day), sessions=()))
        if ruling.code is not None:
            codes[ruling.code] = codes.get(ruling.code, frozenset()) | {day}
        elif not any(one.why == ruling.why for one in undecided):
            undecided.append(Open("delivery", ruling.candidates, ruling.why, ruling.asks))
    return codes, undecided


def _guidance_before_its_own_code(scenario: Scenario) -> tuple[Open, ...]:
    """To 2025 the guidance code goes by the technique of guidance, which a plan does not know."""
    known, day = entry(GUIDANCE), scenario.dos.start if scenario.dos else date.max
    ties = [tie for tie in known.relations if tie.kind == "instead_use" and tie.holds_on(day)] if known else []
    return tuple(Open("guidance", tie.codes, f"Until {tie.end}: {tie.note}.") for tie in ties)


def _beside(scenario: Scenario, guidance: bool) -> Iterable[str]:
    """The codes that go with delivery: management, physics, guidance, port images."""
    day = scenario.dos.end if scenario.dos else date.max
    yield from management(scenario.technique, scenario.fractions, day)
    yield PHYSICS
    if guidance and not is_stereotactic(scenario.technique, scenario.fractions):
        yield GUIDANCE
    yield PORT_IMAGES
