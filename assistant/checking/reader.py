"""Prose to advice, sentence by sentence, with a verdict on each: read, harmless of a named kind, or unreadable.

Default deny. A sentence is read only when every word of it that could matter is claimed by a piece of advice or
has a known role; otherwise it says which words nobody claimed.
"""

# ruff: noqa: E501 - patterns and lists of phrases: one thought, one line
from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

from assistant.checking.advice import Advice
from assistant.checking.answered import answered
from assistant.checking.answered_for import answered_for
from assistant.checking.answering_sums import answering_sum, divides_another_course
from assistant.checking.answers import answer_of
from assistant.checking.bare_codes import code_answer, defined, is_an_answer
from assistant.checking.clashes import clash
from assistant.checking.clauses.clause_reading import Background, Frame
from assistant.checking.clauses.contrasts import frames_of
from assistant.checking.clauses.definitions import names_only
from assistant.checking.clauses.given import reasons_of
from assistant.checking.clauses.heads import code_and_reason, part_as_subject
from assistant.checking.clauses.scope import told
from assistant.checking.composing.rows import composed
from assistant.checking.coverage.weighing import tells_another_course
from assistant.checking.criteria_listed import criteria_listed
from assistant.checking.discourse import Discourse, Reading
from assistant.checking.harmless.attribution import attributed
from assistant.checking.harmless.harmless import harmless_kind, plainly_harmless
from assistant.checking.harmless.record_duties import against_the_record
from assistant.checking.inside_another import beside_what_holds_it
from assistant.checking.levels_told import answered_by_level, disagrees
from assistant.checking.marking.marks import Mark, codes_in
from assistant.checking.narrowed import narrowed_no
from assistant.checking.partial_answers import NEITHER, for_some, neither
from assistant.checking.pointing import pointing_back
from assistant.checking.questions import Asked
from assistant.checking.saying.extents import with_the_extent_asked
from assistant.checking.sentences import Sentence
from assistant.checking.worded import worded
from assistant.reading.patterns import Seldom
from assistant.reading.text import normalise

BEGUN = Seldom(
    r"\b(?:course|treatment|plans?|patients?|simulation|authorization|order)s?\b[^,.;]{0,30}\b(?:began|begun|begins?|started|starts?|planned|approved|authorized|signed|simulated|scheduled|took place|dates)\b[^,.;]{0,25}\b20\d\d",
    "20",
)
NARROWS = re.compile(r"^\W*(?:not|only|just|except) (?:for|in|with|on) ")
FILING = re.compile(
    r"\b(?:claims?|bills?|it|they)\b(?: \w+){0,4} (?:submitted|filed|sent|received|processed|transmitted|goes out|go out|went out)\b(?: \w+){0,2}$"
)
# A condition or a means alone answers a question that is not read: "Only if the hospital bills it", "By signing the films".
ALONE = re.compile(
    r"^(?!.*\b(?:let me|check|contact|reach out|feel free|please|share|send)\b)\W*(?:only (?:if|when|where|by|for)|if|when|unless|provided|as long as|by \w+ing)\b[^,:;]*$"
)
LONGEST = 900  # characters; a longer "sentence" is a text without full stops, and nobody reads it safely


def read(sentence: Sentence, discourse: Discourse, today: date) -> Reading:
    """Read one sentence against what came before, and remember what the next may point to."""
    reading = _placed(_read(sentence, discourse, today), discourse.asked)
    if reading.advice and discourse.reasons:
        reading = replace(reading, reasons=discourse.reasons)
    if reading.codes:
        discourse.codes = discourse.topic or reading.codes
    if reading.advice:
        discourse.last = reading.advice
    return reading


