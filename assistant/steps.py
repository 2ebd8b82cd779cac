"""The six steps of the chain, each adding its part to the turn."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, wraps
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from assistant import refusals
from assistant.answer import Answer
from assistant.asking import asked_in, cases
from assistant.checking import gate
from assistant.citing import Citations
from assistant.conversation import Conversation
from assistant.decide import decide
from assistant.drafts import added_sources, composed, drafted
from assistant.errors import ModelUnavailable
from assistant.identifiers_out import take_out_identifiers
from assistant.pointing_out import pointed_out
from assistant.rules.finding import CountError, DateError
from assistant.settings import Settings
from assistant.show import shown
from assistant.turn import Turn

if TYPE_CHECKING:
    from assistant.drafting.chat_model import ChatDrafter
    from assistant.retrieval import Retriever

Step = Callable[["Steps", Turn], Turn]
PASSAGES = 8  # what a chat model is given to read


def timed(name: str) -> Callable[[Step], Step]:
    """Note the seconds a step took under its name in the outside contract."""

    def around(step: Step) -> Step:
        @wraps(step)
        def measured(steps: Steps, turn: Turn) -> Turn:
            started = perf_counter()
            turn = step(steps, turn)
            turn.seconds[name] = perf_counter() - started
            return turn

        return measured

    return around


class Steps:
    """Holds what is opened once: the retriever and, where one is set, the chat model."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    @cached_property
    def retriever(self) -> Retriever:
        """Searches the data folder; opens the index with the first question."""
        from assistant.retrieval import Retriever

        return Retriever(Path(self.settings.data_dir))

    @cached_property
    def drafter(self) -> ChatDrafter:
        """Drafts with the model that the settings name; opens it with the first draft."""
        from assistant.drafting.chat_model import ChatDrafter

        return ChatDrafter(self.settings)

    def understand(self, turn: Turn) -> Turn:
        """Identifiers out, then the facts of this question and of the turns before it."""
        take_out_identifiers(turn)
        turn.refusal = refusals.before_reading(turn.question)
        if turn.refusal is None:
            before = Conversation.from_history(turn.history, turn.facts, turn.corrections, today=turn.today)
            turn.conversation = before.hear(turn.question)
            turn.refusal = refusals.after_reading(turn.conversation)
            turn.notices += pointed_out(turn.conversation)
        return turn

    @timed("retrieve")
    def retrieve(self, turn: Turn) -> Turn:
        """Passages for the question; without an index the rules still answer, and the turn says what is missing."""
        from corpus.embedding import EmbeddingUnavailable
        from corpus.index import IndexDamaged

        if turn.refusal is not None or turn.conversation is None:
            return turn
        scenario, dates = turn.conversation.scenario, turn.conversation.scenario.dos
        try:
            found = self.retriever.search(
                turn.question, codes=scenario.codes, payer=scenario.payer, k=PASSAGES,
                on=dates.end if dates else None, since=dates.start if dates else None,
                disagreement=bool(turn.conversation.reading and turn.conversation.reading.opinions),
            )  # fmt: skip
        except (IndexDamaged, EmbeddingUnavailable) as trouble:
            turn.notices.append(f"Answered from the rule book alone: {trouble}")
        else:
            turn.hits = tuple(found)
            turn.citations = Citations(added_sources(Path(self.settings.data_dir), turn.hits))
        return turn

    def decide(self, turn: Turn) -> Turn:
        """What the rules say, before any prose exists."""
        if turn.refusal is not None or turn.conversation is None:
            return turn
        conversation = turn.conversation
        try:
            asked = asked_in(conversation)
            told = cases(conversation)
            turn.decisions = tuple(decide(asked, case.scenario, turn.today, case.says) for case in told)
        except (CountError, DateError) as impossible:
            turn.refusal = refusals.Refusal("needs_facts", str(impossible))
        return turn

    @timed("draft")
    def draft(self, turn: Turn) -> Turn:
        """A chat model where one is set, else the composer; the composer also where the model fails."""
        if not turn.decisions:
            return turn
        turn.draft = composed(turn)
        if self.settings.model and turn.draft:
            try:
                turn.draft = drafted(turn, self.drafter, findings=turn.draft)
                turn.drafted_by = self.settings.model
            except ModelUnavailable as unavailable:
                turn.notices.append(f"{unavailable} The built-in composer answered instead.")
        if not turn.draft and turn.conversation is not None:
            turn.refusal = refusals.nothing_known(turn.conversation)
        return turn

    @timed("check")
    def check(self, turn: Turn) -> Turn:
        """The draft read back as a stranger's; where most of it fails, the composer's answer stands in."""
        if turn.refusal is not None or turn.conversation is None:
            return turn
        turn.checked = self._through_the_gate(turn)
        if turn.checked.mostly_failed and turn.drafted_by != "composer":
            turn.notices.append("Most of the model's draft did not hold; the built-in composer answered instead.")
            turn.draft, turn.drafted_by = composed(turn), "composer"
            turn.checked = self._through_the_gate(turn)
        if not turn.checked.shown:
            turn.refusal = refusals.nothing_verified()
        return turn

    def show(self, turn: Turn) -> Answer:
        """Only what passed, with its citations."""
        return shown(turn)

    def _through_the_gate(self, turn: Turn) -> gate.Checked:
        assert turn.conversation is not None  # `check` looked
        return gate.check(
            turn.draft, turn.conversation.scenario, question=turn.question,
            proposition=turn.conversation.proposition, today=turn.today, decisions=turn.decisions,
            passages=tuple(hit.passage for hit in turn.hits),
        )  # fmt: skip
