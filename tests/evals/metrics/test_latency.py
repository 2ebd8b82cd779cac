"""Quantiles of the seconds."""

from evals.metrics.latency import quantile


def test_quantiles_take_the_nearest_rank():
    assert quantile([3.0, 1.0, 2.0, 4.0], 0.5) == 2.0
    assert quantile([3.0, 1.0, 2.0, 4.0], 0.95) == 4.0


def test_no_measurement_is_zero_seconds():
    assert quantile([], 0.5) == 0.0