def _read(sentence: Sentence, discourse: Discourse, today: date) -> Reading:
    discourse.topic, discourse.reasons = (), ()
    if len(sentence.text) > LONGEST:
        return Reading(sentence, "unreadable", "longer than a sentence can be read safely")
    words = worded(sentence, discourse, today)
    text = normalise(words)
    lower = text.lower
    opens = None if sentence.cells else NEITHER.match(lower)
    if opens is not None and len(discourse.asked.named) == 2:
        return neither(sentence, words[text.span(opens.end(), opens.end())[0] :], discourse, today, _read)
    some = None if sentence.cells else answered_for(words, discourse.asked)
    if some is not None:
        return for_some(sentence, words, some, discourse, today, _read)
    if listed := criteria_listed(lower, discourse.asked.told):
        return Reading(sentence, "advice", "", listed, codes=listed[0].codes)
    answer = None if sentence.cells else answer_of(lower)
    contrary = against_the_record(lower)
    if not sentence.cells and (answer is None or not discourse.asked.yes_no):
        plain_row = composed(words, today) if text.plain.strip() else ()
        away = contrary or divides_another_course(lower, discourse.fractions)
        kind = "" if away else plainly_harmless(lower, plain_row, sentence.shape, opens_list=sentence.opens_list)
        if kind:
            if kind == "question told":
                _remember_facts(list(plain_row), discourse, today)
            return Reading(sentence, "harmless", kind, codes=codes_in(plain_row))
    if answer is not None:
        words = words[text.span(answer.end, answer.end)[0] :].lstrip(" ,.;:—–-*_")
        text = normalise(words)
        lower = text.lower
        contrary = against_the_record(lower)
    row = list(composed(words, today)) if text.plain.strip() else []
    fractions = discourse.fractions or discourse.condition.get("fractions")
    lead_codes, lead_condition = _lead(sentence.lead, today)
    background = _background(discourse, lead_codes, lead_condition, today)
    background.fractions, background.technique = fractions, discourse.technique
    background.wanted, background.asked_codes = discourse.asked.wanted, discourse.asked.codes
    background.told, background.spoken_of = discourse.asked.told, discourse.codes
    background.proposed, background.before = discourse.asked.proposed, background.codes
    denied = narrowed_no(words, discourse.asked.proposed, today) if discourse.asked.yes_no and answer is None else ()
    if denied:
        alone = len(discourse.asked.proposed) == 1
        apart, together = (denied, ()) if alone else ((), denied)
        return Reading(sentence, "advice", "", apart, together, codes=discourse.asked.codes)
    row = part_as_subject(row)
    reasoned = code_and_reason(row) if answer is None and discourse.asked.kind in ("code", "choice") else None
    given = code_answer(sentence, (reasoned[0],), discourse.asked) if reasoned else None
    if reasoned and given and given.verdict == "advice":
        background.codes, background.codes_from = (reasoned[0],), "clause before"
        frames, pieces = frames_of(reasoned[1], background)
        frames.insert(0, Frame(list(given.advice), [], (reasoned[0],), background.condition, (reasoned[0],)))
    else:
        frames, pieces = frames_of(row, background)
    named = tuple(dict.fromkeys(code for frame in frames for code in frame.codes))
    discourse.topic = next((frame.subject for frame in reversed(frames) if frame.subject and frame.codes), ())
    discourse.reasons = tuple(reasons_of(frames, lower))
    advice = beside_what_holds_it([one for frame in frames for one in frame.advice], row, discourse.asked.codes)
    unclaimed = [word for frame in frames for word in frame.unclaimed]
    unknown = [mark.said or str(mark.value) for mark in row if mark.kind == "UNKNOWN"]
    if answer is None and attributed(words, named):
        return Reading(sentence, "harmless", "attributed", codes=named)
    if answer is None and not (_has_objects(advice) or ALONE.match(lower) or contrary):
        kind = harmless_kind(lower, row, sentence.shape, sentence.opens_list)
        if kind == "facts restated" and not set(named) <= set(discourse.asked.codes):
            kind = ""  # a code that nobody asked about is no fact of the case
        if kind == "facts restated" and tells_another_course(row, discourse.fractions):
            kind = ""
        kind = "" if kind == "heading" and is_an_answer(row, named, discourse) else kind
        if kind:
            _remember_facts(row, discourse, today)
            return Reading(sentence, "harmless", kind, codes=named)
        if row and pieces and not advice and not unknown and all(names_only(piece) for piece in pieces):
            return defined(sentence, row, named, discourse, today)
    if disagrees(lower):
        return Reading(sentence, "unreadable", "a level and the code of another", codes=named)
    if discourse.asked.question:
        advice += answered_by_level(lower, advice)
    if contrary:
        return Reading(sentence, "unreadable", "the opposite of a duty of the record", codes=named)
    if any(mark.kind == "PUNCT" and mark.value == "?" for mark in row):
        return Reading(sentence, "unreadable", "a question that advises", codes=named)
    if answer is not None:
        return answered(sentence, answer, advice, unclaimed + unknown, named, discourse, row)
    if not any(mark.kind in ("CODE", "MOD", "NUM", "UNITS") for mark in row) and ALONE.match(lower):
        return Reading(sentence, "unreadable", "a condition alone", tuple(advice), codes=named)
    if NARROWS.match(lower) and _of_a_part(advice, row):
        return Reading(sentence, "unreadable", "narrows what was asked", tuple(advice), codes=named)
    if named and (
        _filed_on(row)
        or (
            len(named) == 1
            and BEGUN.search(lower)
            and not any(mark.kind in ("NEG", "REGARDLESS", "RATHER") for mark in row)
        )
    ):
        return Reading(sentence, "unreadable", "a date that is no date of service", tuple(advice), codes=named)
    if unknown:
        return Reading(sentence, "unreadable", f"unknown words: {', '.join(unknown[:4])}", tuple(advice), codes=named)
    if unclaimed:
        return Reading(sentence, "unreadable", f"unclaimed: {', '.join(unclaimed[:4])}", tuple(advice), codes=named)
    clashing = clash(advice)
    if clashing:
        return Reading(sentence, "unreadable", clashing, tuple(advice), codes=named)
    if not advice:
        if any(mark.kind in ("SETCOUNT", "ARITH", "SUM", "LEFT") for mark in row) and not named:
            told_as_units = answering_sum(sentence, lower, discourse)
            return told_as_units or Reading(
                sentence, "harmless", "arithmetic"
            )  # every number of it was found right, or is unclaimed
        return Reading(sentence, "unreadable", "of no kind we know", codes=named)
    return pointing_back(sentence, advice, named, discourse, row)


