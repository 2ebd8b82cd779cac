"""Figures of speed: ratios, what a history keeps, what a reader sees."""

import pytest

from evals.bench.figure import Figure, timed


def test_a_figure_is_told_beside_another_one_of_the_run():
    alone = Figure.of("alone", [0.010] * 20)
    answer = Figure.of("answer", [0.020] * 19 + [0.050], alone, aim="p95 within 2")
    assert (2.0, 2.0) == pytest.approx(answer.ratios)
    assert {"n": 20, "min": 20.0, "median": 20.0, "p95": 20.0, "max": 50.0} == {
        name: answer.as_json()[name] for name in ("n", "min", "median", "p95", "max")
    }
    assert "max 50.0 ms; 2.00 and 2.00 of alone (aim: p95 within 2)" in answer.line()


def test_one_value_has_no_distribution():
    assert "memory: n 1, 35.0 MB" == Figure("memory", (35.0,), "MB").line()


def test_every_call_is_timed_by_the_clock_that_was_given():
    ticks = iter(range(100))
    called: list[str] = []
    assert [1, 1, 1, 1] == timed(called.append, iter("ab"), rounds=2, clock=lambda: float(next(ticks)))
    assert ["a", "b", "a", "b"] == called
