"""What was judged or measured, and on which machine: figures without this mean nothing later."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).parents[1]
JUDGED = ("assistant", "corpus", "evals/cases")  # a change in one of them is another engine than the commit's


def engine() -> str:
    """The commit, and whether its files were changed; in an installed package its version."""
    commit = _git("rev-parse", "--short", "HEAD")
    if not commit:
        return f"version {metadata.version('secondcheck')}"
    changed = _git("status", "--porcelain", "--", *JUDGED)
    return f"commit {commit}{' with changes' if changed else ''}"


def machine() -> str:
    """Processor, cores and Python: no name of the computer."""
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"


def _git(*words: str) -> str:
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        return ""
    command = [git, "-C", str(ROOT), *words]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  our own words
    return ended.stdout.strip() if ended.returncode == 0 else ""
