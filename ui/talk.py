"""A conversation on the page: turns, what is passed on to the next one, and working one out again."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any, Protocol

from assistant.answer import Answer
from ui import wording
from ui.trouble import STOPPED, Trouble, explained

REMEMBERED_TURNS = 20  # questions and answers passed on; older ones no longer change a scenario
ANY = "any value"
SAID: dict[str, dict[Any, str]] = {
    "fractions": {ANY: "{value} fractions"},
    "course_ended": {True: "all done", False: "still on treatment"},
    "schedule": {"qd": "once a day", "bid": "BID"},
    "biller": {
        "professional": "billed by the physician",
        "facility": "billed by the facility",
        "global": "billed globally",
    },
    "date_of_service": {ANY: "DOS {value}"},
    "isocenters": {1: "1 isocenter", ANY: "{value} isocenters"},
    # "management" alone would be read as the weekly management code
    "motion_management": {True: "with gating", False: "no gating"},
}


class Asked(Protocol):
    """Whatever answers questions whole: the real assistant, or one made for a test."""

    def ask(
        self,
        question: str,
        history: Sequence[Mapping[str, str]] = ...,
        facts: Mapping[str, Any] | None = ...,
        corrections: Mapping[str, Any] | None = ...,
    ) -> Answer: ...


class Streaming(Protocol):
    """Whatever answers questions sentence by sentence."""

    def stream(
        self,
        question: str,
        *,
        history: Sequence[Mapping[str, str]] = ...,
        facts: Mapping[str, Any] | None = ...,
        corrections: Mapping[str, Any] | None = ...,
    ) -> Generator[str | Answer, None, None]: ...


@dataclass
class Turn:
    """One question with its answer, or with the reason why there is none."""

    question: str  # as shown and passed on: identifiers taken out
    asked: str  # as typed; forgotten as soon as there is an answer
    answer: Answer | None = None
    corrections: dict[str, Any] = field(default_factory=dict)
    trouble: Trouble | None = None
    tries: int = 0  # how often it was worked out
    said: str = ""  # checked sentences that came before the answer was whole


@dataclass
class Talk:
    turns: list[Turn] = field(default_factory=list)

    def begin(self, question: str, redact: Callable[[str], str]) -> Turn:
        """A new question, not answered yet. What the assistant would remove is never on the page either."""
        try:
            shown = redact(question)
        except Exception as error:  # noqa: BLE001 - better to show no question than one with a name in it
            turn = Turn("Your question", question, trouble=explained(error))
        else:
            turn = Turn(shown, question)
        self.turns.append(turn)
        return turn

    def answering(self, changes: Mapping[str, Any], asked: Callable[[], Streaming]) -> Generator[str, None, None]:
        """Answers the last question, with facts the user set by hand; a failure is kept as its trouble.

        Gives each checked piece as it comes, empty ones while a chat model is silent. Closing the iterator cancels.
        """
        turn = self.turns[-1]
        turn.corrections = {**turn.corrections, **changes}
        turn.tries += 1
        turn.answer, turn.said, turn.trouble = None, "", None
        earlier = history(self.turns[:-1])
        try:
            stream = asked().stream(turn.asked, history=earlier, facts={}, corrections=turn.corrections)
            with closing(stream) as coming:
                for piece in coming:
                    if isinstance(piece, Answer):
                        turn.answer, turn.asked = piece, turn.question
                    else:
                        turn.said += piece
                        yield piece
        except Exception as error:  # noqa: BLE001 - whatever it was, the page explains it and keeps the question
            turn.trouble = explained(error)

    def stop(self) -> None:
        """The user has read enough of an answer in the making: what came of it stays."""
        turn = self.turns[-1]
        turn.trouble = turn.trouble or (None if turn.answer else STOPPED)


def history(turns: Sequence[Turn]) -> list[dict[str, str]]:
    """Earlier turns as the assistant takes them; facts set by hand are said like a follow-up, so later words win."""
    said: list[dict[str, str]] = []
    for turn in turns[-REMEMBERED_TURNS:]:
        read = turn.answer.text if turn.answer else turn.said
        if not read:
            continue
        said.append({"role": "user", "content": turn.question})
        if turn.corrections and turn.answer:
            said.append({"role": "user", "content": in_words(turn.corrections, turn.answer)})
        said.append({"role": "assistant", "content": read})
    return said


def in_words(corrections: Mapping[str, Any], answer: Answer) -> str:
    """Facts set by hand as a coder would have typed them, in words that the reading of a question knows."""
    facts = dict(corrections)
    counted = answer.scenario.get("fractions")
    if counted and {"course_ended", "schedule"} & set(facts):  # "all done" and "BID" are read beside a count
        facts.setdefault("fractions", counted.value)
    order = [key for key in SAID if key in facts] + [key for key in facts if key not in SAID]
    return f"Same question, {', '.join(_said(key, facts[key]) for key in order)}."


def _said(key: str, value: Any) -> str:
    known = SAID.get(key, {})
    if value in known:
        return known[value]
    return known.get(ANY, "{name}: {value}").format(
        name=wording.fact_name(key).lower(), value=wording.fact_value(key, value)
    )
