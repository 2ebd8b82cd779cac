"""A chat model drafts the answer, within a time limit, and only from what it is given.

Whatever goes wrong becomes `ModelUnavailable(reason)`: the composer answers instead and the answer says so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from time import monotonic
from typing import TYPE_CHECKING, Any

from assistant.answer import ModelUse
from assistant.drafting.fields import in_fields, resolved_fields
from assistant.drafting.listening import TooLate, listened, paced
from assistant.drafting.marks import issue, resolved
from assistant.drafting.prompts import Passage, messages
from assistant.drafting.providers import open_model
from assistant.drafting.tokens import counting
from assistant.errors import ModelUnavailable

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessage
    from langchain_core.runnables import Runnable

    from assistant.settings import Settings

    Source = Runnable[Any, Any]  # a model, or one that is held to fields

MOST_CHARACTERS = 8_000  # six sentences need a tenth of it; a model that rambles on is cut off
MOST_REPEATS = 2  # a model that says the same sentence a third time is going round in circles


class ChatDrafter:
    """Drafts with the model that the settings name. One may serve several threads."""

    def __init__(self, settings: Settings, model: BaseChatModel | None = None) -> None:
        """`model` stands in for the one that the settings name; nothing is opened or imported yet."""
        self.settings = settings
        self.name = settings.model
        if model is not None:
            self.model = model

    @cached_property
    def model(self) -> BaseChatModel:
        """The opened model. Raises ModelUnavailable, again at each try until it can be opened."""
        return open_model(self.settings)

    def problem(self) -> str | None:
        """Why this model cannot be used at all, for one line at the start; None when it can be tried."""
        try:
            _ = self.model
        except ModelUnavailable as unavailable:
            return str(unavailable)
        return None

    def stream(
        self,
        question: str,
        findings: Sequence[str],
        passages: Sequence[tuple[str, str, str]],
        history: Sequence[Mapping[str, Any]] = (),
        use: ModelUse | None = None,
    ) -> Iterator[str]:
        """The draft in pieces that end with a sentence; passages are (id, text, source title), marks are [id].

        Empty pieces come while a sentence is in the making. Closing the iterator cancels the draft. Raises
        ModelUnavailable, also after some pieces: what was said until then is incomplete. `use` is counted up.
        """
        issued = issue(name for name, _, _ in passages)
        shown = [Passage(fresh, text, title) for fresh, (_, text, title) in zip(issued, passages, strict=True)]
        told = messages(question, [_with_issued(finding, issued) for finding in findings], shown, history)
        said: Counter[str] = Counter()
        with suppress(TooLong):
            for piece in paced(self._pieces(told, issued, use or ModelUse(name=self.name))):
                sentence = " ".join(piece.split())
                said[sentence] += 1
                if not sentence or said[sentence] == 1:
                    yield piece
                elif said[sentence] > MOST_REPEATS:
                    break
        if not any(said):
            raise ModelUnavailable(f"The model {self.name} returned nothing that could be used.")

    def _pieces(self, told: list[BaseMessage], issued: Mapping[str, str], use: ModelUse) -> Iterator[str]:
        """In fields where the provider can, else in plain text; in plain text also where the fields fail."""
        deadline = monotonic() + self.settings.model_timeout_seconds
        if held := in_fields(self.model):
            said = False
            try:
                for piece in resolved_fields(self._heard(held, told, deadline, use), issued):
                    said = said or bool(piece)
                    yield piece
            except ModelUnavailable:
                if said:
                    raise
            if said:
                return
        chunks = self._heard(self.model, told, deadline, use)
        yield from resolved(without_thinking(str(chunk.text) if chunk else "" for chunk in chunks), issued)

    def _heard(self, model: Source, told: list[BaseMessage], deadline: float, use: ModelUse) -> Iterator[Any]:
        """What the model says, None while it says nothing; asked once more when it fails before its first word."""
        length = 0
        for attempt in (1, 2):
            try:
                for one in listened(lambda: model.stream(told, {"callbacks": [counting(use)]}), deadline):
                    length = len(str(one)) if isinstance(one, dict) else length + len(one.text if one else "")
                    if length > MOST_CHARACTERS:
                        raise TooLong
                    yield one
                return
            except TooLate:
                limit = f"{self.settings.model_timeout_seconds:g} seconds"
                raise ModelUnavailable(f"The model {self.name} took longer than {limit}.") from None
            except (ModelUnavailable, TooLong):
                raise
            except Exception as error:
                if length or attempt == 2 or _status(error) in {400, 401, 403, 404, 422}:
                    raise ModelUnavailable(f"The model {self.name} {_in_words(error)}.") from error


class TooLong(Exception):
    """A model that rambles on: what it said until then stands, its sentence in the making does not."""


def without_thinking(deltas: Iterable[str]) -> Iterator[str]:
    """The draft without the <think> block that some open models put first; empty deltas while they think."""
    opened, closed = "<think>", "</think>"
    held, passed = "", False
    for delta in deltas:
        if passed or not delta:
            yield delta
            continue
        held += delta
        start = held.lstrip()
        if closed in start and start.startswith(opened):
            held, passed = start.split(closed, 1)[1].lstrip(), True
        elif opened.startswith(start[: len(opened)]):
            yield ""
            continue
        passed = True
        yield held
        held = ""
    if held and not held.lstrip().startswith(opened):
        yield held


def _with_issued(finding: str, issued: Mapping[str, str]) -> str:
    """The finding with its own marks as the model may repeat them: "[1]" becomes "[ref-kdtw]"."""
    ids = {name: fresh for fresh, name in issued.items()}
    return re.sub(r"\[([^\[\]]+)\]", lambda mark: f"[{ids.get(mark[1], mark[1])}]", finding)


def _status(error: BaseException) -> int | None:
    status = getattr(error, "status_code", None)
    return status if isinstance(status, int) else None


def _in_words(error: BaseException) -> str:
    """What went wrong, by kind: a provider's own message may quote the key or the question."""
    status, kind = _status(error), type(error).__name__
    if status in {401, 403}:
        return "refused the key"
    if status == 404:
        return "is not known to its server"
    if status == 429:
        return "is busy or over its quota"
    if status is not None:
        return f"failed on its server's side ({status})"
    if "Timeout" in kind:
        return "took too long"
    if isinstance(error, ConnectionError) or "Connect" in kind:
        return "cannot be reached"
    return f"failed ({kind})"
