"""A conversation keeps its facts straight: fragments carry over, patients come and go, corrections win.

`Conversation` never changes; `hear` gives the next one. Only what the user said is read: an answer of ours is
looked at for one thing, what it asked, so that "two" answers "How many isocenters?".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from assistant.checking.advice import Advice
from assistant.reading.carrying_over import (
    beside_a_reply,
    contradiction,
    drop,
    merged,
    older,
    reply,
    starts_another_course,
    without_course,
)
from assistant.reading.course_span import spanned
from assistant.reading.facts import Reading, read_facts
from assistant.reading.facts_read import Problem
from assistant.reading.follow_up_words import (
    ABOUT_THE_SAME,
    NEW,
    NUMBERED,
    OPEN_QUESTION,
    ORDINALS,
    OTHER,
)
from assistant.reading.intent import follow_up_intents
from assistant.reading.intent_words import Intent
from assistant.reading.named_codes import codes_named
from assistant.reading.propositions import proposed
from assistant.reading.values import read_values
from assistant.reading.visits import VisitReason, visit_reason
from assistant.scenario import Origin, Scenario

MOST_TURNS = 400  # older turns are not read again: a conversation has to stay fast
MOST_CHARACTERS_OF_AN_OLD_TURN = 4_000
MOST_PATIENTS = 50


@dataclass(frozen=True, slots=True)
class Overruled:
    """A default (a form, an earlier screen) that the question says otherwise."""

    fact: str
    given: Any
    said: Any


@dataclass(frozen=True, slots=True)
class Conversation:
    """What is understood after the turns so far; `scenario` is what the next answer is worked out for."""

    today: date
    defaults: Mapping[str, Any] = field(default_factory=dict)
    corrections: Mapping[str, Any] = field(default_factory=dict)
    patients: tuple[Scenario, ...] = (Scenario(),)  # what was said of each, without defaults and corrections
    at: int = 0
    intents: tuple[Intent, ...] = ("unclear",)
    topic: tuple[Intent, ...] = ("unclear",)  # the intents that a fragment takes over
    proposition: Advice | None = None
    reading: Reading | None = None  # of the last turn
    named: Reading | None = None  # the last turn that named codes or services
    problems: tuple[Problem, ...] = ()  # of the last turn, and facts that were not understood
    unread: tuple[Problem, ...] = ()  # facts and corrections that were not understood
    alternatives: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    visit_reason: VisitReason = ""  # what the last turn said a visit was for, where we had asked
    asked: str = ""  # the last answer of ours, for what it asked

    @classmethod
    def start(
        cls, today: date, facts: Mapping[str, Any] | None = None, corrections: Mapping[str, Any] | None = None
    ) -> Conversation:
        """A conversation in which nothing was said yet."""
        defaults = read_values(today, **dict(facts or {}))
        corrected = read_values(today, **dict(corrections or {}))
        unread = defaults.problems + corrected.problems
        return cls(today, defaults.known, corrected.known, problems=unread, unread=unread)

    @classmethod
    def from_history(
        cls,
        history: Sequence[Mapping[str, str]],
        facts: Mapping[str, Any] | None = None,
        corrections: Mapping[str, Any] | None = None,
        *,
        today: date,
    ) -> Conversation:
        """The conversation after these turns, `[{"role": "user" | "assistant", "content"}]`."""
        conversation = cls.start(today, facts, corrections)
        for turn in history[-MOST_TURNS:]:
            content = str(turn.get("content") or "")[:MOST_CHARACTERS_OF_AN_OLD_TURN]
            is_ours = turn.get("role") != "user"
            conversation = conversation.answered(content) if is_ours else conversation.hear(content)
        return conversation

    @property
    def scenario(self) -> Scenario:
        """The facts that hold now: defaults below what was said, corrections above, each with its origin."""
        said = self.patients[self.at]
        values: dict[str, Any] = dict(self.defaults)
        origins: dict[str, Origin] = dict.fromkeys(self.defaults, "facts")
        for name in said.origins:
            values[name] = getattr(said, name)
            origins[name] = said.origins[name]
        for name, value in self.corrections.items():
            values[name], origins[name] = value, "correction"
        scenario = Scenario(**values, origins=origins)
        if self.named is None:
            return scenario
        # Codes by name follow the date and the setting: "IGRT" in 2025 is another code than today.
        codes = codes_named(self.named.tokens, scenario, self.today)
        return scenario.but(codes=codes, origins={**origins, "codes": origins.get("codes", "earlier turn")})

    @property
    def overruled(self) -> tuple[Overruled, ...]:
        """Defaults that the user's words overrule, for the answer to say so."""
        said = self.patients[self.at]
        return tuple(
            Overruled(name, given, getattr(said, name))
            for name, given in self.defaults.items()
            if name in said.origins and getattr(said, name) != given and name not in self.corrections
        )

    def hear(self, question: str) -> Conversation:
        """The conversation after the user said this."""
        reading = read_facts(question, self.today)
        text = reading.tokens.text.lower
        patients, at = self._patient(text)
        intents = self._in_field(reading)
        reason = visit_reason(text, self.asked)
        if reason:
            intents = ("unclear",)  # a rash, a new pain: the answer to our question, whatever its field
        if intents[0] == "out_of_field" and at == self.at and len(patients) == len(self.patients):
            return self._left_aside(reading)
        before = without_course(patients[at]) if starts_another_course(reading, patients[at], text) else patients[at]
        replied = reply(reading, self.asked, text)
        said = spanned(merged(before, replied, reading), reading.tokens)
        contradicted = contradiction(before, said, text)
        problems = (*beside_a_reply(reading, replied), *((contradicted,) if contradicted else ()), *self.unread)
        names_codes = bool(reading.scenario.codes)
        asks_nothing_new = intents[0] in ("unclear", "out_of_field")
        carries = asks_nothing_new or (not names_codes and bool(ABOUT_THE_SAME.search(text)))
        intents = self.topic if carries else intents
        keeps_modifiers = carries or reading.scenario.modifiers or (not names_codes and "modifier" in intents)
        if not keeps_modifiers:
            said = drop(said, "modifiers")
        return replace(
            self,
            patients=(*patients[:at], said, *patients[at + 1 :]),
            at=at,
            intents=intents,
            topic=intents,
            proposition=self._proposition(reading, carries),
            reading=reading,
            named=reading if names_codes else self.named,
            problems=problems,
            alternatives=reading.alternatives,
            visit_reason=reason,
            asked="",
        )

    def _left_aside(self, reading: Reading) -> Conversation:
        """A question of another world changes no fact, and the next fragment goes on where we were."""
        return replace(
            self,
            intents=("out_of_field",),
            proposition=None,
            reading=reading,
            problems=self.unread,
            alternatives={},
            asked="",
        )

    def answered(self, answer: str) -> Conversation:
        """The conversation after our own answer: only what it asked matters."""
        return replace(self, asked=answer[-400:])

    def _proposition(self, reading: Reading, carries: bool) -> Advice | None:
        if reading.proposition is not None:
            if reading.proposition.codes or self.named is None:
                return reading.proposition
            return replace(reading.proposition, codes=self.named.scenario.codes, inherited=("codes: earlier turn",))
        if self.proposition is None:
            return None
        if reading.text.rstrip().endswith("?") and not OPEN_QUESTION.search(reading.text.lower()):
            named = reading.scenario.codes or self.proposition.codes
            again = proposed(reading.tokens, named, reading.intents)
            if again is not None and again.kind == self.proposition.kind:
                return again
        if not carries:
            return None
        if reading.scenario.codes:
            return replace(self.proposition, codes=reading.scenario.codes)
        return self.proposition

    def _in_field(self, reading: Reading) -> tuple[Intent, ...]:
        """ "How do I appeal" is of our field when we are talking about a code already."""
        if reading.intents[0] != "out_of_field" or self.named is None or reading.scenario.codes:
            return reading.intents
        return follow_up_intents(reading.tokens)

    def _patient(self, text: str) -> tuple[tuple[Scenario, ...], int]:
        """Which patient the turn is about; a new one keeps payer, setting and biller."""
        current = older(self.patients[self.at])
        patients = (*self.patients[: self.at], current, *self.patients[self.at + 1 :])
        numbered = NUMBERED.search(text)
        number = ORDINALS[next(one for one in numbered.groups() if one)] if numbered else None
        if number is not None and number < len(patients):
            return patients, number
        if OTHER.search(text) and len(patients) > 1:
            return patients, self.at - 1 if self.at else 1
        is_new = number is not None or bool(NEW.search(text))
        nothing_said_yet = self.named is None and not current.origins
        if not is_new or nothing_said_yet or len(patients) >= MOST_PATIENTS:
            return patients, self.at
        return (*patients, without_course(current)), len(patients)
