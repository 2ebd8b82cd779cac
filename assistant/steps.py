"""The steps of the chain, each adding its part to the turn; the last gives sentences while the draft is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from assistant import refusals
from assistant.answer import Answer
from assistant.asking import asked_in
from assistant.cases import cases
from assistant.checking.checked import CheckedSentence
from assistant.checking.gate import Gate
from assistant.checking.questions import read_question
from assistant.citing import Citations
from assistant.conversation import Conversation
from assistant.courses import asked_of
from assistant.decide import decide
from assistant.drafts import added_sources, composed, drafted
from assistant.errors import ModelUnavailable
from assistant.identifiers_out import take_out_identifiers
from assistant.pointing_out import pointed_out
from assistant.rules.finding import CountError, DateError
from assistant.screen import deserves_to_stand, has_earned_it
from assistant.settings import Settings
from assistant.show import shown
from assistant.turn import Turn

if TYPE_CHECKING:
    from assistant.drafting.chat_model import ChatDrafter
    from assistant.retrieval import Retriever

PASSAGES = 8  # what a chat model is given to read


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

    def retrieve(self, turn: Turn) -> Turn:
        """Passages for the question; without an index the rules still answer, and the turn says what is missing."""
        from corpus.embedding import EmbeddingUnavailable
        from corpus.index import IndexDamaged

        if turn.refusal is not None or turn.conversation is None:
            return turn
        scenario, dates = turn.conversation.scenario, turn.conversation.scenario.dos
        try:
            with turn.timed("retrieve"):
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
            turn.decisions = tuple(
                decide(asked_of(case.scenario, asked, conversation), case.scenario, turn.today, case.says)
                for case in told
            )
        except (CountError, DateError) as impossible:
            turn.refusal = refusals.Refusal("needs_facts", str(impossible))
        return turn

    def answer(self, turn: Turn) -> Iterator[str | Answer]:
        """Draft, check, show: sentences as they pass, then the whole answer; an empty piece says "still at work"."""
        if turn.refusal is None and turn.conversation is not None:
            yield from self._sentences(turn, turn.conversation)
        yield shown(turn)

    def _sentences(self, turn: Turn, conversation: Conversation) -> Iterator[str]:
        """A chat model's where one is set, else the composer's; the composer's also where the model fails."""
        with turn.timed("draft"):
            ours = composed(turn)
        if not ours:
            turn.refusal = refusals.nothing_known(conversation)
            return
        if self.settings.model:
            try:
                yield from self._passing(turn, conversation, drafted(turn, self.drafter, findings=ours))
            except ModelUnavailable as unavailable:
                turn.broke_off(unavailable)
            else:
                turn.drafted_by = self.settings.model
                return
        yield from self._passing(turn, conversation, [ours], has_to_earn_it=False)
        if not turn.screen.text:
            turn.refusal = refusals.nothing_verified()

    def _passing(
        self, turn: Turn, conversation: Conversation, draft: Iterable[str], *, has_to_earn_it: bool = True
    ) -> Iterator[str]:
        """The draft read back as a stranger's, what passed of it shown. Raises ModelUnavailable where most fails."""
        scenario, passages = conversation.scenario, tuple(hit.passage for hit in turn.hits)
        asked = read_question(turn.question, conversation.proposition, scenario.codes, turn.today)
        gate = Gate(scenario, turn.today, asked, turn.decisions, passages)
        waiting: list[CheckedSentence] = []
        for piece in turn.waited_for("draft", draft):
            with turn.timed("check"):
                waiting += gate.feed(piece, whole=True)
                may_be_shown = has_earned_it(gate.checked(""))
            if may_be_shown:
                yield from turn.screen.show(waiting, turn.citations)
                waiting.clear()
            if not piece:
                yield ""
        waiting += gate.close()
        if has_to_earn_it and not deserves_to_stand(gate.checked("")):
            raise ModelUnavailable("Too little of the model's draft held.")
        yield from turn.screen.show(waiting, turn.citations)
