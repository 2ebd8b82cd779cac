"""The facts of a course: fractions, how far it has come, whether it ended, schedule, break, isocenters."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from assistant.reading.fraction_counts import FractionCount, fraction_counts
from assistant.reading.tokens import Tokens
from assistant.scenario import Period, Sessions

MOST_FRACTIONS = 100  # hyperfractionated courses reach about 70; beyond 100 somebody mistyped


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact as read; spans count in `Text.plain`."""

    name: str
    value: Any
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Problem:
    """Something said that cannot be, or that needs asking back; `why` is a clear sentence."""

    kind: str  # impossible_count, impossible_date, contradiction, unknown_code, suspicious_code
    said: str
    why: str
    start: int
    end: int


@dataclass(slots=True)
class CourseReading:
    facts: list[Fact] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    alternatives: dict[str, tuple[Any, ...]] = field(default_factory=dict)
    adds_boost: int | None = None  # "plus a boost of 8" with no base in this text


_ENDED = re.compile(
    r"\b(?:all (?:done|finished|completed|complete|through)|(?:course|treatments?|tx|rt|radiation|"
    r"therapy|pt|patient|he|she|they|fx|fractions|all \d+|\d+) "
    r"(?:is |are |was |were |has |have |now |all |just |been ){0,3}(?:done|finished|completed?|"
    r"ended|over)|(?:done|finished|completed) "
    r"(?:with )?(?:the |her |his |their |all |course|treatments?|tx|rt|radiation|therapy|in |on |"
    r"last |yesterday|today|\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|of )|"
    r"(?:stopped|quit|discontinued|terminated|died|expired|withdrew)(?: (?:treatment|tx|rt|early|"
    r"permanently|the course))?(?: (?:after|at|with|on)\b)|"
    r"end of (?:treatment|course|rt)|course ended|wrapped up|ended (?:in|on|early)|whole course|"
    r"entire course|only (?:got|completed|received|had) (?:\d|one|two|three|four))"
)
_ENDED_CLAUSE = re.compile(
    r"(?:^|[,;.(])\s?(?:now )?(?:all )?(?:done|finished|completed?|ended)(?=\s?(?:[,;.?!)]|$))"
)
_GOING_ON = re.compile(
    r"\b(?:so far|to date|still (?:on|under|in|being|getting|going|has)|ongoing|on[- ]going|mid[- "
    r"]?course|mid[- ]?treatment|in progress|not (?:yet )?(?:done|finished|complete|completed|"
    r"over)|"
    r"isn't (?:done|finished|over)|hasn't finished|on treatment now|currently (?:on|in|under|"
    r"getting)|under treatment|(?:left|remaining|more) to go|not all done|thus far|unfinished|"
    r"half way|halfway)\b"
)
_RULED_OUT = re.compile(
    r"\b(?:must|should|need|has to|when|once|until|unless|before|after|if|be|gets?|how is|can)(?: "
    r"(?:be|the|a|is|it|course|treatment|is it)){0,2}\s?$"
)
_BID = re.compile(
    r"\b(?:bid|b\.i\.d|twice (?:daily|a day|per day|each day)|2x ?/? ?(?:daily|day|a day|per day)|"
    r"2 ?/ ?day|two (?:treatments|fractions|sessions|tx|fx)? ?(?:a|per|each|in one|in a) day|"
    r"2 (?:treatments|fractions|sessions|tx|fx|times) ?(?:a|per|each|/) ?day|hyperfractionat\w+|q ?6 ?h)\b"
)
_OTHER = re.compile(
    r"\b(?:qod|every other day|every second day|(?:twice|2x|three times|3x|two times) (?:a|per|/) "
    r"?week|twice weekly|3x ?/ ?w(?:ee)?k|2x ?/ ?w(?:ee)?k|once a week fractions|one fraction "
    r"(?:a|per) week)\b"
)
_QD = re.compile(
    r"\b(?:qd|q\.d\.|once daily|once a day|once per day|daily (?:fractions?|fx|treatments?|tx|rt|"
    r"radiation|x ?\d|for \d|schedule|fractionation)|(?:weeks?|wks?|fx|fractions?|treatments?|tx) "
    r"(?:given )?(?:daily|every day)|"
    r"(?:5|five) (?:days|times|x) (?:a|per) week|5x ?/ ?w(?:ee)?k|mon(?:day)?(?: ?- ?| to | "
    r"through )fri(?:day)?|m-f|one (?:fraction|treatment|fx) (?:a|per) day)\b"
)
_BREAK = re.compile(
    r"\b(?:(?:\d+|six|four|eight|five)[ -]?(?:hour|hr|h)s?\b[ -]?(?:break|gap|apart|interval|"
    r"between|in between|rest|or more (?:apart|between))|(?:with )?(?:a )?distinct break|distinct "
    r"sessions?|"
    r"separate sessions|hours apart|break between|with a break|(?:am|morning) and (?:pm|afternoon|"
    r"evening)|am/pm|break in between|gap between)\b"
)
_NO_BREAK = re.compile(
    r"\b(?:no (?:distinct )?(?:break|gap)|without (?:a )?(?:distinct )?(?:break|gap)|back[- ]to[- "
    r"]back|same session)\b"
)
_ONE_OR_MANY_ISOCENTERS = re.compile(
    r"\b(?:single|one|1)(?: isocent\w+)? (?:or|vs\.?|versus|and) (?:multiple|more|two|2|several|many|multi)\b"
)
_MANY_ISOCENTERS = re.compile(
    r"\b(?:multiple|several|many|more than one|more than 1|multi|dual|both|separate|different|"
    r">\s?1|2\+|two or more) ?-?(?:iso(?:cent(?:er|re)s?)?s?)\b"
)
_SINGLE_ISOCENTER = re.compile(r"\b(?:single|mono|same|one|1) ?-?(?:iso(?:cent(?:er|re|ric|red))?)\b")


