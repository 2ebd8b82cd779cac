"""One question on its way to an answer: what each step of the chain adds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from assistant.citing import Citations

if TYPE_CHECKING:
    from assistant.checking.gate import Checked
    from assistant.conversation import Conversation
    from assistant.decision import Decision
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
    draft: str = ""
    drafted_by: str = "composer"
    checked: Checked | None = None
    notices: list[str] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)
