"""A conversation keeps its facts straight: fragments carry over, patients come and go, corrections win.

`Conversation` never changes; `hear` gives the next one. Only what the user said is read: an answer of ours is
looked at for one thing, what it asked, so that "two" answers "How many isocenters?".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from assistant.checking.advice import Advice
from assistant.reading.course import Problem
from assistant.reading.facts import Reading, codes_named, read_facts
from assistant.reading.intent import Intent, follow_up_intents
from assistant.reading.propositions import proposed
from assistant.reading.values import read_values
from assistant.scenario import Origin, Scenario

COURSE_FACTS = (
    "dos", "fractions", "fractions_so_far", "course_ended", "schedule", "distinct_break", "sessions", "technique",
    "isocenters", "motion_management", "site",
)  # fmt: skip
KEPT_FACTS = ("payer", "setting", "biller", "locality")
MOST_TURNS = 400  # older turns are not read again: a conversation has to stay fast
MOST_CHARACTERS_OF_AN_OLD_TURN = 4_000
MOST_PATIENTS = 50

_NEW = re.compile(
    r"\b(?:(?:new|another|next|different) (?:patient|pt|case|course|person|one)|(?:patient|pt|"
    r"case|course) (?:two|three|four|2|3|4)\b|start over|new question)"
)
_ORDINALS = {
    "first": 0,
    "1st": 0,
    "original": 0,
    "second": 1,
    "2nd": 1,
    "third": 2,
    "3rd": 2,
    "fourth": 3,
    "4th": 3,
    "fifth": 4,
    "one": 0,
    "two": 1,
    "three": 2,
    "four": 3,
    "1": 0,
    "2": 1,
    "3": 2,
    "4": 3,
}
_NUMBERED = re.compile(
    r"\b(?:the (?P<a>first|1st|original|second|2nd|third|3rd|fourth|4th|fifth) (?:patient|pt|case|"
    r"course|one|person)|(?:patient|pt|case) (?:#\s?)?(?P<b>one|two|three|four|[1-4])\b|"
    r"back to (?:the )?(?P<c>first|1st|original|second|2nd|third|3rd|fourth)\b|(?P<d>first|second|"
    r"third) (?:patient|pt|case|course)\b)"
)
_OTHER = re.compile(
    r"\b(?:the other (?:patient|pt|case|one|course)|the previous (?:patient|pt|case|course)|the "
    r"last patient|back to the (?:other|previous|earlier)(?: one)?)\b"
)
_FRAGMENT = re.compile(
    r"^\W*(?:and|or|but|what about|how about|what if|if|same|the same|for|ok(?:ay)?[, ]+(?:and|"
    r"what|now)|then|so what|now|also|with|make (?:it|that)|in|at|let's say|say|suppose|change|"
    r"switch|instead|again)\b|\b(?:same|instead|what if)\b"
)
_CORRECTS = re.compile(
    r"\b(?:actually|i meant?|sorry|correction|make (?:it|that)|wait|oops|not \d+|my mistake|typo|"
    r"scratch that|should be|change (?:it|that) to)\b|^\W*no\b"
)
_SAYS_TOTAL = re.compile(r"\b(?:total|in all|altogether|in total|whole course|all together)\b")
_ABOUT_THE_SAME = re.compile(
    r"\b(?:does|would|is|will|do|did|was|has) (?:that|it|this|the answer|the same|they|"
    r"these)\b.{0,20}\b(?:change|different|same|apply|true|hold|differ|matter|go|still|ok|"
    r"allowed)\w*"
)


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
    asked: str = ""  # the last answer of ours, for what it asked

    @classmethod
    def start(
        cls, today: date, facts: Mapping[str, Any] | None = None, corrections: Mapping[str, Any] | None = None
    ) -> Conversation:
        """A conversation in which nothing was said yet."""
        defaults, corrected = (
            read_values(today, **dict(facts or {})),
            read_values(today, **dict(corrections or {})),
        )
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
            if turn.get("role") == "user":
                conversation = conversation.hear(content)
            else:
                conversation = conversation.answered(content)
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
        return scenario.but(
            codes=self._codes(scenario), origins={**origins, "codes": origins.get("codes", "earlier turn")}
        )

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
        if intents[0] == "out_of_field" and at == self.at and len(patients) == len(self.patients):
            return replace(
                self,
                intents=intents,
                proposition=None,
                reading=reading,
                problems=self.unread,
                alternatives={},
                asked="",
            )
        before = patients[at]
        if self._is_another_course(reading, before, text):
            before = _without_course(before)
        problems = list(reading.problems)
        said = _merged(before, _reply(reading, self.asked, text), reading)
        if contradiction := _contradiction(before, said, text):
            problems.append(contradiction)
        names_codes = bool(reading.scenario.codes)
        carries = intents[0] in ("unclear", "out_of_field") or (
            not names_codes and bool(_ABOUT_THE_SAME.search(text))
        )
        intents = self.topic if carries else intents
        named = reading if names_codes else self.named
        if not reading.scenario.modifiers and not carries and not (not names_codes and "modifier" in intents):
            said = _drop(said, "modifiers")
        return replace(
            self,
            patients=(*patients[:at], said, *patients[at + 1 :]),
            at=at,
            intents=intents,
            topic=intents,
            proposition=self._proposition(reading, carries),
            reading=reading,
            named=named,
            problems=(*problems, *self.unread),
            alternatives=reading.alternatives,
            asked="",
        )

    def answered(self, answer: str) -> Conversation:
        """The conversation after our own answer: only what it asked matters."""
        return replace(self, asked=answer[-400:])

    def _codes(self, scenario: Scenario) -> tuple[str, ...]:
        """Codes by name follow the date and the setting: "IGRT" in 2025 is another code than today."""
        assert self.named is not None
        return codes_named(self.named.tokens, scenario, self.today)

    def _proposition(self, reading: Reading, carries: bool) -> Advice | None:
        if reading.proposition is not None:
            if reading.proposition.codes or self.named is None:
                return reading.proposition
            return replace(
                reading.proposition, codes=self.named.scenario.codes, inherited=("codes: earlier turn",)
            )
        if self.proposition is None:
            return None
        if reading.text.rstrip().endswith("?") and not _OPEN_QUESTION.search(reading.text.lower()):
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
        current = _older(self.patients[self.at])
        patients = (*self.patients[: self.at], current, *self.patients[self.at + 1 :])
        numbered = _NUMBERED.search(text)
        number = _ORDINALS[next(one for one in numbered.groups() if one)] if numbered else None
        if number is not None and number < len(patients):
            return patients, number
        if _OTHER.search(text) and len(patients) > 1:
            return patients, self.at - 1 if self.at else 1
        if (
            (number is None and not _NEW.search(text))
            or (self.named is None and not self.patients[self.at].origins)
            or len(patients) >= MOST_PATIENTS
        ):
            return patients, self.at
        return (*patients, _without_course(current)), len(patients)

    def _is_another_course(self, reading: Reading, before: Scenario, text: str) -> bool:
        """A question that stands alone and names another course does not inherit the last one's dates and fractions."""
        now = reading.scenario
        if (
            now.fractions is None
            or before.fractions is None
            or not now.codes
            or _FRAGMENT.search(text)
            or _CORRECTS.search(text)
        ):
            return False
        differs = any(
            getattr(now, name) and getattr(before, name) and getattr(now, name) != getattr(before, name)
            for name in ("technique", "site")
        )
        return differs or (
            now.fractions != before.fractions and not _SAYS_TOTAL.search(text) and reading.adds_boost is None
        )


