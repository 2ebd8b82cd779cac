"""Dates of service in a text: single dates, ranges, and what is said about them ("before", "finished", "since")."""

from __future__ import annotations

import re
from datetime import date, timedelta

from assistant.reading.date_words import DateWords, date_words
from assistant.reading.fixed import fixed
from assistant.reading.text import Text
from assistant.scenario import Period

OPEN_START = date.min  # "before 2026" has no first day
OPEN_END = date.max


@fixed
class DateMention:
    """A date or period as written; `start` and `end` count in `Text.plain`, the word of the role included."""

    start: int
    end: int
    period: Period | None  # None: impossible, `problem` says why
    role: str = "on"  # on, before, since, through, finished, started
    precision: str = "day"  # day, month, quarter, year, week, range
    year_said: bool = True
    problem: str = ""


_JOINS = re.compile(r"^\s{0,2}(?:-|to|thru|through|until|till|into|and ending|\.\.)\s{0,2}$")
_AND = re.compile(r"^\s(?:and|&|/)\s$")
_FROM = re.compile(r"\b(?:from|between|dos|dates? of service)[\s:]{1,2}$")
_ROLE = re.compile(
    r"\b(?:(?P<since>on or after|on/after|since|from|starting|beginning|effective|as of|after|"
    r"post|later than)|"
    r"(?P<before>before|prior to|pre|earlier than|until|up to)|(?P<through>through|thru|till|by|"
    r"no later than|to)|"
    r"(?P<finished>finish(?:ed|es|ing)?|complet(?:ed|ing|es)|end(?:ed|ing|s)?|done|wrapped up|"
    r"concluded|last (?:fx|fraction|treatment))|"
    r"(?P<started>start(?:ed|s|ing)?(?: date)?|began|begun|first (?:fx|fraction|treatment)))"
    r"(?:\s(?:in|on|by|around|treatment|tx|course|rt|dos|date of service|the|at|was|of))?"
    r"(?:\s(?:in|on|by|around|the|end of))?[\s:-]{0,2}$"
)
_OF = re.compile(r"\b(?:claims?|charges?|bills?|courses?|sessions?|patients?|treatments?|visits?|dates?|denials?) $")
_AFTERWARDS = re.compile(
    r"(?:\s?\+|\s(?:and|or) (?P<later>later|after|beyond|onwards?|on)|\s?onwards?|\s(?:and|or) "
    r"(?P<earlier>earlier|before))(?!\w)"
)


def find_dates(text: Text, today: date) -> list[DateMention]:
    """Every date and period in reading order. Linear in the length of the text."""
    words = date_words(text.lower, today)
    mentions: list[DateMention] = []
    at = 0
    while at < len(words):
        following = words[at + 1] if at + 1 < len(words) else None
        if following and _joined(text.lower, words[at], following):
            mentions.append(_range(words[at], following))
            at += 2
            continue
        floor = mentions[-1].end if mentions else 0
        ceiling = following.start if following else len(text.lower)
        mentions.append(_single(text.lower, words[at], floor, ceiling))
        at += 1
    return mentions


def _joined(lower: str, first: DateWords, second: DateWords) -> bool:
    gap = lower[first.end : second.start]
    if len(gap) > 12:
        return False
    if _JOINS.match(gap):
        return True
    if not _AND.match(gap):
        return False
    between = lower[max(0, first.start - 9) : first.start].endswith("between ")
    if between or (first.precision == second.precision == "month" and not first.year_said):
        return True
    if first.period is None or second.period is None or first.precision == "day":
        return False
    return first.period.end + timedelta(days=1) == second.period.start  # "2024 and 2025"


def _range(first: DateWords, second: DateWords) -> DateMention:
    start, end = first.start, second.end
    problem = first.problem or second.problem
    if problem or not first.period or not second.period:
        return DateMention(start, end, None, "on", "range", True, problem)
    begins = first.period.start
    if not first.year_said:
        begins = _before(begins, second.period.end)
    period = Period(begins, second.period.end)
    if period.start > period.end:
        return DateMention(
            start,
            end,
            None,
            "on",
            "range",
            True,
            f"the period ends ({period.end}) before it begins ({period.start})",
        )
    return DateMention(start, end, period, "on", "range", first.year_said or second.year_said)


def _before(begins: date, ends: date) -> date:
    """ "December to January 2026" begins in 2025: the year of the end, or the one before it."""
    for year in (ends.year, ends.year - 1):
        try:
            candidate = begins.replace(year=year)
        except ValueError:  # February 29
            candidate = begins.replace(year=year, day=28)
        if candidate <= ends:
            return candidate
    return begins


def _single(lower: str, one: DateWords, floor: int, ceiling: int) -> DateMention:
    """A date with the words about it; `floor` and `ceiling` keep off the dates before and behind."""
    match = _ROLE.search(lower, max(floor, one.start - 40), one.start)
    role = next((name for name, said in match.groupdict().items() if said), "on") if match else "on"
    words = match.group() if match else ""
    if role == "through" and words.startswith("to"):
        role = "on"
    if role == "since" and words.startswith("from") and _from_is_in(lower, match.start() if match else 0, one):
        role = "on"
    start, end = (match.start() if match and role != "on" else one.start), one.end
    after = _AFTERWARDS.match(lower, one.end, min(one.end + 14, ceiling)) if role == "on" else None
    if after and (ceiling == len(lower) or ceiling - after.end() > 2):
        role, end = ("before_end" if after["earlier"] else "since"), after.end()
    period = _period(one.period, role, words, one.precision)
    return DateMention(
        start,
        end,
        period,
        "before" if role == "before_end" else role,
        one.precision,
        one.year_said,
        one.problem,
    )


def _from_is_in(lower: str, start: int, one: DateWords) -> bool:
    """ "claims from last year" are of last year; "from 2026" is from then on."""
    return lower[one.start : one.start + 4] in ("last", "this", "next") or bool(
        _OF.search(lower[max(0, start - 12) : start])
    )


def _period(said: Period | None, role: str, words: str, precision: str) -> Period | None:
    if said is None:
        return None
    if role == "before":
        includes_day = precision == "day" and words.startswith(("until", "up to"))
        whole = includes_day or words.rstrip(" -:").endswith("end of")  # "until the end of 2025" includes December
        last = said.end if whole else said.start - timedelta(days=1)
        return Period(OPEN_START, last)
    if role in ("through", "before_end"):
        return Period(OPEN_START, said.end)
    if role == "since":
        if words.startswith(("after", "post", "later")):
            return Period(said.end + timedelta(days=1), OPEN_END)
        if words.startswith("as of") and precision != "day":
            return said
        return Period(said.start, OPEN_END)
    return said
