"""What one sentence was read as, and what the sentences before it have set."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from assistant.checking.advice import Advice
from assistant.checking.clauses.given import Reason
from assistant.checking.questions import Asked
from assistant.checking.sentences import Sentence
from assistant.reading.fixed import fixed

Verdict = Literal["advice", "harmless", "unreadable"]


@fixed
class Reading:
    """What one sentence advises."""

    sentence: Sentence
    verdict: Verdict
    kind: str  # the harmless kind, or what stayed unclaimed
    advice: tuple[Advice, ...] = ()
    denied: tuple[Advice, ...] = ()  # "No." to a question that proposed these together
    codes: tuple[str, ...] = ()  # named here: what a following "it" points to
    antecedent: bool = False  # rests on an earlier sentence being on the screen
    reasons: tuple[Reason, ...] = ()  # what the sentence gives as the reason of its advice
    ambiguous: bool = False  # "it" could mean any of several codes: shown only where all of them agree


@dataclass(slots=True)
class Discourse:
    """What the sentences before have set: codes to point back to, and the last advice given."""

    asked: Asked = field(default_factory=Asked)
    codes: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()  # of the codes a sentence names, those that the next one speaks of
    last: tuple[Advice, ...] = ()
    reasons: tuple[Reason, ...] = ()  # of the sentence that is being read
    condition: dict[str, Any] = field(default_factory=dict)  # facts that the text tells of its case
    fractions: int | None = None  # of the scenario
    technique: str | None = None  # of the scenario
    setting: str | None = None  # of the scenario
