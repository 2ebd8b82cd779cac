"""Claim lines: one alone, and a second of one core, with the memory of growing files."""

from __future__ import annotations

import csv
import resource
from collections.abc import Iterator, Mapping
from itertools import cycle, islice
from pathlib import Path
from time import process_time
from typing import Any

from assistant.rules.claim import check_lines
from evals.bench.figure import Figure, timed
from evals.ground import Ground

SAMPLE = Path(__file__).parent / "claims.csv"
SIZES = (10_000, 100_000, 1_000_000)
ROUNDS = 20
Row = Mapping[str | None, Any]


def figures(_: Ground) -> Iterator[Figure]:
    """The memory is this program's peak: it would show a file that is held as a whole."""
    sample = list(_rows())
    yield Figure.of("one claim line", timed(lambda row: list(check_lines([row])), sample, ROUNDS))
    for size in SIZES:
        before, started = _peak(), process_time()
        checked = sum(1 for _ in check_lines(_numbered(sample, size)))
        a_second = checked / (process_time() - started)
        yield Figure(f"{size:,} claim lines, one core", (a_second,), "lines a second")
        yield Figure(f"{size:,} claim lines, memory more than before", (_peak() - before,), "MB", aim="flat")


def _rows() -> Iterator[Row]:
    with SAMPLE.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _numbered(sample: list[Row], size: int) -> Iterator[Row]:
    """The sample again and again, every round as claims of its own."""
    for at, row in enumerate(islice(cycle(sample), size)):
        yield {**row, "claim_id": f"{row['claim_id']}-{at // len(sample)}"}


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
