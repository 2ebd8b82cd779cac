"""What holds between the lines of one claim: the limit of a date, and pairs of codes.

## What it does
Sums units of a code by date against NCCI's limit, and asks for each line whether another line of the same date,
setting and biller stands over it.

## Why it matters
Two lines that are each right can be wrong together.

## Example
77300 beside 77306 on one date: 77306 contains it, the line of 77300 fails.

## References
Those of the limits and pairs.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from assistant.rules import payers
from assistant.rules.claim_grounds import finding
from assistant.rules.claim_line import ClaimLine
from assistant.rules.codes import code_on
from assistant.rules.finding import Finding, PairRuling
from assistant.rules.limits import exceeds, limit, table_of
from assistant.rules.pairs import every_edit, pair_on
from assistant.rules.ties import NOT_TOGETHER
from assistant.scenario import Period, Scenario

OPENS_A_PAIR = frozenset({"24", "25", "57", "58", "59", "78", "79", "91", "XE", "XP", "XS", "XU", "LT", "RT"})
REPEATS = frozenset({"59", "76", "77", "91", "XE", "XP", "XS", "XU"})


def limit_finding(line: ClaimLine, same_date: int) -> Finding:
    """The line's units, and those of earlier lines of its code and date, against the limit."""
    if not payers.is_medicare(line.payer):
        return finding("pass", "", "")
    table = table_of(Scenario(setting=line.setting, biller=line.biller))
    held = limit(line.code, line.start, table)
    if held is None:
        return finding("pass", "", "")  # units of one date are judged by their own rule; a limit adds to it where held
    each_day = -(-line.units // line.days)
    units = each_day + (0 if held.adjudication == 1 else same_date)
    if units <= held.units:
        return finding("pass", "", "")
    found = exceeds(line.code, units, line.start, table)
    return found if found.verdict == "fail" else finding("pass", "", "")


def repeat_finding(line: ClaimLine, others: Sequence[ClaimLine]) -> Finding:
    """Whether the line repeats an earlier one: the same line twice, or the same service without a word on why."""
    for other in others:
        if other.number >= line.number:
            break
        same = (other.code, other.start, other.end, other.modifiers, other.units, other.biller)
        if same != (line.code, line.start, line.end, line.modifiers, line.units, line.biller):
            continue
        if line.line and line.line == other.line:
            why = f"It repeats line {other.number} of the file, claim line number and all: take one of the two out."
            return finding("fail", "units", why)
        if not REPEATS & set(line.modifiers) and line.schedule != "bid":
            why = (
                f"It says the same as line {other.number} of the file: mark it as a repeat or take one of the two out."
            )
            return finding("no_data", "units", why)
    return finding("pass", "", "")


def pair_finding(line: ClaimLine, others: Sequence[ClaimLine]) -> Finding:
    """Whether another line of the same date, setting and biller stands over this one."""
    doubt: Finding | None = None
    for other in others:
        if (
            other.code == line.code
            or other.start != line.start
            or (other.setting, other.biller) != (line.setting, line.biller)
        ):
            continue
        ruling = _pair(other.code, line.code, line.start, line.payer, line.setting, line.biller)
        found = _against(line, other, ruling)
        if found is None:
            continue
        if found.verdict == "fail":
            return found
        doubt = doubt or found
    return doubt or finding("pass", "", "")


def pays_over(line: ClaimLine, other: ClaimLine) -> bool:
    """Whether the line is the one of the two that is paid: by any table held, else the one that stands first."""
    edits = every_edit(line.code, other.code)
    return all(edit.column1 == line.code for edit in edits) if edits else line.number < other.number


def _against(line: ClaimLine, other: ClaimLine, ruling: PairRuling) -> Finding | None:
    if ruling.together == "yes" or (ruling.codes[1] != line.code and ruling.together != "no_data"):
        return None
    if ruling.together == "no" and NOT_TOGETHER in ruling.why and pays_over(line, other):
        return None  # of a tie without direction the line that is not paid fails, and not both
    if ruling.together == "no":
        return finding("fail", "pair", f"{ruling.why} The other line is {other.code}.", ruling.references)
    if ruling.together == "with modifier":
        if OPENS_A_PAIR & {*line.modifiers, *other.modifiers}:
            return None
        why = f"{ruling.why} Neither line carries such a modifier."
        return finding("fail", "pair", why, ruling.references)
    if not any(edit.column2 == line.code for edit in every_edit(other.code, line.code)):
        return None  # no table of any date knows an edit under which this line would fall
    return finding("no_data", "pair", ruling.why, ruling.references)


@lru_cache(maxsize=65536)
def _is_invalid(code: str, day: date) -> bool:
    """A line that is no code of its date stands over nothing."""
    return code_on(code, day).valid is False


@lru_cache(maxsize=65536)
def _pair(a: str, b: str, day: date, payer: str | None, setting: str | None, biller: str | None) -> PairRuling:
    return pair_on(a, b, day, Scenario(payer=payer, setting=setting, biller=biller, dos=Period(day, day)))
