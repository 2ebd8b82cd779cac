"""What changed in the code set: ended, redefined and new codes around a date of service.

## What it does
Goes through the code periods of the rule book and finds the last change on or before a date, or those of the codes
asked.

## Why it matters
On January 1, 2026 delivery, guidance and superficial treatment were coded anew; a biller needs the whole list.

## Example
`changes_on((), date(2026, 3, 1))`: 77385 ended on 2025-12-31, 77407 was redefined and 77436 is new from 2026-01-01.

## References
The code periods of the rule book.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from assistant.rules.periods import ONE_DAY
from assistant.rules.status_letters import MPFS
from corpus.rulebook import CodePeriod, Status, codes, entry

Dated = tuple[tuple[str, CodePeriod], ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """One day's changes of the code set; `day` is the first day on which they hold."""

    day: date
    ended: Dated
    redefined: Dated
    new: Dated
    bundled: tuple[tuple[str, Status], ...] = ()  # paid before, bundled in the physician fee schedule from this day


def changes_on(asked: tuple[str, ...], day: date) -> Changes | None:
    """The latest changes up to `day`, of the codes asked or of all; None when the rule book knows of none."""
    periods = [(code, period) for code in asked or codes() for period in _periods(code)]
    days = {period.start for _, period in periods if not period.start_is_evidence and period.start <= day}
    days |= {period.end + ONE_DAY for _, period in periods if period.end and period.end < day}
    days |= {one.start for _, one in _bundled(asked) if one.start <= day}
    if not days:
        return None
    latest = max(days)
    began = tuple((code, period) for code, period in periods if period.start == latest)
    earlier = {code for code, period in periods if period.start < latest}
    ended = tuple((code, one) for code, one in periods if one.end and one.end + ONE_DAY == latest)
    living = {code for code, _ in began}
    return Changes(
        latest,
        tuple((code, period) for code, period in ended if code not in living),
        tuple((code, period) for code, period in began if code in earlier),
        tuple((code, period) for code, period in began if code not in earlier),
        tuple((code, one) for code, one in _bundled(asked) if one.start == latest),
    )


def _bundled(asked: tuple[str, ...]) -> Iterator[tuple[str, Status]]:
    """Codes whose own row of the fee schedule turned from paid to bundled."""
    for code in asked or codes():
        known = entry(code)
        rows = [one for one in known.status if one.system == "mpfs" and one.modifier == "none"] if known else []
        for before, after in pairwise(rows):
            if MPFS[before.value][0] == "paid" and MPFS[after.value][0] == "bundled":
                yield code, after


def _periods(code: str) -> tuple[CodePeriod, ...]:
    known = entry(code)
    return known.periods if known else ()
