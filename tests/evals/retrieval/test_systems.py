"""The fusion we compare with."""

from types import SimpleNamespace

from evals.retrieval.systems import equal_fusion


def test_equal_fusion_rewards_what_both_lists_hold():
    """Second in both lists beats first in one; each passage comes once."""
    a, b, c = (SimpleNamespace(id=name) for name in "abc")
    assert ["b", "a", "c"] == [one.id for one in equal_fusion([a, b], [c, b])]
