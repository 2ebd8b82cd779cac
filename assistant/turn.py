"""One question on its way to an answer: what each step of the chain adds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from time import perf_counter
from typing import TYPE_CHECKING, Any

from assistant.citing import Citations
from assistant.screen import Screen

if TYPE_CHECKING:
    from assistant.answer import ModelUse
    from assistant.conversation import Conversation
    from assistant.decision import Decision
    from assistant.errors import ModelUnavailable
    from assistant.ranking import Hit
    from assistant.refusals import Refusal


@dataclass(slots=True)
class Turn:
    """Filled from top to bottom; a refusal stops the steps that follow from adding anything."""

    question: str
    today: date
    history: Sequence[Mapping[str, str]] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    corrections: Mapping[str, Any] = field(default_factory=dict)
    removed: tuple[str, ...] = ()  # kinds of identifiers that were taken out
    conversation: Conversation | None = None
    refusal: Refusal | None = None
    hits: tuple[Hit, ...] = ()
    decisions: tuple[Decision, ...] = ()  # one for each case the question names
    citations: Citations = field(default_factory=Citations)
    screen: Screen = field(default_factory=Screen)
    drafted_by: str = "composer"
    model: ModelUse | None = None  # that was asked for a draft, whatever came of it
    notices: list[str] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)
    began: float = field(default_factory=perf_counter)

    def broke_off(self, unavailable: ModelUnavailable) -> None:
        """A chat model's draft ended early: what is shown of it stays, and the composer goes on from there."""
        rest = "instead"
        if self.screen.text and self.model:
            rest, self.drafted_by = "the rest", f"{self.model.name}, then the composer"
        self.notices.append(f"{unavailable} The built-in composer answered {rest}.")
        self.screen.another_draft()

    @contextmanager
    def timed(self, name: str) -> Iterator[None]:
        """Adds the seconds spent inside to those under this name in the outside contract."""
        started = perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + perf_counter() - started

    def waited_for(self, name: str, pieces: Iterable[str]) -> Iterator[str]:
        """The pieces; the seconds of waiting for them are noted, those of whoever takes them are not."""
        coming = iter(pieces)
        while True:
            with self.timed(name):
                piece = next(coming, None)
            if piece is None:
                return
            yield piece
