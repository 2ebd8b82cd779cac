"""What a course is billed with, and two courses set against each other: each is a case with codes of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from assistant.conversation import Conversation
from assistant.decision import Asked
from assistant.drafting.statements import many
from assistant.reading.named_codes import codes_named
from assistant.rules.biller import HOSPITAL
from assistant.rules.level import delivery_level
from assistant.rules.technique import management
from assistant.scenario import Scenario
from corpus.rulebook import codes, entry

SPOKEN = {"imrt": "IMRT", "3d": "3-D", "2d": "2-D", "sbrt": "SBRT", "srs": "SRS", "proton": "protons"}
MANAGEMENT = {"weekly management", "short course management", "SBRT management", "SRS management"}


def course_codes(scenario: Scenario, today: date) -> tuple[str, ...]:
    """What a course of this technique is billed with: delivery, guidance if named, management, weekly physics."""
    day = scenario.last_day(today)
    delivery = delivery_level(scenario.on(day))
    managed = management(scenario.technique, scenario.fractions, day)
    named = tuple(code for code in scenario.codes if code not in managed)
    groups = ((delivery.code,) if delivery.code else delivery.candidates, named, managed, ("77336",))
    return tuple(dict.fromkeys(code for group in groups for code in group))


def compared_courses(conversation: Conversation) -> tuple[tuple[str, Scenario], ...]:
    """How the sentences of each course begin, and its scenario; empty where no two are compared."""
    return tuple(_each(conversation))


def _each(conversation: Conversation) -> Iterator[tuple[str, Scenario]]:
    scenario = conversation.scenario
    told = {**scenario.origins, "technique": "question", "fractions": "question"}
    for technique, fractions in conversation.alternatives.get("course", ()):
        says = f"for {SPOKEN.get(technique, technique)} in {many(fractions, 'fraction')}"
        if technique is None:
            says = "for a course that is not stereotactic"
        yield says, scenario.but(technique=technique, fractions=fractions, origins=told)


def asked_of(scenario: Scenario, asked: Asked, conversation: Conversation) -> Asked:
    """What is asked of one of the courses: its own codes, or its management where only that was named."""
    if "dos" in conversation.alternatives and asked.codes and set(asked.codes) == asked.by_name:
        return _of_its_date(scenario, asked, conversation)
    if "course" not in conversation.alternatives or conversation.reading is None or conversation.reading.tokens.codes:
        return asked
    there = scenario.but(codes=())
    codes = course_codes(there, conversation.today)
    if conversation.reading.services and set(conversation.reading.services) <= MANAGEMENT:
        codes = management(there.technique, there.fractions, there.last_day(conversation.today))
    return replace(asked, matters=frozenset({"units", "which_code"}), codes=codes, by_name=frozenset(codes))


def _of_its_date(scenario: Scenario, asked: Asked, conversation: Conversation) -> Asked:
    """Services by name on two dates: each date has its own code of the name, and in a hospital the physician's mark."""
    if conversation.named is None or scenario.dos is None:
        return asked
    marked = scenario.biller == "professional" and scenario.setting in HOSPITAL
    guided = all((known := entry(code)) and known.category == "image guidance" for code in asked.codes)
    # The physician's guidance is on the fee schedule's codes, also where the hospital has another for its own.
    place = scenario.but(setting="office") if marked and guided else scenario
    codes = codes_named(conversation.named.tokens, place, conversation.today)
    if guided and len(codes) > 1:
        return asked  # which of several names the kind of image, which nobody told
    matters = asked.matters | {"modifier"} if marked else asked.matters
    return replace(asked, codes=codes, by_name=frozenset(codes), matters=matters) if codes else asked


def codes_of_a_kind(scenario: Scenario, words: str, today: date) -> tuple[str, ...]:
    """Every code of the kinds that a technique or a word names, ended ones too; none where neither names any."""
    kinds = {known.category for code in codes() if (known := entry(code)) and known.category in words}
    if scenario.technique:
        candidates = delivery_level(scenario.on(scenario.last_day(today))).candidates
        kinds |= {known.category for code in candidates if (known := entry(code))}
    return tuple(code for code in codes() if (known := entry(code)) and known.category in kinds)
