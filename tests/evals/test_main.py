"""`python -m evals`, over the parts that need no index."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from evals import parts
from evals.__main__ import main
from evals.loading import MalformedCase
from evals.parts import Part
from evals.run import NotRun


@pytest.fixture
def only_part(monkeypatch: pytest.MonkeyPatch):
    """Puts one part in place of all of them."""

    def put(broken: Exception | None) -> None:
        def filled(run: Any, ground: Any) -> None:
            if broken:
                raise broken

        monkeypatch.setitem(parts.PARTS, "claims", Part("claims", "claim lines", filled))

    return put


def test_claims_alone_leave_a_report_its_failures_and_its_scores(tmp_path: Path, capsys):
    assert main(["--only", "claims", "--to", str(tmp_path), "--figures", str(tmp_path / "all.json")]) == 0
    assert "| claim verdict |" in (tmp_path / "report.md").read_text("utf-8")
    assert (tmp_path / "failures.md").exists()
    scores = json.loads((tmp_path / "scores.json").read_text("utf-8"))
    verdict = next(one for one in scores["metrics"] if one["name"] == "claim verdict")
    assert verdict["n"] >= 100
    assert verdict["interval"][0] <= verdict["value"] <= verdict["interval"][1]
    assert scores["today"] == "2026-11-22"
    assert "claims" in scores["parts"]
    assert "asked" in json.loads((tmp_path / "all.json").read_text("utf-8"))
    assert "claim verdict" in capsys.readouterr().out


def test_a_part_alone_leaves_the_last_report_as_it_is(capsys):
    assert main(["--only", "claims"]) == 0
    assert "Report:" not in capsys.readouterr().out


def test_a_part_that_is_missing_is_named_with_its_reason(only_part, tmp_path: Path):
    only_part(NotRun("no labels yet"))
    assert main(["--only", "claims", "--to", str(tmp_path)]) == 0
    assert "- **claims**: no labels yet" in (tmp_path / "report.md").read_text("utf-8")


def test_a_part_that_breaks_is_said_and_costs_the_exit_code(only_part, tmp_path: Path):
    only_part(OSError("disk full"))
    assert main(["--only", "claims", "--to", str(tmp_path)]) == 1
    assert "disk full" in (tmp_path / "report.md").read_text("utf-8")


def test_a_malformed_case_ends_the_run_with_its_name(only_part, capsys):
    only_part(MalformedCase("odd.yaml, case a, field confidence: no"))
    assert main(["--only", "claims"]) == 2
    assert "odd.yaml, case a, field confidence" in capsys.readouterr().err


def test_a_run_leaves_the_settings_as_they_were():
    before = dict(os.environ)
    main(["--only", "claims"])
    assert dict(os.environ) == before
