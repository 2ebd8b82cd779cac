"""From a cold start: the first answer beside a bare import of the embedding's library, and what loads no model."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

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
    importing = Figure.of("cold: import sentence_transformers", _started("import sentence_transformers"))
    yield importing
    asking = _started(f"from assistant import Assistant; Assistant().ask({QUESTIONS[0]!r})")
    yield Figure.of("cold: first answer", asking, importing)
    for command in COMMANDS:
        seconds = _started("from assistant.cli import main; main()", *command)
        aim = "" if command == ("--help",) else "under 500 ms"
        yield Figure.of(f"cold: secondcheck {command[0]}", seconds, importing, aim=aim)


def _started(code: str, *words: str) -> list[float]:
    def start(command: list[str]) -> None:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603  ours

    return timed(start, [[sys.executable, "-c", code, *words]], ROUNDS)