def read_course(tokens: Tokens) -> CourseReading:
    """Everything a text says about the course it is about."""
    reading = CourseReading()
    counts = _possible(tokens, fraction_counts(tokens), reading)
    parts = _sessions(tokens, counts)
    if parts:
        span = tokens.dates[0].start, tokens.dates[-1].end
        reading.facts.append(Fact("sessions", parts, *span))
        reading.facts.append(Fact("fractions", sum(one.fractions for one in parts), *span))
        reading.facts.append(
            Fact("dos", Period(min(s.period.start for s in parts), max(s.period.end for s in parts)), *span)
        )
    else:
        _fractions(tokens, counts, reading)
    _state(tokens.text.lower, reading)
    _isocenters(tokens, reading)
    return reading


def _possible(tokens: Tokens, counts: list[FractionCount], reading: CourseReading) -> list[FractionCount]:
    possible = []
    for one in counts:
        wrong = next(
            (value for value in (one.value, one.of) if value is not None and not _is_possible(value)), None
        )
        if wrong is None and one.of is not None and one.value > one.of:
            wrong = one.value
        if wrong is None:
            possible.append(one)
            continue
        said = tokens.text.plain[one.start : one.end]
        reading.problems.append(
            Problem("impossible_count", said, _why_impossible(one, wrong), one.start, one.end)
        )
    return possible


def _is_possible(value: int | float) -> bool:
    return isinstance(value, int) and 1 <= value <= MOST_FRACTIONS


def _why_impossible(one: FractionCount, wrong: int | float) -> str:
    if isinstance(wrong, float):
        return f"{wrong} fractions cannot be: a fraction is given or not. Say a whole number."
    if one.of is not None and one.value > one.of:
        return f"{one.value} of {one.of} fractions cannot be: say how many were planned and how many given."
    if wrong > MOST_FRACTIONS:
        return f"{wrong} fractions in one course is more than any course has. Say the number again."
    return f"A course cannot have {wrong} fractions. Say how many were given."


def _sessions(tokens: Tokens, counts: list[FractionCount]) -> tuple[Sessions, ...]:
    """ "10 in December, 18 in January": a course told in parts by date."""
    lower, parts = tokens.text.lower, []
    by_end = {one.end: one for one in counts}
    numbers = {one.noun_end: one for one in tokens.numbers if one.noun in ("fraction", None) and one.is_count}
    for day in tokens.dates:
        if day.period is None or day.role != "on":
            continue
        head = re.search(
            r"\s?(?:were |given |delivered |done )?(?:in|on|during|by)?\s$",
            lower[max(0, day.start - 20) : day.start],
        )
        end = day.start - len(head.group()) if head else day.start
        count = by_end.get(end)
        value = count.value if count else numbers[end].value if end in numbers else None
        if isinstance(value, int) and _is_possible(value):
            parts.append(Sessions(value, Period(*day.period)))
    return tuple(parts) if len(parts) > 1 else ()


def _fractions(tokens: Tokens, counts: list[FractionCount], reading: CourseReading) -> None:
    said = [one for one in counts if one.part in ("total", "alternative")]
    delivered = [one for one in counts if one.part == "delivered"]
    planned = [one for one in counts if one.part == "planned"]
    for one in counts:
        if one.schedule:
            reading.facts.append(Fact("schedule", one.schedule, one.start, one.end))
    so_far = next((one for one in counts if one.part == "so_far"), None)
    if so_far is not None:
        _so_far(so_far, said or planned, reading)
        return
    base = delivered[-1:] or said or planned
    boosts = [one for one in counts if one.part == "boost"]
    if not base:
        _only_boost(tokens, boosts, reading)
        return
    if _stops(tokens, delivered):
        reading.facts.append(Fact("course_ended", True, delivered[-1].start, delivered[-1].end))
    values = list(
        dict.fromkeys(int(one.of if one.of and one.part == "so_far" else one.value) for one in base)
    )
    if len(values) > 1:
        _several(tokens, base, values, reading)
        return
    total = values[0] + sum(int(one.value) for one in boosts if one.adds)
    reading.facts.append(Fact("fractions", total, base[0].start, base[-1].end))


