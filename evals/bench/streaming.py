"""`python -m evals.bench.streaming`: how much later a checked sentence is seen than a chat model writes it.

The model is scripted: it says the findings back a word at a time, at the speed of a fast provider, and notes when it
is asked and when the first word after its first sentence leaves it, for nobody can know before that a sentence is over.
"""

from __future__ import annotations

import os
import platform
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import quantiles
from time import perf_counter, sleep
from typing import TYPE_CHECKING, Any

from evals.bench.__main__ import QUESTIONS

if TYPE_CHECKING:
    from assistant import Assistant

ROUNDS = 10
WORD_SECONDS = 0.005


def main() -> None:
    """Print the table. Builds an index in a folder of its own, so the first run takes a minute."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"SECONDCHECK_DATA_DIR": folder, "SECONDCHECK_TODAY": "2026-11-22", "SECONDCHECK_MODEL": "fake:"}
        from assistant.indexing import bring_up_to_date

        bring_up_to_date(Path(folder))
        print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
        for line in _table():
            print(line)


def _table() -> Iterator[str]:
    from assistant import Assistant

    assistant = Assistant()
    rows = [row for _ in range(ROUNDS + 1) for question in QUESTIONS if (row := _timed(assistant, question))]
    rows = rows[len(QUESTIONS) :]  # the first round loads what stays loaded
    before, gate, whole = zip(*rows, strict=True)
    yield _row("from the question to the request to the model", before)
    yield _row("from the model's first whole sentence to its showing", gate)
    yield _row("from the model's last word to the whole answer", whole)
    yield _row("first checked sentence later than a bare model's", [a + b for a, b in zip(before, gate, strict=True)])


def _timed(assistant: Assistant, question: str) -> tuple[float, float, float] | None:
    """Seconds before, at and after the model; None where it wrote one sentence only, or nothing was shown of it."""
    model = _listen_to(assistant)
    asked = perf_counter()
    came = [(perf_counter(), piece) for piece in assistant.stream(question) if piece]
    (shown, first), (done, _) = came[0], came[-1]
    if not model.first_ended or not isinstance(first, str):
        return None
    return model.asked - asked, shown - model.first_ended, done - model.last


def _listen_to(assistant: Assistant) -> Any:
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
    steps: Any = assistant.chain.steps[0].func.__self__  # type: ignore[attr-defined]
    steps.drafter = ChatDrafter(assistant.settings, model)
    return model


def _row(what: str, seconds: Any) -> str:
    cuts = quantiles(seconds, n=20)
    p50, p95 = cuts[9] * 1000, cuts[18] * 1000
    return f"{what}: n {len(seconds)}, min {min(seconds) * 1000:.1f}, p50 {p50:.1f}, p95 {p95:.1f} ms"


if __name__ == "__main__":
    main()
