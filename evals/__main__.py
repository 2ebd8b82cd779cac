"""`python -m evals`: every case, without network, one report in Markdown."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from evals import engine
from evals.case import TODAY
from evals.loading import MalformedCase, read_claims, read_prose, read_queries, read_questions
from evals.report import markdown, scores
from evals.run import BASELINE, Run
from evals.runner import run_claims, run_prose, run_questions, run_retrieval

PARTS = ("questions", "prose", "claims", "retrieval")


def main(words: list[str] | None = None) -> int:
    """Runs the parts asked for. Exit 0 when everything ran, whatever the scores; 2 for a malformed case."""
    asked = _options().parse_args(words)
    os.environ["SECONDCHECK_TODAY"] = TODAY  # before the engine's settings are read
    run = Run(notes=list(asked.note or []))
    try:
        _run(run, asked.only or list(PARTS))
    except MalformedCase as wrong:
        print(wrong, file=sys.stderr)
        return 2
    asked.to.parent.mkdir(parents=True, exist_ok=True)
    asked.to.write_text(markdown(run, "Second Check: evaluation"), "utf-8")
    if asked.figures:
        asked.figures.write_text(json.dumps(_figures(run), ensure_ascii=False, indent=1), "utf-8")
    for name, share in scores(run).items():
        print(f"{name}: {share.passed} of {share.n}")
    print(f"Report: {asked.to}")
    return 0


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evals", description=__doc__)
    parser.add_argument("--only", action="append", choices=PARTS, help="run this part; may be given several times")
    parser.add_argument("--to", type=Path, default=Path("evals/report.md"), help="where the report goes")
    parser.add_argument(
        "--note", action="append", help="a line for the head of the report, such as the commit that is judged"
    )
    parser.add_argument("--figures", type=Path, help="also write every outcome as JSON to this file")
    return parser


def _figures(run: Run) -> dict[str, Any]:
    return {
        "scores": {name: [share.passed, share.n] for name, share in scores(run).items()},
        "outcomes": [asdict(one) for one in run.outcomes],
        "asked": {key: asdict(one) for key, one in run.asked.items()},
    }


def _run(run: Run, parts: list[str]) -> None:
    from assistant import Assistant

    if "questions" in parts:
        run_questions(run, Assistant(), read_questions())
    if "prose" in parts:
        run_prose(run, engine.verify, read_prose())
    if "claims" in parts:
        run_claims(run, engine.check, read_claims())
    if "retrieval" in parts:
        from evals.baseline import TutorialRetrieval

        queries = read_queries()
        run_retrieval(run, "our retrieval", engine.search, queries)
        with tempfile.TemporaryDirectory() as folder:
            tutorial = TutorialRetrieval(Path(folder))
            run_retrieval(run, f"{BASELINE} retrieval", tutorial.search, queries)
            _model(run, tutorial.passages)


def _model(run: Run, passages: Callable[[str], list[str]]) -> None:
    """Answers of a configured model without and with the gate; without one the report says that they were left out."""
    from assistant import Assistant
    from assistant.drafting.providers import open_model
    from assistant.errors import ModelUnavailable
    from assistant.settings import load_settings

    settings = load_settings()
    if not settings.model:
        run.notes.append("No chat model is configured: answers without and with the gate were not compared.")
        return
    from evals.bare_model import run_bare_model

    try:
        model = open_model(settings)
    except ModelUnavailable as unavailable:
        run.notes.append(f"The chat model was not compared: {unavailable}")
        return
    run_bare_model(run, model, passages, Assistant(settings), read_questions())


if __name__ == "__main__":
    sys.exit(main())
