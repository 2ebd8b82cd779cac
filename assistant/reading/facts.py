"""A question becomes facts: `read_facts(text, today)` is all that the chain needs to know of this room."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from assistant.checking.advice import Advice
from assistant.reading.asked_billers import asked_billers
from assistant.reading.counted_facts import counted_facts
from assistant.reading.course import read_course
from assistant.reading.course_dates import read_dates
from assistant.reading.courses_compared import courses_compared
from assistant.reading.days_apart import days_apart
from assistant.reading.extents import extents
from assistant.reading.facts_read import Fact, Problem
from assistant.reading.fraction_counts import fraction_counts
from assistant.reading.intent import read_intents
from assistant.reading.intent_words import Intent
from assistant.reading.lexicon import Found
from assistant.reading.machines import machine_of
from assistant.reading.named_codes import codes_named, near_miss
from assistant.reading.opinions import find_opinions
from assistant.reading.propositions import proposition
from assistant.reading.techniques import in_different_sessions, mixed_in_a_session, motion_told
from assistant.reading.text import MOST_CHARACTERS, normalise
from assistant.reading.tokens import Tokens, read_tokens
from assistant.scenario import Scenario


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
    for name, found in (("payer", tokens.payers), ("setting", tokens.settings), ("biller", asked_billers(tokens))):
        _one_of(name, found, facts, alternatives)
    _technique(tokens, facts)
    facts += counted_facts(tokens)
    facts += [apart] if (apart := days_apart(tokens)) else []
    if not any(fact.name == "sessions" for fact in facts):
        read_dates(tokens.dates, tokens, facts, problems, alternatives, today)
    if compared := courses_compared(tokens):
        alternatives = {name: said for name, said in alternatives.items() if name != "fractions"}
        alternatives["course"] = compared
    problems += [near_miss(one) for one in tokens.codes if one.standing in ("unknown", "suspicious", "ended")]
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
    if name == "setting" and "hospital_outpatient" in said and "hospital_inpatient" in said and len(said) == 2:
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


_IMAGED = re.compile(r"\b(?:cbct|cone beam|imag\w*|films?|fluoro\w*)\b")  # kilovolts of a picture
_STEREOTACTIC = re.compile(
    r"(?<!not )(?<!no )(?<!non-)(?<!non )\bstereotactic\b(?! (?:x-?rays?|imag|kv|guidance|pair|biops|locali))"
)
_COMPENSATED = re.compile(r"(?<!no )(?<!not )(?<!non-)(?<!without )(?<!or )\bcompensators?\b(?:[ -]based)?")
MOST_STEREOTACTIC = 5  # fractions
_ROBOT = re.compile(r"\bcyber ?knife\b")


def _technique(tokens: Tokens, facts: list[Fact]) -> None:
    if mixed := mixed_in_a_session(tokens.techniques, tokens.text):
        facts.append(Fact("technique", "mixed", mixed.start, mixed.end))
    elif tokens.technique == "mixed" and in_different_sessions(tokens.text):
        pass  # each session is of one kind, and which is asked about is open
    elif tokens.technique in ("sbrt", "srs") and (planned := _planned_otherwise(tokens)):
        facts.append(Fact("technique", planned.value, planned.start, planned.end))
    elif tokens.technique:
        one = next((one for one in tokens.techniques if one.value == tokens.technique), tokens.techniques[0])
        facts.append(Fact("technique", tokens.technique, one.start, one.end))
    elif boost := _BOOST_ALONE.match(tokens.text.lower):
        facts.append(Fact("technique", "electrons", *boost.span()))
    if motion := motion_told(tokens.motion_management, tokens.text):
        facts.append(Fact("motion_management", motion.value, motion.start, motion.end))
    if compensated := _COMPENSATED.search(tokens.text.lower):
        facts.append(Fact("compensators", True, *compensated.span()))
    if machine := machine_of(tokens.text):
        facts.append(Fact("machine", machine.value, machine.start, machine.end))
    tubes = [
        (told, start, end) for told, start, end in extents(tokens.text.lower) if told.single and told.measure == "kV"
    ]
    if len({told for told, _, _ in tubes}) == 1 and not _IMAGED.search(tokens.text.lower):
        facts.append(Fact("kilovolts", tubes[0][0].low, *tubes[0][1:]))
        if not tokens.techniques:
            facts.append(Fact("technique", "superficial", *tubes[0][1:]))
    elif not tokens.techniques and (named := _STEREOTACTIC.search(tokens.text.lower)):
        cranial = any(one.value == "brain" for one in tokens.sites)
        facts.append(Fact("technique", "srs" if cranial else "sbrt", *named.span()))
    elif not tokens.techniques and (robot := _ROBOT.search(tokens.text.lower)):
        cranial = any(one.value == "brain" for one in tokens.sites)
        facts.append(Fact("technique", "srs" if cranial else "sbrt", *robot.span()))
    if tokens.sites:
        site = tokens.sites[0]
        facts.append(Fact("site", site.value, site.start, site.end))


def _planned_otherwise(tokens: Tokens) -> Found[str] | None:
    """ "FSRT, 8 fractions, VMAT": a course too long to be stereotactic is of the technique told beside the name."""
    if not any(one.value > MOST_STEREOTACTIC for one in fraction_counts(tokens)):
        return None
    return next((one for one in tokens.techniques if one.value in ("imrt", "3d")), None)


# A question that opens with the electron boost and tells of no other part of the course asks about the boost.
_BOOST_ALONE = re.compile(
    r"\W*(?:for )?(?:an? |the )?electron boost\b(?!.*\b(?:after|following|plus|whole|tangents?|then|imrt|3-?d|photons?)\b)"
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
