"""The six steps of the chain, each adding its part to the turn."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property, wraps
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from assistant import refusals
from assistant.answer import Answer
from assistant.asking import asked_in, cases
from assistant.checking import gate
from assistant.citing import Citations
from assistant.conversation import Conversation
from assistant.decide import decide
from assistant.drafting.composer import compose
from assistant.drafting.ruled import taken_for_granted
from assistant.errors import ModelUnavailable
from assistant.pointing_out import pointed_out
from assistant.privacy import remove_identifiers
from assistant.rules.finding import CountError, DateError
from assistant.settings import Settings
from assistant.show import shown
from assistant.turn import Turn

if TYPE_CHECKING:
    from assistant.decision import Decision
    from assistant.drafting.chat_model import ChatDrafter
    from assistant.ranking import Hit
    from assistant.retrieval import Retriever
    from corpus.sources import Source

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
        from assistant.retrieval import Retriever

        return Retriever(Path(self.settings.data_dir))

    @cached_property
    def drafter(self) -> ChatDrafter:
        from assistant.drafting.chat_model import ChatDrafter

        return ChatDrafter(self.settings)

    def understand(self, turn: Turn) -> Turn:
        """Identifiers out, then the facts of this question and of the turns before it."""
        turn.question, removed = remove_identifiers(turn.question)
        turn.facts, beside = _without_identifiers_in(turn.facts)
        turn.corrections, corrected = _without_identifiers_in(turn.corrections)
        turn.removed = tuple(dict.fromkeys((*removed, *beside, *corrected)))
        if turn.removed:
            turn.notices.append("Patient identifiers were removed from the question; none was kept.")
        turn.refusal = refusals.before_reading(turn.question)
        if turn.refusal is None:
            turn.history = [_without_identifiers(one) for one in turn.history]
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
        scenario = turn.conversation.scenario
        on = scenario.dos.end if scenario.dos else turn.today
        try:
            found = self.retriever.search(
                turn.question, codes=scenario.codes, payer=scenario.payer, on=on, k=PASSAGES,
                disagreement=bool(turn.conversation.reading and turn.conversation.reading.opinions),
            )  # fmt: skip
        except (IndexDamaged, EmbeddingUnavailable) as trouble:
            turn.notices.append(f"Answered from the rule book alone: {trouble}")
        else:
            turn.hits = tuple(found)
            turn.citations = Citations(self._added(turn.hits))
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
        composed = turn.draft = self._composed(turn)
        if self.settings.model and composed:
            try:
                turn.draft = _with_what_is_assumed("".join(self._drafted(turn, composed)), turn.decisions)
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
            turn.draft, turn.drafted_by = self._composed(turn), "composer"
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

    def _composed(self, turn: Turn) -> str:
        def holds(quotation: str) -> bool:
            """Whether the gate would show this sentence; asked first, so that no quotation of ours is withheld."""
            assert turn.conversation is not None  # there are decisions
            passages = tuple(hit.passage for hit in turn.hits)
            checked = gate.check(quotation, turn.conversation.scenario, today=turn.today, passages=passages)
            return all(one.fate == "shown" for one in checked.sentences)

        return compose(turn.decisions, turn.question, turn.hits, turn.citations, holds)

    def _drafted(self, turn: Turn, composed: str) -> list[str]:
        """The model's draft; it cites our own numbers, those of the rules and those of the passages."""
        for hit in turn.hits:
            if turn.citations.knows(hit.passage):
                turn.citations.of_passage(hit.passage)
        passages = [(str(row.n), row.passage, row.title) for row in turn.citations.rows()]
        return list(self.drafter.stream(turn.question, [composed], passages, turn.history))

    def _added(self, hits: tuple[Hit, ...]) -> dict[str, Source]:
        """The sources of the user's own documents among the hits."""
        from corpus.library import list_documents
        from corpus.library_folder import ADDED

        if not any(hit.passage.source.startswith(ADDED) for hit in hits):
            return {}
        return {entry.id: entry.as_source() for entry in list_documents(Path(self.settings.data_dir))}


def _with_what_is_assumed(draft: str, decisions: tuple[Decision, ...]) -> str:
    """A model may leave out what the answer takes for granted; the answer never does."""
    assumed = dict.fromkeys(one.text for decision in decisions for one in taken_for_granted(decision))
    return " ".join([draft.rstrip(), *(one for one in assumed if one not in draft)])


def _without_identifiers(said: Mapping[str, str]) -> dict[str, str]:
    """A turn of the conversation as model and reader may see it."""
    return {"role": str(said.get("role")), "content": remove_identifiers(str(said.get("content") or ""))[0]}


def _without_identifiers_in(facts: Mapping[str, Any]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Facts from a form, whose free fields may hold anything, and the kinds of identifiers taken out."""
    cleaned: dict[str, Any] = {}
    kinds: list[str] = []
    for name, value in facts.items():
        cleaned[name] = value
        if isinstance(value, str):
            cleaned[name], removed = remove_identifiers(value)
            kinds += removed
    return cleaned, tuple(dict.fromkeys(kinds))
