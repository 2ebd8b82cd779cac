"""`python -m evals`, `make evals`, `secondcheck eval`: every case, without network, one report and its scores."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from time import perf_counter
from typing import Any

from evals import failures, report, scores
from evals.case import TODAY
from evals.ground import prepared
from evals.judged import engine, machine
from evals.loading import CASES, MalformedCase
from evals.parts import PARTS, fill
from evals.run import Run

HERE = Path(__file__).parent
BROKEN, MALFORMED = 1, 2


def main(words: list[str] | None = None) -> int:
    """Runs the parts asked for. 0: everything ran, whatever the scores; 1: a part broke; 2: a case is malformed."""
    asked = _options().parse_args(words)
    started = perf_counter()
    run = Run(notes=list(asked.note or []))
    try:
        with prepared() as ground:
            fill(run, ground, asked.only or PARTS)
    except MalformedCase as wrong:
        print(wrong, file=sys.stderr)
        return MALFORMED
    head = {"engine": engine(), "today": TODAY, "machine": machine(), "seconds": round(perf_counter() - started)}
    for name, share in scores.shares(run).items():
        print(f"{name}: {share.passed} of {share.n}")
    for name, why in run.not_run.items():
        print(f"Not run: {name}: {why}")
    if folder := asked.to or (None if asked.only else _default_folder()):
        _write(run, head, folder)
    if asked.figures:
        asked.figures.write_text(json.dumps(_everything(run), ensure_ascii=False, indent=1), "utf-8")
    return BROKEN if run.broken else 0


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="secondcheck eval", description=__doc__)
    parser.add_argument(
        "--only", action="append", choices=PARTS,
        help="run this part; may be given several times. A part alone leaves the last report as it is, "
        "unless --to says where it goes. " + "; ".join(f"{part.name}: {part.what}" for part in PARTS.values()),
    )  # fmt: skip
    parser.add_argument("--to", type=Path, metavar="FOLDER", help="where report.md, failures.md and scores.json go")
    parser.add_argument("--note", action="append", help="a line for the head of the report")
    parser.add_argument("--figures", type=Path, metavar="FILE", help="also write every outcome as JSON to this file")
    return parser


def _default_folder() -> Path:
    """Beside the cases in a checkout, where the last report is kept; an installed package is nobody's notebook."""
    return HERE if (HERE.parent / "pyproject.toml").exists() else Path.cwd()


def _write(run: Run, head: dict[str, Any], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    history = (CASES / "history.md").read_text("utf-8").strip()
    (folder / "report.md").write_text(report.markdown(run, head, history), "utf-8")
    (folder / "failures.md").write_text(failures.markdown(run), "utf-8")
    (folder / "scores.json").write_text(scores.as_json(run, head), "utf-8")
    print(f"Report: {folder / 'report.md'}")
    readme = HERE.parent / "README.md"
    if folder == HERE and readme.exists():
        told = scores.put_into(readme.read_text("utf-8"), scores.short(scores.shares(run)))
        readme.write_text(told, "utf-8")


def _everything(run: Run) -> dict[str, Any]:
    return {
        "scores": {name: [share.passed, share.n] for name, share in scores.shares(run).items()},
        "outcomes": [asdict(one) for one in run.outcomes],
        "asked": {key: asdict(one) for key, one in run.asked.items()},
    }


if __name__ == "__main__":
    sys.exit(main())
