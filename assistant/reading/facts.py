"""A question becomes facts: `read_facts(text, today)` is all that the chain needs to know of this room."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from assistant.checking.advice import Advice
from assistant.reading.codes import CodeMention
from assistant.reading.course import Fact, Problem, read_course
from assistant.reading.dates import OPEN_END, OPEN_START, DateMention
from assistant.reading.intent import Intent, read_intents
from assistant.reading.lexicon import Found
from assistant.reading.opinions import find_opinions
from assistant.reading.propositions import proposition
from assistant.reading.text import MOST_CHARACTERS, normalise
from assistant.reading.tokens import Tokens, read_tokens
from assistant.scenario import Period, Scenario

SHORT_COURSE = "77431"  # management of a whole course of one or two fractions
FIRST_DAY = date(2015, 1, 1)  # "before 2026" begins here: older dates of service are outside what this covers


@dataclass(frozen=True, slots=True)
class Reading:
    """What one text says and asks. Spans of `facts` and `problems` count in the original text."""

    text: str
    scenario: Scenario  # every fact of it has the origin "question"
    facts: tuple[Fact, ...]
    problems: tuple[Problem, ...]
    intents: tuple[Intent, ...]  # the main one first
    proposition: Advice | None  # yes/no questions: what a plain "yes" would advise
    opinions: tuple[str, ...]  # sources that are said to say something
    administrators: tuple[str, ...]  # evicore, evolent, carelon
    services: tuple[str, ...]  # services named by name, not by number
    alternatives: dict[str, tuple[Any, ...]]  # facts of which two were named: both are asked about
    adds_boost: int | None  # "plus a boost of 8" on top of what was said earlier
    tokens: Tokens

    @property
    def intent(self) -> Intent:
        return self.intents[0]


def read_facts(text: str, today: date) -> Reading:
    """Read one question. Pure, never raises, linear in the length; longer than 50,000 characters is cut."""
    tokens = read_tokens(normalise(text[:MOST_CHARACTERS]), today)
    course = read_course(tokens)
    facts, problems, alternatives = list(course.facts), list(course.problems), dict(course.alternatives)
    for name, found in (("payer", tokens.payers), ("setting", tokens.settings), ("biller", tokens.billers)):
        _one_of(name, found, facts, alternatives)
    _technique(tokens, facts)
    if not any(fact.name == "sessions" for fact in facts):
        _dates(tokens.dates, tokens, facts, problems, alternatives, today)
    problems += [
        _near_miss(one) for one in tokens.codes if one.standing in ("unknown", "suspicious", "ended")
    ]
    intents = read_intents(tokens)
    if intents[0] in ("supervision", "documentation"):  # "must the doc sign": nobody bills there
        facts = [fact for fact in facts if fact.name != "biller"]
    values = _values(facts)
    codes = codes_named(tokens, Scenario(**values), today)
    values |= {"codes": codes, "modifiers": tuple(dict.fromkeys(one.modifier for one in tokens.modifiers))}
    if intents[0] == "price" and (locality := _locality(tokens)):
        values["locality"] = locality
    said: Any = {name: "question" for name, value in values.items() if value not in (None, ())}
    return Reading(
        text=text,
        scenario=Scenario(**values, origins=said),
        facts=tuple(Fact(one.name, one.value, *tokens.text.span(one.start, one.end)) for one in facts),
        problems=tuple(_in_original(tokens, one) for one in problems),
        intents=intents,
        proposition=proposition(tokens, codes, intents),
        opinions=tuple(dict.fromkeys(one.value for one in find_opinions(tokens.text))),
        administrators=tuple(dict.fromkeys(one.value for one in tokens.administrators)),
        services=tuple(dict.fromkeys(one.name for one in tokens.services)),
        alternatives=alternatives,
        adds_boost=course.adds_boost,
        tokens=tokens,
    )


def _values(facts: Sequence[Fact]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for fact in facts:
        values[fact.name] = fact.value
    return values


def _one_of(
    name: str, found: Sequence[Found[str]], facts: list[Fact], alternatives: dict[str, tuple[Any, ...]]
) -> None:
    said = list(dict.fromkeys(one.value for one in found))
    if (
        name == "setting"
        and "hospital_outpatient" in said
        and "hospital_inpatient" in said
        and len(said) == 2
    ):
        said.remove("hospital_outpatient")  # "inpatient at the hospital"
    if name == "setting" and set(said) == {"freestanding", "office"}:
        said = ["freestanding"]  # "freestanding, POS 11"
    if name == "biller" and len(said) > 1:
        said = _explicit_biller(said)
    if len(said) == 1:
        one = next(one for one in found if one.value == said[0])
        facts.append(Fact(name, said[0], one.start, one.end))
    elif said:
        alternatives[name] = tuple(said)


def _explicit_biller(said: list[str]) -> list[str]:
    return ["global"] if "global" in said and len(said) == 3 else said


def _technique(tokens: Tokens, facts: list[Fact]) -> None:
    if tokens.technique:
        one = next((one for one in tokens.techniques if one.value == tokens.technique), tokens.techniques[0])
        facts.append(Fact("technique", tokens.technique, one.start, one.end))
    if len({one.value for one in tokens.motion_management}) == 1:
        motion = tokens.motion_management[0]
        facts.append(Fact("motion_management", motion.value, motion.start, motion.end))
    if tokens.sites:
        site = tokens.sites[0]
        facts.append(Fact("site", site.value, site.start, site.end))


def _dates(
    dates: Sequence[DateMention],
    tokens: Tokens,
    facts: list[Fact],
    problems: list[Problem],
    alternatives: dict[str, tuple[Any, ...]],
    today: date,
) -> None:
    for one in dates:
        if one.problem:
            written = tokens.text.plain[one.start : one.end]
            why = f"{one.problem[0].upper()}{one.problem[1:]}."
            problems.append(Problem("impossible_date", written, why, one.start, one.end))
    said = [one for one in dates if one.period]
    if not said:
        return
    period = _course_dates(said, today)
    if period and period.start > period.end:
        written = tokens.text.plain[said[0].start : said[-1].end]
        why = f"The course ends ({period.end}) before it begins ({period.start})."
        problems.append(Problem("impossible_date", written, why, said[0].start, said[-1].end))
    elif period:
        facts.append(Fact("dos", period, said[0].start, said[-1].end))
    else:
        alternatives["dos"] = tuple(_closed(one.period, today) for one in said if one.period)
    is_over = any(one.role == "finished" and one.period and one.period.start <= today for one in said)
    if is_over and not any(fact.name == "course_ended" for fact in facts):
        facts.append(Fact("course_ended", True, said[-1].start, said[-1].end))


def _course_dates(said: Sequence[DateMention], today: date) -> Period | None:
    """One period out of all dates named: start and end of a course, parts of it, or the only one. None: several."""
    started = next((one.period for one in said if one.role == "started"), None)
    finished = next((one.period for one in said if one.role == "finished"), None)
    if started and finished:
        return Period(started.start, finished.end)
    since = next((one.period for one in said if one.role == "since"), None)
    through = next((one.period for one in said if one.role in ("through", "before")), None)
    if since and through and since.start <= through.end:
        return Period(since.start, through.end)
    if started and through:
        return Period(started.start, through.end)
    periods = list(dict.fromkeys(_closed(one.period, today) for one in said if one.period))
    if len(periods) == 1:
        return periods[0]
    days = [one for one in periods if one.is_day]
    if len(days) == len(periods) and len(days) > 2:
        return Period(min(days).start, max(days).end)  # a list of dates of one course
    inner = [
        one for one in periods if all(other.start <= one.start and one.end <= other.end for other in periods)
    ]
    return inner[0] if inner else None


def _closed(period: Period, today: date) -> Period:
    """Open ends closed by what this covers: its first day, and today (or the start, when that is later)."""
    start = FIRST_DAY if period.start == OPEN_START else period.start
    end = max(today, start) if period.end == OPEN_END else period.end
    return Period(min(start, end), end)


def codes_named(tokens: Tokens, known: Scenario, today: date) -> tuple[str, ...]:
    """Codes by number and by name in reading order; a name beside its own code adds nothing.

    A name means the code of the date, the setting and the technique that are known, also from earlier turns.
    """
    written = [
        one
        for one in tokens.codes
        if one.standing in ("known", "ended", "other_field")
        or (one.standing == "unknown" and len(one.code) == 5)
    ]
    numbers = {one.code for one in written}
    found: list[tuple[int, tuple[str, ...]]] = [(one.start, (one.code,)) for one in written]
    for named in tokens.services:
        service = named.of(known.technique)
        if numbers & {candidate.code for candidate in service.candidates}:
            continue
        short = service.name == "weekly management" and known.fractions in (1, 2)
        codes = (SHORT_COURSE,) if short else service.codes(known.dos, known.setting, today)
        found.append((service.start, codes))
    found.sort(key=lambda one: one[0])
    return tuple(dict.fromkeys(code for _, codes in found for code in codes))


def _near_miss(one: CodeMention) -> Problem:
    if one.standing == "suspicious":
        return Problem(
            "suspicious_code",
            one.code,
            f'"{one.code}" is not written like a code. Which code is meant?',
            one.start,
            one.end,
        )
    if one.standing == "ended":
        return Problem(
            "unknown_code",
            one.code,
            f"{one.code} ended before 2015 and is not covered here. Which code is meant?",
            one.start,
            one.end,
        )
    return Problem(
        "unknown_code",
        one.code,
        f"{one.code} is not a code this knows. Which code is meant?",
        one.start,
        one.end,
    )


_CITY = re.compile(r"\b[Ii]n (?P<place>[A-Z][a-z]+(?: [A-Z][a-z]+)?(?:, [A-Z]{2})?)(?!\w)")


def _locality(tokens: Tokens) -> str | None:
    months = [range(one.start, one.end) for one in tokens.dates]
    for match in _CITY.finditer(tokens.text.plain):
        if not any(match.start("place") in month for month in months[:20]):
            return match["place"]
    return None


def _in_original(tokens: Tokens, one: Problem) -> Problem:
    start, end = tokens.text.span(one.start, one.end)
    return Problem(one.kind, one.said, one.why, start, end)
