"""`secondcheck eval`: how good the answers are. The room of the cases is above ours, so it is started, not imported."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer


def evaluate(
    only: Annotated[
        list[str] | None, typer.Option(metavar="PART", help="Run this part; may be given several times.")
    ] = None,
    to: Annotated[Path | None, typer.Option(metavar="FOLDER", help="Where the report and its scores go.")] = None,
) -> None:
    """Judge the answers on every case; write the report.

    Without network, in some minutes. Parts: questions, prose, claims, retrieval, finding, attack, drafts, model. A part
    alone leaves the last report as it is. Exit code 0: everything ran, whatever the scores; 1: a part broke; 2: a case
    file cannot be used.
    """
    given = [word for part in only or () for word in ("--only", part)] + (["--to", str(to)] if to else [])
    # Found wherever it lies, and nothing of the working folder in its place.
    root = str(Path(__file__).parents[2])
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, [root, os.environ.get("PYTHONPATH")]))}
    sys.stdout.flush()
    try:
        ended = subprocess.run([sys.executable, "-P", "-m", "evals", *given], env=env, check=False)  # noqa: S603  ours
    except KeyboardInterrupt:  # the program below heard it too
        raise typer.Exit(130) from None
    raise typer.Exit(ended.returncode if ended.returncode >= 0 else 1)
