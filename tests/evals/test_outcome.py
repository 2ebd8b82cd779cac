"""Shares and their intervals."""

import pytest

from evals.outcome import Outcome, Share, share_of


def test_wilson_s_interval_is_the_published_one():
    low, high = Share(8, 10).interval
    assert (low, high) == pytest.approx((0.490, 0.943), abs=0.001)


def test_all_of_few_is_no_certainty():
    low, high = Share(5, 5).interval
    assert high == 1.0
    assert low == pytest.approx(0.566, abs=0.001)


def test_nothing_measured_is_nothing_known():
    assert Share(0, 0).value is None
    assert Share(0, 0).interval == (0.0, 1.0)


def test_a_share_counts_what_passed():
    assert share_of([Outcome("m", "a", True), Outcome("m", "b", False)]) == Share(1, 2)
