"""README cannot drift: help, settings, commands and links are compared with the program."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

from assistant.cli import app
from assistant.settings import PREFIX, Settings
from evals import scores
from evals.loading import read_claims, read_prose, read_questions
from evals.metrics import claims, gate

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def block(name: str) -> str:
    """What stands between <!-- name --> and <!-- /name -->."""
    found = re.search(rf"<!-- {name} -->\n(.*?)\n<!-- /{name} -->", README, re.DOTALL)
    assert found, f"README has no part marked <!-- {name} -->"
    return found[1]


def settings_table() -> str:
    rows = ["| environment variable | default | what it does |", "| --- | --- | --- |"]
    for name, field in Settings.model_fields.items():
        value = "" if field.default_factory or field.default in {None, ""} else str(field.default).lower()
        default = "your system's folder for application data" if field.default_factory else value and f"`{value}`"
        example = f", for example `{field.examples[0]}`" if field.examples else ""
        rows.append(f"| `{PREFIX}{name.upper()}` | {default} | {field.description}{example} |")
    return "\n".join(rows)


def test_help_is_quoted_as_it_prints() -> None:
    """The reader sees what the command says today."""
    env = {**os.environ, "COLUMNS": "100", "TERMINAL_WIDTH": "100"}
    command = [sys.executable, "-m", "assistant.cli", "--help"]
    printed = subprocess.run(command, capture_output=True, text=True, env=env, timeout=60).stdout
    expected = f"```text\n$ secondcheck --help\n{printed.strip()}\n```"
    assert expected == block("help"), f"Put this into README:\n{expected}"


def test_every_setting_is_described() -> None:
    """A setting that README does not name does not exist for its users."""
    assert settings_table() == block("settings"), f"Put this into README:\n{settings_table()}"


def test_scores_are_those_of_the_last_report() -> None:
    """A figure in README, on the page and in the report is one figure."""
    expected = scores.table(scores.last()["short"])
    assert expected == block("scores"), f"Put this into README:\n{expected}"
    assert expected in (ROOT / "evals" / "report.md").read_text("utf-8"), "report.md is of another run: make evals"


def test_the_last_report_judged_the_cases_that_are_here() -> None:
    """A case that was added since has no score yet."""
    held = {one["name"]: one["n"] for one in scores.last()["metrics"]}
    judged = (held[scores.RIGHT], held[gate.BLOCK] + held[gate.LEAK], held[claims.VERDICT])
    assert (len(read_questions()), len(read_prose()), len(read_claims())) == judged, "Run `make evals`"


@pytest.mark.parametrize("file", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_links_lead_somewhere(file: str) -> None:
    """Pictures and files that are linked are there."""
    linked = re.findall(r"\]\((?!https?://|#|mailto:)([^)#]+)", (ROOT / file).read_text("utf-8"))
    assert not [link for link in linked if not (ROOT / link).exists()]


def test_every_command_shown_exists() -> None:
    """What README tells you to type is understood, options included."""
    shown = re.findall(r"^(?:\$ )?secondcheck ([^\n#|]+)", README, re.MULTILINE)
    known = getattr(get_command(app), "commands", {})
    assert shown
    for line in shown:
        name = line.split()[0]
        if name.startswith("-"):
            continue
        assert name in known, f"README shows `secondcheck {name}`"
        command = [sys.executable, "-m", "assistant.cli", name, "--help"]
        printed = subprocess.run(command, capture_output=True, text=True, timeout=60).stdout
        missing = [option for option in re.findall(r"(?<=\s)--[a-z-]+", line) if option not in printed]
        assert not missing, f"`secondcheck {name}` has no {missing}"


def test_every_make_target_shown_exists() -> None:
    """`make run` and the others are there."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in set(re.findall(r"\bmake ([a-z]+)", README)):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), f"README shows `make {target}`"
