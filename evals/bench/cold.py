"""From a cold start: the first answer beside a bare import of the embedding's library, and what loads no model."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from time import perf_counter

from evals.bench.figure import Figure, timed
from evals.bench.questions import QUESTIONS
from evals.ground import Ground

ROUNDS = 5  # the first one also warms the disk
COMMANDS = (
    ("--help",),
    ("code", "77417"),
    ("course", "--fractions", "28", "--start", "2026-03-02", "--technique", "imrt"),
)


def figures(ground: Ground) -> Iterator[Figure]:
    """Each in a fresh interpreter."""
    assert ground.folder
    bare, answer = "import sentence_transformers", f"from assistant import Assistant; Assistant().ask({QUESTIONS[0]!r})"
    importing = Figure.of(f"cold: {bare}", _started(bare))
    yield importing
    yield Figure.of("cold: first answer", _started(answer), importing)
    # The same in processor time, which says more where other programs run.
    of_a_core = Figure.of(f"cold: {bare}, processor time", _started(bare, clock=_of_children))
    yield of_a_core
    yield Figure.of("cold: first answer, processor time", _started(answer, clock=_of_children), of_a_core)
    for command in COMMANDS:
        seconds = _started("from assistant.cli import main; main()", command)
        aim = "" if command == ("--help",) else "under 500 ms"
        yield Figure.of(f"cold: secondcheck {command[0]}", seconds, importing, aim=aim)


def _of_children() -> float:
    """Processor seconds of every program that was started and has ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _started(code: str, words: Sequence[str] = (), clock: Callable[[], float] = perf_counter) -> list[float]:
    def start(command: list[str]) -> None:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603  ours

    return timed(start, [[sys.executable, "-c", code, *words]], ROUNDS, clock)
