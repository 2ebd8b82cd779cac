"""Recorded drafts as a part of the run, over a score made by hand."""

from types import SimpleNamespace

import pytest

from evals import recorded_drafts
from evals.outcome import Share
from evals.recorded_drafts import SHOWN, STOPPED, WITHHELD, run_recorded_drafts
from evals.run import Run
from evals.scores import WITH, WITHOUT

DRAFT = SimpleNamespace(case="u01", temperature=0.8, question="28 fx, 77427?")
OF = {"right": 10, "wrong": 8, "unsettled": 4}


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Five drafts of which four were wrong; one wrong sentence leaked, two right ones were blocked."""
    score = SimpleNamespace(
        texts=5, wrong_texts=4, wrong_shown=1, of=OF.__getitem__,
        leaked=[(DRAFT, "Bill 7.")], blocked=[(DRAFT, "Bill 6."), (DRAFT, "Six.")], unsettled_shown=[],
    )  # fmt: skip
    monkeypatch.setattr(recorded_drafts, "score_drafts", lambda: score)
    run = Run()
    run_recorded_drafts(run)
    return run


def test_both_figures_count_answers(run: Run):
    assert (Share(4, 5), Share(1, 5)) == (run.counted[WITHOUT], run.counted[WITH])
    assert "| without the second check | 5 | 4 | 80.0 |" in run.sections[0]
    assert "| with the second check | 5 | 1 | 20.0 |" in run.sections[0]
    assert "labelled by hand" in run.sections[0]
    assert "of 10 right sentences 8 are shown" in run.sections[0]


def test_sentences_are_counted_by_their_label(run: Run):
    assert (Share(7, 8), Share(8, 10), Share(4, 4)) == (run.counted[STOPPED], run.counted[SHOWN], run.counted[WITHHELD])


def test_every_miss_is_listed_and_leaks_come_first(run: Run):
    lines = run.misses[0].splitlines()
    assert "leaked, u01 at 0.8" in lines[2]
    assert sum(line.startswith("- blocked") for line in lines) == 2
