"""`python -m evals`, over the parts that need no index."""

import json
from pathlib import Path

from evals.__main__ import main


def test_claims_alone_leave_a_report_and_its_figures(tmp_path: Path, capsys):
    report = tmp_path / "report.md"
    assert main(["--only", "claims", "--to", str(report), "--figures", str(tmp_path / "report.json")]) == 0
    assert "| claim verdict |" in report.read_text("utf-8")
    held = json.loads(report.with_suffix(".json").read_text("utf-8"))
    assert held["scores"]["claim verdict"][1] >= 100
    assert "claim verdict" in capsys.readouterr().out
