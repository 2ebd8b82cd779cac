"""The draft of a turn: the composer's, or a chat model's that cites the same numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.answer import ModelUse
from assistant.checking import gate
from assistant.drafting.composer import compose
from assistant.drafting.ruled import taken_for_granted
from assistant.turn import Turn
from corpus.passage import OPEN_END

if TYPE_CHECKING:
    from assistant.drafting.chat_model import ChatDrafter
    from assistant.ranking import Hit
    from corpus.passage import Passage
    from corpus.sources import Source


def composed(turn: Turn) -> str:
    """The composer's draft; a source is quoted only where the gate would show the quotation."""
    assert turn.conversation is not None  # there are decisions
    scenario, passages = turn.conversation.scenario, tuple(hit.passage for hit in turn.hits)

    def holds(quotation: str) -> bool:
        checked = gate.check(quotation, scenario, today=turn.today, passages=passages)
        return all(one.fate == "shown" for one in checked.sentences)

    day = scenario.last_day(turn.today)
    current = tuple(hit for hit in turn.hits if _holds_on(hit.passage, day))  # the rest may be cited, not quoted
    return compose(turn.decisions, turn.question, current or turn.hits, turn.citations, holds)


def _holds_on(passage: Passage, day: date) -> bool:
    """Whether the text held on the day; one that was superseded on no known day is taken not to."""
    ended = passage.standing in ("superseded", "retired", "historic") and passage.in_force_to == OPEN_END
    return passage.in_force_on(day) and not ended


def drafted(turn: Turn, drafter: ChatDrafter, findings: str) -> Iterator[str]:
    """A chat model's draft, sentence by sentence; an empty piece says that the model is still at work.

    It cites our own numbers, those of the rules and those of the passages. A model may leave out what the answer
    takes for granted; the answer never does. Raises ModelUnavailable, also after some pieces.
    """
    for hit in turn.hits:
        if turn.citations.knows(hit.passage):
            turn.citations.of_passage(hit.passage)
    passages = [(str(row.n), row.passage, row.title) for row in turn.citations.rows()]
    turn.model, said = ModelUse(name=drafter.name), ""
    for piece in drafter.stream(turn.question, [findings], passages, turn.history, turn.model):
        said += piece
        yield piece
    assumed = dict.fromkeys(one.text for decision in turn.decisions for one in taken_for_granted(decision))
    yield from (f" {one}" for one in assumed if one not in said)


def added_sources(data_dir: Path, hits: Sequence[Hit]) -> dict[str, Source]:
    """The sources of the user's own documents among the hits."""
    from corpus.library import list_documents
    from corpus.library_folder import ADDED

    if not any(hit.passage.source.startswith(ADDED) for hit in hits):
        return {}
    return {entry.id: entry.as_source() for entry in list_documents(data_dir)}
