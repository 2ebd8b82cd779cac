"""Whether a code serves an energy or a number of channels, by the rule book's own words for the code.

"above 150 and up to 500 kV", "2 to 12 channels", "over 12 channels".
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from assistant.checking.judging.judgement import Judged, Said
from assistant.reading.extents import Extent
from assistant.rules.codes import code_on
from corpus.rulebook import entry

SERVED = re.compile(
    r"(?:above (?P<low>\d+) and )?up to (?P<high>\d+) kV"
    r"|(?:,|sources or) (?:(?P<from>\d+) to )?(?P<to>\d+)(?: high-dose-rate)? channels?(?:$|,)"
    r"|(?:,|sources or) over (?P<over>\d+) channels(?:$|,)"
)


@lru_cache(maxsize=256)
def by_extent(code: str) -> bool:
    """Whether the code is one that an energy or a number of channels chooses."""
    known = entry(code)
    return known is not None and any(SERVED.search(period.service or "") for period in known.periods)


@lru_cache(maxsize=64)
def served(code: str, day: date) -> Extent | None:
    """The energies or channels that the code's own service names."""
    known = entry(code)
    period = known.period_on(day) if known else None
    found = SERVED.search(period.service or "") if period else None
    if found is None:
        return None
    if found["high"]:
        return Extent(int(found["low"] or 0), found["low"] is None, int(found["high"]))
    if found["over"]:
        return Extent(int(found["over"]), False, None, True, "channels")
    return Extent(int(found["from"] or found["to"]), True, int(found["to"]), True, "channels")


def judge_extent(code: str, told: Extent, day: date, affirmed: bool) -> Judged:
    """One energy must lie within; a range must be the code's own, since "up to 100 kV" would tell another limit."""
    known, valid = entry(code), code_on(code, day)
    own = served(code, day)
    period = known.period_on(day) if known else None
    if own is None or period is None or own.measure != told.measure:
        return Judged("fail" if affirmed and valid.valid is False else "no_data", valid.why, valid.references)
    why = f"{code}: {period.service}."
    within, apart = _within(told, own), _apart(told, own)
    verdict: Said = "pass" if within else "fail" if apart or within is False else "no_data"
    if not affirmed:
        verdict = "pass" if apart else "fail" if within else "no_data"
    return Judged(verdict, why, (period.reference,), why)


def _within(told: Extent, own: Extent) -> bool | None:
    """None where the range told lies inside but is not the code's own."""
    over_low = told.low > own.low or (told.low == own.low and (own.low_within or not told.low_within))
    if told.single:
        return over_low and (own.high is None or told.low <= own.high)
    if told == own or (told.high is None and own.low and (told.low, told.low_within) == (own.low, own.low_within)):
        return True
    inside = own.high is None or (told.low if told.high is None else told.high) <= own.high
    touches = told.low == own.low  # "150 to 500 kV" for "above 150": whose 150 is stays open
    return None if inside and (over_low or touches) else False


def _apart(told: Extent, own: Extent) -> bool:
    below = told.high is not None and (
        told.high < own.low or (told.high == own.low and not (own.low_within and told.high_within))
    )
    above = own.high is not None and (told.low > own.high or (told.low == own.high and not told.low_within))
    return below or above
