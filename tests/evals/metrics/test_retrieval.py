"""Search results, judged."""

from evals.case import Query
from evals.metrics.retrieval import judge, reciprocal_rank

QUERY = Query(id="q", text="port films", sources=["manual", "astro"])


def test_each_depth_is_judged_for_itself():
    outcomes = judge("ours", QUERY, ["vendor", "manual"])
    assert [one.passed for one in outcomes] == [False, True, True]


def test_nothing_found_fails_at_every_depth():
    assert not any(one.passed for one in judge("ours", QUERY, []))


def test_the_reciprocal_rank_is_that_of_the_first_right_source():
    assert reciprocal_rank(QUERY, ["vendor", "astro", "manual"]) == 0.5
    assert reciprocal_rank(QUERY, ["vendor"]) == 0.0


def test_what_was_found_stands_in_the_outcome():
    assert ["vendor", "vendor, manual", "vendor, manual"] == [
        one.got for one in judge("ours", QUERY, ["vendor", "manual"])
    ]
    assert "nothing" == judge("ours", QUERY, [])[0].got
