"""How much later a checked sentence is seen than a chat model writes it.

The model is scripted: it says the findings back a word at a time, at the speed of a fast provider, and notes when it
is asked and when the first word after its first sentence leaves it, for nobody can know before that a sentence is over.
"""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter, sleep
from typing import Any

from evals.bench.figure import Figure
from evals.bench.questions import QUESTIONS
from evals.ground import Ground
from evals.run import NotRun

ROUNDS = 10
WORD_SECONDS = 0.005


def figures(ground: Ground) -> Iterator[Figure]:
    """What is ours before, at and after the model. Needs `Assistant.stream`."""
    from assistant import Assistant

    if not hasattr(Assistant, "stream"):
        raise NotRun("Assistant.stream is not in this checkout: nothing is streamed yet.")
    settings = ground.settings.model_copy(update={"model": "fake:scripted", "data_dir": ground.folder})
    assistant: Any = Assistant(settings)
    rows = [row for _ in range(ROUNDS + 1) for question in QUESTIONS if (row := _timed(assistant, question))]
    rows = rows[len(rows) // (ROUNDS + 1) :]  # the first round loads what stays loaded
    before, own, gate, whole = zip(*rows, strict=True)
    model = Figure.of("model's own first sentence, from being asked", own)
    yield model
    yield Figure.of("from the question to the request to the model", before, model)
    yield Figure.of("from the model's first whole sentence to its showing", gate, model)
    yield Figure.of("from the model's last word to the whole answer", whole, model)
    later = [ahead + after for ahead, after in zip(before, gate, strict=True)]
    yield Figure.of("first checked sentence later than a bare model's", later, model, aim="at most 10 ms")


def _timed(assistant: Any, question: str) -> tuple[float, float, float, float] | None:
    """Seconds before, of, at and after the model; None where it wrote one sentence only, or nothing was shown of it."""
    model = _listen_to(assistant)
    asked = perf_counter()
    came = [(perf_counter(), piece) for piece in assistant.stream(question) if piece]
    (shown, first), (done, _) = came[0], came[-1]
    if not model.first_ended or not isinstance(first, str):
        return None
    return model.asked - asked, model.first_ended - model.asked, shown - model.first_ended, done - model.last


def _listen_to(assistant: Any) -> Any:
    """Put a model in place that says the findings back and notes its times."""
    from langchain_core.messages import AIMessageChunk
    from langchain_core.outputs import ChatGenerationChunk

    from assistant.checking.sentences import Splitter
    from assistant.drafting.chat_model import ChatDrafter
    from assistant.drafting.echo import EchoModel

    class Writing(EchoModel):
        asked: float = 0.0
        first_ended: float = 0.0
        last: float = 0.0

        def _stream(self, messages: Any, *_: Any, **__: Any) -> Iterator[ChatGenerationChunk]:
            self.asked = perf_counter()
            findings = str(messages[-1].text).split("Findings:\n- ")[1].split("\n\nPassages:")[0]
            splitter = Splitter()
            for word in findings.split(" "):
                sleep(WORD_SECONDS)
                self.last = perf_counter()
                if not self.first_ended and any(splitter.feed(f"{word} ")):
                    self.first_ended = self.last
                yield ChatGenerationChunk(message=AIMessageChunk(content=f"{word} "))

    model = Writing()
    steps: Any = assistant.chain.steps[0].func.__self__
    steps.drafter = ChatDrafter(assistant.settings, model)
    return model
