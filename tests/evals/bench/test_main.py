"""`python -m evals.bench`, over measurements made by hand."""

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from evals.bench import __main__ as bench
from evals.bench.figure import Figure
from evals.run import NotRun


@pytest.fixture
def modules(monkeypatch: pytest.MonkeyPatch):
    """Puts these in place of the measuring modules: a figure is told, an exception raised."""

    def put(**told: Any) -> None:
        def figures(name: str, ground: Any):
            if isinstance(told[name], Exception):
                raise told[name]
            yield told[name]

        monkeypatch.setattr(
            bench, "_module", lambda name: SimpleNamespace(figures=lambda ground: figures(name, ground))
        )

    return put


def test_a_run_adds_one_line_to_the_history(modules, tmp_path: Path, capsys):
    modules(claims=Figure("one claim line", (1.0, 2.0, 3.0)), gate=Figure("gate", (4.0,)))
    history = tmp_path / "history.jsonl"
    for _ in range(2):
        assert 0 == bench.main(["--only", "claims", "--only", "gate", "--history", str(history)])
    runs = [json.loads(line) for line in history.read_text("utf-8").splitlines()]
    assert 2 == len(runs)
    assert ["claims", "gate"] == [one["module"] for one in runs[0]["figures"]]
    assert 2.0 == runs[0]["figures"][0]["median"]
    assert {"at", "engine", "machine", "load", "not_run"} <= set(runs[0])
    assert "one claim line: n 3, min 1.0" in capsys.readouterr().out


def test_what_cannot_be_measured_here_is_said_and_no_failure(modules, tmp_path: Path):
    modules(slack=NotRun("it needs a checkout."))
    history = tmp_path / "history.jsonl"
    assert 0 == bench.main(["--only", "slack", "--history", str(history)])
    assert {"slack": "it needs a checkout."} == json.loads(history.read_text("utf-8"))["not_run"]


def test_a_measurement_that_breaks_leaves_the_others_their_figures(modules, tmp_path: Path):
    modules(claims=OSError("disk full"), gate=Figure("gate", (4.0,)))
    history = tmp_path / "history.jsonl"
    assert 1 == bench.main(["--only", "claims", "--only", "gate", "--history", str(history)])
    told = json.loads(history.read_text("utf-8"))
    assert "disk full" in told["not_run"]["claims"]
    assert ["gate"] == [one["what"] for one in told["figures"]]


def test_a_module_that_prints_its_own_lines_keeps_them(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setattr(bench, "_module", lambda name: SimpleNamespace(__name__="this"))  # Python's own, prints a poem
    history = tmp_path / "history.jsonl"
    assert 0 == bench.main(["--only", "retrieval", "--history", str(history)])
    assert "Beautiful is better than ugly." in json.loads(history.read_text("utf-8"))["lines"]["retrieval"]


def test_a_module_that_is_not_there_is_named():
    with pytest.raises(NotRun, match="nowhere"):
        bench._module("nowhere")
