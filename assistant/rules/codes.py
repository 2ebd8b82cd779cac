"""Whether a code exists on a date of service, and what to look at instead.

## What it does
Looks the code up in the rule book on the date of service.

## Why it matters
77385, 77386, 77014, 77401 and the G60xx codes ended on 2025-12-31: a line with one of them for a later date is
refused and cannot be appealed, while for an earlier date it stays right.

## Example
`code_on("77386", date(2026, 2, 10))` is not valid; look at 77407 or 77412. 7741 has four characters.

## References
The releases of the physician fee schedule and of Addendum B named in each entry's periods.
"""

from __future__ import annotations

import re
from datetime import date

from assistant.rules.finding import CodeRuling
from assistant.rules.periods import EVIDENCE_BEGINS, FOREVER, ONE_DAY, period_of
from assistant.scenario import Period
from corpus.rulebook import CodeEntry, CodePeriod, Reference, codes, entry

SHAPE = re.compile(r"\d{5}|\d{4}[A-Z]|[A-Z]\d{4}")
FIRST, LAST = "77261", "77799"  # the numbers of radiation oncology; we hold every one the fee schedules list
# The energy-based delivery codes and IMRT and guidance codes that ended with 2014, before our evidence.
ENDED_WITH_2014 = frozenset("77403 77404 77406 77408 77409 77411 77413 77414 77416 77418 77421".split())
MISREAD = str.maketrans("OIL", "011")  # letters typed for digits


def code_on(code: str, day: date) -> CodeRuling:
    """Whether a code may stand on a line with this date of service; None where our evidence ends."""
    code = tidy(code)
    known = entry(code)
    if known is None:
        return _unknown(code, day)
    holding = known.period_on(day)
    if holding is not None:
        why = f"{code} ({known.name}) is a code for this date: {holding.service}."
        return CodeRuling(code, True, period_of(holding), (), why, (holding.reference,))
    first = known.periods[0]
    if day < first.start:
        return _before(code, first, day)
    return _ended(known, day)


def successors(code: str) -> tuple[str, ...]:
    """The codes to look at where this one ended; empty when it has not."""
    known = entry(tidy(code))
    if known is None or known.periods[-1].end is None:
        return ()
    return known.periods[-1].replaced_by


def nearest(text: str) -> tuple[str, ...]:
    """The codes a mistyped one may stand for, the likeliest kind of slip first: 77147 gives 77417."""
    typed = tidy(text)
    if not 4 <= len(typed) <= 6:
        return ()
    slips = [(slip, code) for code in codes() if (slip := _slip(typed, code)) is not None]
    least = min((slip for slip, _ in slips), default=0)
    return tuple(code for slip, code in slips if slip == least)[:4]


def tidy(code: str) -> str:
    return code.strip().upper()


def _ended(known: CodeEntry, day: date) -> CodeRuling:
    last = [period for period in known.periods if period.end and period.end < day][-1]
    after = [period for period in known.periods if period.start > day]
    gone = Period((last.end or day) + ONE_DAY, after[0].start - ONE_DAY if after else FOREVER)
    instead = f"; for this date of service see {either(last.replaced_by)}" if last.replaced_by else ""
    note = f" ({last.replaced_note})" if last.replaced_note else ""
    why = f"{known.code} ended on {last.end}{instead}{note}."
    return CodeRuling(known.code, False, gone, last.replaced_by, why, (last.reference,))


def _before(code: str, first: CodePeriod, day: date) -> CodeRuling:
    earlier = Period(date.min, first.start - ONE_DAY)
    if first.start_is_evidence:
        why = (
            f"Our evidence on {code} begins on {first.start}; for {day} we hold nothing. Look in that date's CPT book."
        )
        return CodeRuling(code, None, earlier, (), why, (first.reference,))
    why = f"{code} began on {first.start} and cannot be billed for {day}. Use the code set of that date."
    return CodeRuling(code, False, earlier, (), why, (first.reference,))


def _unknown(code: str, day: date) -> CodeRuling:
    on_day = Period(day, day)
    if not SHAPE.fullmatch(code):
        close = nearest(code)
        hint = f"did you mean {either(close)}?" if close else "write five digits, or a letter and four digits."
        return CodeRuling(code, False, on_day, close, f"{code or 'nothing'}: codes have five characters; {hint}")
    if code in ENDED_WITH_2014:
        return _ended_with_2014(code, day)
    close = nearest(code)
    hint = f" Did you mean {either(close)}?" if close else ""
    if FIRST <= code <= LAST and code.isdigit() and day >= EVIDENCE_BEGINS:
        why = f"No fee schedule we hold from 2020 on lists {code} among the radiation oncology codes.{hint}"
        return CodeRuling(code, False, on_day, close, why, _fee_schedule(day))
    return CodeRuling(code, None, on_day, close, f"{code} is not in the rule book of radiation oncology codes.{hint}")


def _ended_with_2014(code: str, day: date) -> CodeRuling:
    if day < EVIDENCE_BEGINS:
        why = f"{code} was a code until the end of 2014; dates before {EVIDENCE_BEGINS} lie outside our evidence."
        return CodeRuling(code, None, Period(day, day), (), why)
    why = f"{code} ended with 2014 and is in no fee schedule from 2020 on. Ask for the code of the date of service."
    return CodeRuling(code, False, Period(EVIDENCE_BEGINS, FOREVER), (), why, _fee_schedule(day))


def _fee_schedule(day: date) -> tuple[Reference, ...]:
    """The file in force, cited through a code that stands in every one."""
    management = entry("77427")
    status = management.status_on(day, "mpfs") if management else None
    return (status.reference,) if status else ()


def _slip(typed: str, code: str) -> int | None:
    """How likely the slip is, 0 the likeliest; None when more than one slip lies between the two."""
    if typed.translate(MISREAD) == code or typed[:1] + typed[1:].translate(MISREAD) == code:
        return 0
    if len(typed) == len(code):
        differ = [at for at in range(len(code)) if typed[at] != code[at]]
        if len(differ) == 2 and differ[1] == differ[0] + 1 and typed[differ[0]] == code[differ[1]]:
            return 0 if typed[differ[1]] == code[differ[0]] else None
        return 2 if len(differ) == 1 else None
    shorter, longer = sorted((typed, code), key=len)
    if longer.startswith(shorter):
        return 1
    return 2 if any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer))) else None


def either(names: tuple[str, ...]) -> str:
    """ "77407 or 77412" """
    return " or ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
