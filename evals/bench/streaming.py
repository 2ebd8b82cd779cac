"""A chat model that streams: how long after its first sentence is whole does the first checked sentence stand there?"""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

from evals.bench.figure import Figure
from evals.case import TODAY
from evals.ground import Ground
from evals.run import NotRun

QUESTION = "28 fx prostate, all done, how many 77427?"
SENTENCES = ("Bill 6 units of 77427 for the course.", "28 fractions are 5 full sets of 5 and 3 left over.")
BETWEEN_TOKENS_SECONDS = 0.02  # some fifty tokens a second, a small model on a good computer
ROUNDS = 40


def figures(ground: Ground) -> Iterator[Figure]:
    """The model's own first sentence, and how much later the page has it, checked."""
    from assistant import Assistant

    if not hasattr(Assistant, "stream"):
        raise NotRun("Assistant.stream is not in this checkout: nothing is streamed yet.")
    own, later, after_next = [], [], []
    settings = ground.settings.model_copy(update={"model": "bench:streaming", "data_dir": ground.folder})
    with patch("assistant.drafting.chat_model.open_model", lambda _: _model(spoken)):
        spoken: list[float] = []
        assistant: Any = Assistant(settings)
        for round_ in range(ROUNDS + 1):
            spoken.clear()
            asked = time.perf_counter()
            came = _first_piece(assistant)
            if round_:  # the first opens model and index
                own.append(spoken[0] - asked)
                later.append(came - spoken[0])
                after_next.append(came - spoken[1])
    alone = Figure.of("model's own first sentence, its last word said", own)
    yield alone
    yield Figure.of("first checked sentence, later than that", later, alone, aim="at most 10 ms")
    yield Figure.of("the same, later than the next word, which shows that the sentence has ended", after_next, alone)


def _first_piece(assistant: Any) -> float:
    pieces = assistant.stream(QUESTION, today=TODAY)
    try:
        for piece in pieces:
            if isinstance(piece, str) and piece.strip():
                return time.perf_counter()
    finally:
        pieces.close()
    raise RuntimeError("The stream ended without a sentence.")


def _model(spoken: list[float]) -> Any:
    """A LangChain chat model that says the sentences word by word and notes when the first one ended and it went on."""
    from langchain_core.language_models import GenericFakeChatModel
    from langchain_core.messages import AIMessageChunk
    from langchain_core.outputs import ChatGenerationChunk

    class Streaming(GenericFakeChatModel):
        def _stream(self, *_: Any, **__: Any) -> Iterator[ChatGenerationChunk]:
            for sentence in SENTENCES:
                for word in sentence.split():
                    time.sleep(BETWEEN_TOKENS_SECONDS)
                    if spoken or word.endswith("."):
                        spoken.append(time.perf_counter())
                    yield ChatGenerationChunk(message=AIMessageChunk(content=f"{word} "))

    return Streaming(messages=iter(()))