def _so_far(one: FractionCount, rest: list[FractionCount], reading: CourseReading) -> None:
    whole = one.of if one.of is not None else rest[0].value if rest else None
    if whole is not None:
        reading.facts.append(Fact("fractions", int(whole), one.start, one.end))
    if whole is not None and whole == one.value:
        reading.facts.append(Fact("course_ended", True, one.start, one.end))
    else:
        reading.facts.append(Fact("fractions_so_far", int(one.value), one.start, one.end))


def _stops(tokens: Tokens, delivered: list[FractionCount]) -> bool:
    if not delivered:
        return False
    before = tokens.text.lower[max(0, delivered[-1].start - 40) : delivered[-1].start]
    return bool(
        re.search(
            r"stop|quit|discontinu|terminat|dropped|died|expired|passed|d/c|withdrew|cut short|only|ended",
            before,
        )
    )


def _only_boost(tokens: Tokens, boosts: list[FractionCount], reading: CourseReading) -> None:
    if not boosts:
        return
    one = boosts[-1]
    before = tokens.text.lower[max(0, one.start - 30) : one.start]
    if re.search(r"\b(?:plus|and|with|then|add(?:ed|ing)?|also|followed by|\+)\b[\s\w]{0,16}$", before):
        reading.adds_boost = int(one.value)
    reading.facts.append(Fact("fractions", int(one.value), one.start, one.end))


_CORRECTS = re.compile(
    r"\b(?:no wait|wait|actually|i mean|sorry|correction|make that|scratch that|oops|rather|no)\b"
)


def _several(tokens: Tokens, base: list[FractionCount], values: list[int], reading: CourseReading) -> None:
    """Two totals: the second corrects the first, or both are asked about, or they contradict each other."""
    between = tokens.text.lower[base[0].end : base[-1].start + 1]
    if _CORRECTS.search(between):
        reading.facts.append(Fact("fractions", values[-1], base[-1].start, base[-1].end))
        return
    reading.alternatives["fractions"] = tuple(values)
    around = tokens.text.lower[base[0].start : base[-1].end + 20]
    if "total" in around or "altogether" in around or "whole course" in around:
        said = tokens.text.plain[base[0].start : base[-1].end]
        why = f"The question says {values[0]} fractions and then {values[-1]}. Say which is right."
        reading.problems.append(Problem("contradiction", said, why, base[0].start, base[-1].end))


def _state(lower: str, reading: CourseReading) -> None:
    names = {fact.name for fact in reading.facts}
    going_on = _GOING_ON.search(lower)
    ended = next(
        (
            m
            for m in _ENDED.finditer(lower)
            if m.group().startswith("all ") or not _RULED_OUT.search(lower, max(0, m.start() - 24), m.start())
        ),
        None,
    )
    ended = ended or _ENDED_CLAUSE.search(lower)
    if going_on:
        reading.facts.append(Fact("course_ended", False, *going_on.span()))
    elif ended and not names & {"course_ended", "fractions_so_far"}:
        reading.facts.append(Fact("course_ended", True, *ended.span()))
    for value, pattern in (("bid", _BID), ("other", _OTHER), ("qd", _QD)):
        match = pattern.search(lower)
        if match and not any(fact.name == "schedule" for fact in reading.facts):
            reading.facts.append(Fact("schedule", value, *match.span()))
    if match := _NO_BREAK.search(lower):
        reading.facts.append(Fact("distinct_break", False, *match.span()))
    elif match := _BREAK.search(lower):
        reading.facts.append(Fact("distinct_break", True, *match.span()))


def _isocenters(tokens: Tokens, reading: CourseReading) -> None:
    lower = tokens.text.lower
    if _ONE_OR_MANY_ISOCENTERS.search(lower):
        reading.alternatives["isocenters"] = (1, 2)
        return
    if match := _MANY_ISOCENTERS.search(lower):  # any number above one is the same to the rules
        reading.facts.append(Fact("isocenters", 2, *match.span()))
        return
    said = [one for one in tokens.numbers if one.noun == "isocenter"]
    if said and said[0].is_count and not (len(said) > 1 and said[1].link in ("or", "-")):
        reading.facts.append(Fact("isocenters", int(said[0].value), said[0].start, said[0].noun_end))
    elif match := _SINGLE_ISOCENTER.search(lower):
        reading.facts.append(Fact("isocenters", 1, *match.span()))
