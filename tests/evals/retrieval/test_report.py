"""The report on retrieval, from results made for the test."""

from evals.case import Query
from evals.retrieval.measuring import Measured, Searched
from evals.retrieval.report import hits, interval_of_mean, markdown

FOUND = Searched(Query(id="a", text="port films", sources=["manual"]), (True, False), ("manual#s", "vendor#s"))
LATE = Searched(Query(id="b", text="physics week", sources=["acoa"]), (False, True), ("vendor#s", "acoa#s"))


def test_hits_are_counted_to_the_depth_asked():
    """The second result counts at five and not at one."""
    assert (1, 2) == (hits([FOUND, LATE], 1).passed, hits([FOUND, LATE], 5).passed)


def test_an_interval_holds_the_mean_and_is_the_same_in_every_run():
    """Seeded resamples: narrow where all values agree, around the mean where not."""
    low, high = interval_of_mean([0.0, 1.0] * 20)
    assert low < 0.5 < high
    assert (low, high) == interval_of_mean([0.0, 1.0] * 20)
    assert interval_of_mean([1.0] * 5) == (1.0, 1.0)


def test_the_report_has_every_system_and_names_the_misses():
    """Figures by kind, then what ours did not find at the first place, and what could not be measured."""
    measured = Measured({"digests": {"dense only": [FOUND, LATE], "ours": [FOUND, LATE]}}, ["The seeds were left out."])
    told = markdown(measured)
    assert "| dense only | 0.50" in told
    assert "### plain words (n 2)" in told
    assert "The seeds were left out." in told
    assert "- b (plain words): “physics week”; first right place: 2; first: vendor#s" in told
    assert "- a " not in told
