"""A chat model drafts the answer, within a time limit, and only from what it is given.

Whatever goes wrong becomes `ModelUnavailable(reason)`: the composer answers instead and the answer says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from queue import Empty, SimpleQueue
from threading import Event, Thread
from time import monotonic
from typing import TYPE_CHECKING, Any

from assistant.drafting.marks import issue, resolved
from assistant.drafting.prompts import Passage, messages
from assistant.drafting.providers import open_model
from assistant.errors import ModelUnavailable

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessage

    from assistant.settings import Settings

MOST_CHARACTERS = 8_000  # six sentences need a tenth of it; a model that rambles on is cut off
MOST_REPEATS = 2  # a model that says the same sentence a third time is going round in circles
END = object()


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
    ) -> Iterator[str]:
        """The draft in pieces that end with a sentence; passages are (id, text, source title), marks are [id].

        Closing the iterator cancels the draft. Raises ModelUnavailable, also after some pieces: what was said
        until then is incomplete.
        """
        issued = issue(name for name, _, _ in passages)
        shown = [Passage(fresh, text, title) for fresh, (_, text, title) in zip(issued, passages, strict=True)]
        told = messages(question, [_with_issued(finding, issued) for finding in findings], shown, history)
        said: dict[str, int] = {}
        for piece in resolved(self._heard(told), issued):
            sentence = " ".join(piece.split())
            said[sentence] = said.get(sentence, 0) + 1
            if said[sentence] > MOST_REPEATS:
                break
            if said[sentence] == 1:
                yield piece
        if not said:
            raise ModelUnavailable(f"The model {self.name} returned nothing that could be used.")

    def _heard(self, told: list[BaseMessage]) -> Iterator[str]:
        """What the model says; tried once more when it fails before its first word and time is left."""
        deadline = monotonic() + self.settings.model_timeout_seconds
        heard = 0
        for attempt in (1, 2):
            try:
                for delta in without_thinking(self._timed(told, deadline)):
                    heard += len(delta)
                    if heard > MOST_CHARACTERS:
                        return
                    yield delta
                return
            except ModelUnavailable:
                raise
            except Exception as error:
                if heard or attempt == 2 or _status(error) in {400, 401, 403, 404, 422}:
                    raise ModelUnavailable(f"The model {self.name} {_in_words(error)}.") from error

    def _timed(self, told: list[BaseMessage], deadline: float) -> Iterator[str]:
        """The model's deltas from a thread of its own, so that a hanging server cannot hang the answer."""
        model = self.model
        deltas: SimpleQueue[Any] = SimpleQueue()
        enough = Event()

        def listen() -> None:
            try:
                for chunk in model.stream(told):
                    if enough.is_set():
                        return
                    deltas.put(str(chunk.text))
                deltas.put(END)
            except BaseException as error:  # noqa: BLE001  Raised again where the draft is read.
                # LangChain raises where a model ends without a word; for us that is an empty draft.
                deltas.put(END if "No generation chunks" in str(error) else error)

        Thread(target=listen, name="chat-model", daemon=True).start()
        try:
            while True:
                try:
                    delta = deltas.get(timeout=max(0.0, deadline - monotonic()))
                except Empty:
                    limit = f"{self.settings.model_timeout_seconds:g} seconds"
                    raise ModelUnavailable(f"The model {self.name} took longer than {limit}.") from None
                if delta is END:
                    return
                if isinstance(delta, BaseException):
                    raise delta
                yield delta
        finally:
            enough.set()


def without_thinking(deltas: Iterable[str]) -> Iterator[str]:
    """The draft without the <think> block that some open models put first."""
    opened, closed = "<think>", "</think>"
    held, passed = "", False
    for delta in deltas:
        if passed:
            yield delta
            continue
        held += delta
        start = held.lstrip()
        if closed in start and start.startswith(opened):
            held, passed = start.split(closed, 1)[1].lstrip(), True
        elif opened.startswith(start[: len(opened)]):
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
