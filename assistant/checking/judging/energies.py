"""Whether a code serves an energy, by the rule book's own words for the code ("above 150 and up to 500 kV")."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from assistant.checking.judging.judgement import Judged, Said
from assistant.checking.marking.energies import Energy
from assistant.rules.codes import code_on
from corpus.rulebook import entry

SERVED = re.compile(r"(?:above (?P<low>\d+) and )?up to (?P<high>\d+) kV")


@lru_cache(maxsize=256)
def by_energy(code: str) -> bool:
    """Whether the code is one that an energy chooses."""
    known = entry(code)
    return known is not None and any(SERVED.search(period.service or "") for period in known.periods)


@lru_cache(maxsize=64)
def served(code: str, day: date) -> Energy | None:
    """The energies that the code's own service names."""
    known = entry(code)
    period = known.period_on(day) if known else None
    found = SERVED.search(period.service or "") if period else None
    return Energy(int(found["low"] or 0), found["low"] is None, int(found["high"])) if found else None


def judge_energy(code: str, told: Energy, day: date, affirmed: bool) -> Judged:
    """One energy must lie within; a range must be the code's own, since "up to 100 kV" would tell another limit."""
    known, valid = entry(code), code_on(code, day)
    own = served(code, day)
    period = known.period_on(day) if known else None
    if own is None or period is None:
        return Judged("fail" if affirmed and valid.valid is False else "no_data", valid.why, valid.references)
    why = f"{code}: {period.service}."
    within, apart = _within(told, own), _apart(told, own)
    verdict: Said = "pass" if within else "fail" if apart or within is False else "no_data"
    if not affirmed:
        verdict = "pass" if apart else "fail" if within else "no_data"
    return Judged(verdict, why, (period.reference,), why)


def _within(told: Energy, own: Energy) -> bool | None:
    """None where the range told lies inside but is not the code's own."""
    assert own.high is not None
    over_low = told.low > own.low or (told.low == own.low and (own.low_within or not told.low_within))
    if told.single:
        return over_low and told.low <= own.high
    if told == own or (told.high is None and own.low and (told.low, told.low_within) == (own.low, own.low_within)):
        return True
    inside = told.low <= own.high if told.high is None else told.high <= own.high
    touches = told.low == own.low  # "150 to 500 kV" for "above 150": whose 150 is stays open
    return None if inside and (over_low or touches) else False


def _apart(told: Energy, own: Energy) -> bool:
    assert own.high is not None
    below = told.high is not None and (
        told.high < own.low or (told.high == own.low and not (own.low_within and told.high_within))
    )
    above = told.low > own.high or (told.low == own.high and not told.low_within)
    return below or above