def _of_a_part(advice: list[Advice], row: list[Mark]) -> bool:
    """ "Not for the professional component", as an answer to another question: it keeps half of what was denied."""
    parts = [one for one in advice if one.kind == "component" and one.value in ("professional", "technical")]
    return len(parts) == len(advice) > 0 and not any(mark.kind in ("CODE", "MOD") for mark in row)


def _filed_on(row: list[Mark]) -> bool:
    """ "as the claim is submitted in 2026": said as if it mattered."""
    dates = [at for at, mark in enumerate(row) if mark.kind == "DATE"]
    if not dates or any(mark.kind in ("NEG", "REGARDLESS", "RATHER") for mark in row):
        return False
    return any(FILING.search(" ".join(mark.said for mark in row[max(0, at - 6) : at])) for at in dates)


def _placed(reading: Reading, asked: Asked) -> Reading:
    """Advice with the place of its sentence in the whole text, and with the energy that its codes must serve."""
    if not reading.advice:
        return reading
    span = (reading.sentence.start, reading.sentence.end)
    advice = with_the_extent_asked(_needed(reading.advice, asked), asked.extents)
    return replace(reading, advice=tuple(replace(one, span=span) for one in advice))


def _needed(advice: tuple[Advice, ...], asked: Asked) -> tuple[Advice, ...]:
    """ "TC." where the question was whether it is needed: not that it may stand."""
    if asked.kind != "modifier" and not any(one.kind == "modifier" and one.required for one in asked.proposed):
        return advice
    return tuple(
        replace(one, required=True)
        if one.kind == "modifier" and one.polarity and one.inherited == ("code: question",)
        else one
        for one in advice
    )


def _remember_facts(row: list[Mark], discourse: Discourse, today: date) -> None:
    """A sentence that only tells the case ("28 fractions, finished May 2025, freestanding") sets it for what follows."""
    facts = told(row, {}, today)
    if len(facts.conditions) != 1 or not facts.conditions[0]:
        return
    said = facts.conditions[0]
    discourse.condition = said if "fractions" in said else discourse.condition | said


def _background(discourse: Discourse, codes: tuple[str, ...], condition: dict[str, Any], today: date) -> Background:
    if codes:
        return Background(codes, "heading", condition, discourse.asked.kind, today, discourse.last)
    if discourse.codes:
        return Background(discourse.codes, "sentence before", condition, discourse.asked.kind, today, discourse.last)
    return Background(discourse.asked.codes, "question", condition, discourse.asked.kind, today, discourse.last)


def _has_objects(advice: list[Advice]) -> bool:
    return any(
        one.kind != "component" or one.value != "billable" or (one.codes and not one.inherited) for one in advice
    )


@lru_cache(maxsize=256)
def _lead_cached(lead: tuple[str, ...], today: date) -> tuple[tuple[str, ...], tuple[tuple[str, Any], ...]]:
    codes: tuple[str, ...] = ()
    condition: dict[str, Any] = {}
    for line in lead:
        row = composed(line, today)
        named = codes_in(row)
        codes = named or codes
        facts = told(row, condition, today)
        if len(facts.conditions) == 1:
            condition = facts.conditions[0]
    return codes if len(codes) == 1 else (), tuple(condition.items())


def _lead(lead: tuple[str, ...], today: date) -> tuple[tuple[str, ...], dict[str, Any]]:
    """The code and the facts that a heading or the line before a list gives to what stands under it."""
    codes, condition = _lead_cached(lead, today)
    return codes, dict(condition)
