"""What a chat model says, heard in a thread of its own: a server that hangs can neither hang nor hold the answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from queue import Empty, SimpleQueue
from threading import Event, Thread
from time import monotonic
from typing import Any, TypeVar

BEAT_SECONDS = 0.1  # at least so often whoever waits is given something, if nothing new, and can stop
END = object()
Said = TypeVar("Said")


def listened(say: Callable[[], Iterable[Said]], deadline: float) -> Iterator[Said | None]:
    """What is said, and None where nothing new came for a beat. Raises TimeoutError at the deadline (`monotonic`).

    Closing the iterator ends the request: no more of it is read, and the client drops the connection.
    """
    heard: SimpleQueue[Any] = SimpleQueue()
    enough = Event()

    def listen() -> None:
        try:
            for one in say():
                if enough.is_set():
                    return
                heard.put(one)
            heard.put(END)
        except BaseException as error:  # noqa: BLE001  Raised again where the draft is read.
            # LangChain raises where a model ends without a word; for us that is an empty draft.
            heard.put(END if "No generation chunks" in str(error) else error)

    Thread(target=listen, name="chat-model", daemon=True).start()
    try:
        while True:
            left = deadline - monotonic()
            if left < 0:
                raise TooLate
            try:
                one = heard.get(timeout=min(left, BEAT_SECONDS))
            except Empty:
                yield None
                continue
            if one is END:
                return
            if isinstance(one, BaseException):
                raise one
            yield one
    finally:
        enough.set()


class TooLate(Exception):
    """The time limit of the settings is over."""


def paced(pieces: Iterable[str]) -> Iterator[str]:
    """All that is said at once; of the empty pieces no more than somebody who waits has a use for."""
    given = 0.0
    for piece in pieces:
        if piece or monotonic() - given >= BEAT_SECONDS:
            yield piece
            given = monotonic()
