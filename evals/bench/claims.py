"""`python -m evals.bench.claims`: claim lines a second on one core, memory, and two commands from a cold start."""

from __future__ import annotations

import csv
import resource
import subprocess
import sys
from collections.abc import Iterator, Mapping
from itertools import cycle, islice
from pathlib import Path
from statistics import quantiles
from time import perf_counter, process_time
from typing import Any

from assistant.rules.claim import check_lines

SAMPLE = Path(__file__).parent / "claims.csv"
SIZES = (10_000, 100_000, 1_000_000)
COMMANDS = (("code", "77417"), ("course", "--fractions", "28", "--start", "2026-03-02", "--technique", "imrt"))


def main() -> None:
    """Print lines a second and peak memory for growing files, then the cold starts."""
    sample = list(_rows())
    taken = _one_by_one(sample)
    cuts = quantiles(taken, n=20)
    print(f"one line: n {len(taken)}, p50 {cuts[9] * 1e6:.0f} µs, p95 {cuts[18] * 1e6:.0f} µs")
    for size in SIZES:
        started = process_time()
        checked = sum(1 for _ in check_lines(_numbered(sample, size)))
        seconds = process_time() - started
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(
            f"{checked:,} lines: {seconds:.1f} s of one core, {checked / seconds:,.0f} lines a second, peak {memory} MB"
        )
    for command in COMMANDS:
        cold = _cold(command)
        least, middle, most = min(cold), sorted(cold)[2], max(cold)
        print(f"cold secondcheck {command[0]}: min {least:.2f} s, median {middle:.2f} s, max {most:.2f} s")


def _rows() -> Iterator[Mapping[str | None, Any]]:
    with SAMPLE.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _numbered(sample: list[Mapping[str | None, Any]], size: int) -> Iterator[Mapping[str | None, Any]]:
    """The sample again and again, every round as claims of its own."""
    for at, row in enumerate(islice(cycle(sample), size)):
        yield {**row, "claim_id": f"{row['claim_id']}-{at // len(sample)}"}


def _one_by_one(sample: list[Mapping[str | None, Any]]) -> list[float]:
    taken = []
    for _ in range(20):
        for row in sample:
            started = perf_counter()
            list(check_lines([row]))
            taken.append(perf_counter() - started)
    return taken


def _cold(command: tuple[str, ...]) -> list[float]:
    taken = []
    for _ in range(5):
        started = perf_counter()
        run = [sys.executable, "-c", "from assistant.cli import main; main()", *command]
        subprocess.run(run, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 - ours
        taken.append(perf_counter() - started)
    return taken


if __name__ == "__main__":
    main()
