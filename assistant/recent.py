"""What holds now and what held until recently: without a date of service both are told.

A change of the last three years is still on somebody's desk: claims may be filed late, audits reach back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from assistant.rules.finding import ModifierRuling, StatusRuling, UnitsRuling
from assistant.rules.units import units
from assistant.scenario import Period, Scenario

ONE_DAY = timedelta(days=1)
LOOK_BACK = timedelta(days=3 * 366)
TABLE = re.compile(r" \((?:practitioner|hospital) table, [^)]*\)")
R = TypeVar("R", bound=UnitsRuling | ModifierRuling | StatusRuling)


def now_and_before(rulings: Iterable[R], scenario: Scenario, today: date) -> tuple[R, ...]:
    """The rulings for the dates told; without a date those in force, then what recently held before them."""
    told = tuple(rulings)
    if scenario.dos is not None or scenario.sessions:
        return told
    now: list[R] = [ruling for ruling in told if ruling.period.start <= today <= ruling.period.end]
    changed = {ruling.period.start for ruling in now if today - ruling.period.start < LOOK_BACK}
    said: set[tuple[object, ...]] = {_says(ruling) for ruling in now}
    past: list[R] = [ruling for ruling in told if ruling.period.end < today and ruling.period.end + ONE_DAY in changed]
    return (*now, *(ruling for ruling in past if _says(ruling) not in said and _is_known(ruling)))


def until_recently(code: str, now: Iterable[UnitsRuling], scenario: Scenario) -> Iterable[UnitsRuling]:
    """What one unit covered before a change in the last years made the code unpayable for the dates told."""
    told = scenario.dos
    if told is None or not any(ruling.code == code and ruling.basis == "bundled" for ruling in now):
        return
    for ruling in units(code, scenario.but(dos=None, sessions=(), fractions=None)):
        recent = ruling.period.end < told.start and told.start - ruling.period.end < LOOK_BACK
        if recent and ruling.one_per:
            yield ruling


def wherever(rulings: tuple[UnitsRuling, ...], today: date) -> tuple[UnitsRuling, ...]:
    """Rulings that say the same in every setting, told once; evidence that begins later in one is no difference.

    In the order of telling: in force before past, office before hospital.
    """
    merged: list[UnitsRuling] = []
    for ruling in rulings:
        twin = next((one for one in merged if _same_but_for_place(one, ruling, today)), None)
        if twin is None:
            merged.append(ruling)
            continue
        period = Period(max(twin.period.start, ruling.period.start), min(twin.period.end, ruling.period.end))
        references = tuple(dict.fromkeys((*twin.references, *ruling.references)))
        merged[merged.index(twin)] = replace(twin, setting=None, period=period, references=references)
    return tuple(sorted(merged, key=lambda one: (one.period.end < today, one.setting == "hospital_outpatient")))


def _same_but_for_place(one: UnitsRuling, other: UnitsRuling, today: date) -> bool:
    in_force = one.period.end >= today and other.period.end >= today
    if one.setting == other.setting or not (one.period == other.period or in_force):
        return False
    same = (one.units, one.per_date, one.basis) == (other.units, other.per_date, other.basis)
    if same and one.limit and other.limit:  # each table names itself in the reason
        alike = (one.limit.units, one.limit.adjudication) == (other.limit.units, other.limit.adjudication)
        return alike and _without_table(one) == _without_table(other)
    return same and one.why == other.why


def _without_table(ruling: UnitsRuling) -> str:
    return TABLE.sub("", ruling.why)


def _is_known(ruling: UnitsRuling | ModifierRuling | StatusRuling) -> bool:
    """Whether it says anything: the edge of our evidence is no change of a rule."""
    if isinstance(ruling, UnitsRuling):
        return ruling.basis != "no_rule"
    if isinstance(ruling, ModifierRuling):
        return ruling.allowed is not None
    return ruling.treatment != "no_data"


def _says(ruling: UnitsRuling | ModifierRuling | StatusRuling) -> tuple[object, ...]:
    if isinstance(ruling, UnitsRuling):
        return (ruling.code, ruling.units, ruling.basis, ruling.setting)
    if isinstance(ruling, ModifierRuling):
        return (ruling.code, ruling.modifier, ruling.allowed, ruling.required, ruling.why)
    return (ruling.code, ruling.system, ruling.treatment)
