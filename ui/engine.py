"""Where the pages get the assistant from: opened once per process, in the background, or set by a test."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from threading import Thread
from time import sleep
from typing import Any, cast

import streamlit as st

from assistant.settings import load_settings
from corpus.build_folder import fault_of, pointed_at
from corpus.sources import Source, load_sources
from ui.talk import Streaming

IDLE_SECONDS = 5  # a question that names a code, asked right away, should not share its core with imports
OPENING_SECONDS = 300  # building an index on a slow machine takes minutes; longer means that it hangs


@st.cache_resource(show_spinner=False)
def opening() -> Future[Streaming]:
    """The assistant, being opened in a thread so that the page is painted first."""
    future: Future[Streaming] = Future()

    def open_it() -> None:
        try:
            from assistant import Assistant

            assistant = Assistant()
            assistant.chain  # noqa: B018 - imports LangChain now, so that the first question does not wait for it
            future.set_result(cast(Streaming, assistant))
        except BaseException as error:  # noqa: BLE001 - handed over to whoever asks for the result
            future.set_exception(error)

    Thread(target=open_it, name="open-assistant", daemon=True).start()
    return future


@st.cache_resource(show_spinner=False)
def warming() -> Thread:
    """Reads the rule book and loads what only a question in plain words needs, once the page is up for a while."""

    def load() -> None:
        with suppress(Exception):  # whatever it is, the question that needs them says it in words
            opening().result(timeout=OPENING_SECONDS)
            sleep(IDLE_SECONDS)
            from corpus.embedding import PackagedMiniLM
            from corpus.rulebook import read_whole

            read_whole()
            PackagedMiniLM().embed_query("warm")

    thread = Thread(target=load, name="warm-embedding", daemon=True)
    thread.start()
    return thread


def warm() -> None:
    """Begin to open the assistant and what it may need; returns at once."""
    if "engine" not in st.session_state:
        opening()
        warming()


def engine() -> Streaming:
    """The assistant. An opening that failed is tried again at the next call."""
    if "engine" in st.session_state:
        return cast(Streaming, st.session_state["engine"])
    try:
        return opening().result(timeout=OPENING_SECONDS)
    except BaseException:
        opening.clear()
        raise


def forget() -> None:
    """The next question opens the assistant anew, on the index that is there then."""
    opening.clear()


def redact(text: str) -> str:
    """The text without record numbers, names of persons and the like."""
    if "redact" in st.session_state:
        return cast(Callable[[str], str], st.session_state["redact"])(text)
    from assistant import privacy

    return privacy.remove_identifiers(text)[0]


def verify(text: str, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Somebody else's text, judged: the `verify` object of the outside contract."""
    if "verify" in st.session_state:
        return cast(dict[str, Any], st.session_state["verify"](text, facts=facts))
    from assistant.checking import gate

    return gate.verify(text, facts=dict(facts))


def sources() -> Iterable[Source]:
    """Every source that an answer can cite, the user's own documents excepted."""
    if "sources" in st.session_state:
        return cast(Iterable[Source], st.session_state["sources"])
    return load_sources().values()


def index_fault() -> bool:
    """Whether the index is missing or damaged. Takes milliseconds; the rule book answers without it meanwhile."""
    if "index_fault" in st.session_state:
        return bool(st.session_state["index_fault"])
    folder = pointed_at(data_dir() / "index")
    return folder is None or fault_of(folder) is not None


def build(progress: Callable[[int, int], None]) -> None:
    """Builds the index, telling how far it is."""
    if "build" in st.session_state:
        cast(Callable[[Callable[[int, int], None]], None], st.session_state["build"])(progress)
        return
    from assistant.indexing import bring_up_to_date

    bring_up_to_date(data_dir(), progress)


def data_dir() -> Path:
    """Where the index and the user's documents lie."""
    return load_settings().data_dir
