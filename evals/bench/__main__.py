"""`python -m evals.bench`, `make bench`: every speed figure as ratios of one run, added to a history.

The machine is noisy and shared, so no figure means anything alone: compare ratios, and runs of one machine.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from evals.bench.figure import Figure
from evals.ground import Ground, prepared
from evals.judged import engine, machine
from evals.run import NotRun

# One module each, in this order: claim lines first, as their memory shows only before a model is loaded.
MODULES = ("claims", "cold", "gate", "answers", "streaming", "slack", "retrieval")
HISTORY = Path(__file__).parent / "history.jsonl"


def main(words: list[str] | None = None) -> int:
    """Measure, print, remember. 0: everything was measured that can be here; 1: a measurement broke."""
    parser = argparse.ArgumentParser(prog="python -m evals.bench", description=__doc__)
    parser.add_argument("--only", action="append", choices=MODULES, help="measure this; may be given several times")
    parser.add_argument("--history", type=Path, default=HISTORY, metavar="FILE", help="gets one JSON line of this run")
    asked = parser.parse_args(words)
    load = [os.getloadavg()] if hasattr(os, "getloadavg") else []
    print(f"{machine()}; {engine()}", flush=True)
    with prepared() as ground:
        measured, lines, not_run, broken = measure(ground, asked.only or MODULES)
    load += [os.getloadavg()] if load else []
    told = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "engine": engine(),
        "machine": machine(),
        "load": [round(one[0], 2) for one in load],
        "figures": [{"module": name, **one.as_json()} for name, held in measured.items() for one in held],
        "lines": lines,
        "not_run": not_run,
    }
    with asked.history.open("a", encoding="utf-8") as history:
        history.write(json.dumps(told, ensure_ascii=False) + "\n")
    print(f"Load of the machine before and after: {told['load']}. Added to {asked.history.name}.")
    return 1 if broken else 0


Measured = tuple[dict[str, list[Figure]], dict[str, list[str]], dict[str, str], bool]


def measure(ground: Ground, names: Iterable[str]) -> Measured:
    """Figures by module, the lines of those that print their own, what was not measured and why, whether one broke."""
    measured: dict[str, list[Figure]] = {}
    lines: dict[str, list[str]] = {}
    not_run: dict[str, str] = {}
    broken = False
    for name in names:
        try:
            module = _module(name)
            if not hasattr(module, "figures"):
                lines[name] = _printed(module.__name__)
                continue
            for figure in module.figures(ground):
                measured.setdefault(name, []).append(figure)
                print(f"- {figure.line()}", flush=True)
        except NotRun as missing:
            not_run[name] = str(missing)
        except Exception as failed:  # noqa: BLE001  # whatever it is, the others have their figures
            not_run[name], broken = f"it broke: {failed!r}", True
        if name in not_run:
            print(f"- Not measured: {name}: {not_run[name]}", flush=True)
    return measured, lines, not_run, broken


def _printed(module: str) -> list[str]:
    """What a module prints that measures memory too, and therefore in programs of its own."""
    command = [sys.executable, "-m", module]
    ended = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603  our own module
    print(ended.stdout, end="", flush=True)
    return ended.stdout.splitlines()


def _module(name: str) -> Any:
    whole = f"evals.bench.{name}"
    if find_spec(whole) is None:
        raise NotRun(f"{whole} is not in this checkout.")
    return import_module(whole)


if __name__ == "__main__":
    sys.exit(main())
