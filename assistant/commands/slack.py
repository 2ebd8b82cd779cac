"""`secondcheck slack`: the same answers in Slack. The page's room is above ours, so it is started, not imported."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

from assistant.errors import InputError


def slack(
    manifest: Annotated[
        bool, typer.Option("--manifest", help="Print the manifest that creates the Slack app, and stop.")
    ] = False,
    address: Annotated[
        str, typer.Option(metavar="URL", help="With --manifest: where Slack reaches you, for signed HTTP.")
    ] = "",
) -> None:
    """Answer in Slack: mentions, direct messages, /code, /check, second-check this."""
    if importlib.util.find_spec("slack_bolt") is None:
        raise InputError(
            "Slack's own library is not installed.", "", 'Install it: python -m pip install "secondcheck[slack]"'
        )
    command = [sys.executable, "-P", "-m", "ui.slack"]
    if manifest:
        command += ["--manifest", *([address] if address else [])]
    # Found wherever it lies, and nothing of the working folder in its place.
    root = str(Path(__file__).parents[2])
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, [root, os.environ.get("PYTHONPATH")]))}
    sys.stdout.flush()
    if os.name == "posix":
        os.execve(sys.executable, command, env)  # noqa: S606  One program: signals reach the one that works.
    try:
        raise typer.Exit(max(subprocess.run(command, env=env, check=False).returncode, 0))  # noqa: S603
    except KeyboardInterrupt:  # the program below heard it too
        return