def _older(scenario: Scenario) -> Scenario:
    return scenario.but(origins=dict.fromkeys(scenario.origins, "earlier turn"))


def _without_course(scenario: Scenario) -> Scenario:
    kept = {name: getattr(scenario, name) for name in (*KEPT_FACTS, "modifiers") if name in scenario.origins}
    return Scenario(**kept, origins=dict.fromkeys(kept, "earlier turn"))


def _drop(scenario: Scenario, *names: str) -> Scenario:
    blank = Scenario()
    origins = {name: origin for name, origin in scenario.origins.items() if name not in names}
    return scenario.but(**{name: getattr(blank, name) for name in names}, origins=origins)


def _merged(before: Scenario, now: Scenario, reading: Reading) -> Scenario:
    changes = {name: getattr(now, name) for name in now.origins}
    if reading.adds_boost is not None and before.fractions is not None and "fractions" in changes:
        changes["fractions"] = before.fractions + reading.adds_boost
    merged = before.but(**changes, origins={**before.origins, **dict.fromkeys(changes, "question")})
    if "fractions" in changes and changes["fractions"] != before.fractions:
        merged = _drop(merged, *(name for name in ("fractions_so_far", "sessions") if name not in changes))
    if "fractions_so_far" in changes and "course_ended" not in changes:
        merged = _drop(merged, "course_ended")
    if changes.get("course_ended") and "fractions_so_far" not in changes:
        merged = _drop(merged, "fractions_so_far")
    return merged


def _contradiction(before: Scenario, after: Scenario, text: str) -> Problem | None:
    """ "30 fractions" and later "28 total" cannot both be; "and for 23?" and "sorry, 28" are no contradiction."""
    if (
        before.fractions is None
        or after.fractions == before.fractions
        or after.fractions is None
        or "boost" in text
    ):
        return None
    is_fragment = "?" in text or _FRAGMENT.search(text) or len(text.split()) < 4
    is_statement = bool(_SAYS_TOTAL.search(text)) or not is_fragment
    if not is_statement or _CORRECTS.search(text):
        return None
    why = (
        f"Earlier it was {before.fractions} fractions, now {after.fractions}. The answer takes "
        f"{after.fractions}; say if that is wrong."
    )
    return Problem("contradiction", text[:60].strip(), why, 0, 0)


_OPEN_QUESTION = re.compile(r"\b(?:how|what|which|who|when|why|where)\b")
_BARE_NUMBER = re.compile(r"^\W*(?P<n>\d{1,3}|one|two|three|four|five)\W*$")
_YES_NO = re.compile(r"^\W*(?P<yes>yes|yep|yeah|y|correct|right)?(?P<no>no|nope|n)?\W*$")
_SMALL = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}


def _reply(reading: Reading, asked: str, text: str) -> Scenario:
    """A bare "two" or "yes" answers what we asked last."""
    now, asked = reading.scenario, asked.lower()
    number, yes_no = _BARE_NUMBER.match(text), _YES_NO.match(text)
    if number and "isocent" in asked and "fraction" not in asked[-120:]:
        value = int(number["n"]) if number["n"].isdigit() else _SMALL[number["n"]]
        return _with(_drop(now, "fractions"), isocenters=value)
    if number and now.fractions is None and not number["n"].isdigit() and "fraction" in asked:
        return _with(now, fractions=_SMALL[number["n"]])
    if yes_no and (yes_no["yes"] or yes_no["no"]):
        if "motion" in asked:
            return _with(now, motion_management=bool(yes_no["yes"]))
        if re.search(r"finish|ended|completed|all given|whole course", asked):
            return _with(now, course_ended=bool(yes_no["yes"]))
    return now


def _with(scenario: Scenario, **facts: Any) -> Scenario:
    return scenario.but(**facts, origins={**scenario.origins, **dict.fromkeys(facts, "question")})
