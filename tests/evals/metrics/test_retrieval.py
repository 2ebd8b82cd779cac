"""Search results, judged."""

from types import SimpleNamespace

import pytest

from evals.case import Query
from evals.metrics.retrieval import first_right, gain, judge, reciprocal_rank, right_places

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


def found(*named: tuple[str, str]):
    """Passages by source and the code they write."""
    return [SimpleNamespace(source=source, codes=(code,)) for source, code in named]


def test_a_right_source_counts_once_and_its_further_passages_take_no_place():
    """The manual's second passage neither helps nor pushes the society down."""
    places = right_places(QUERY, found(("manual", ""), ("manual", ""), ("vendor", ""), ("astro", "")))
    assert [True, False, True] == places


def test_a_query_about_a_code_wants_a_passage_on_that_code():
    """The right source in a passage on another code is no hit."""
    query = Query(id="q", text="77417 units", sources=["manual"], kind="exact code")
    assert [False, True] == right_places(query, found(("manual", "77427"), ("manual", "77417")))


def test_where_nothing_is_there_only_an_empty_result_is_right():
    """One passage is one too many."""
    query = Query(id="q", text="best pizza", sources=[], kind="nothing-there")
    assert ([True], [False]) == (right_places(query, []), right_places(query, found(("manual", ""))))


def test_the_gain_is_one_when_every_right_source_comes_first():
    """Two right sources at the first two places are perfect; at the second and third they are not."""
    assert 1.0 == gain(QUERY, [True, True, False], 10)
    assert gain(QUERY, [False, True, True], 10) == pytest.approx((0.6309 + 0.5) / (1 + 0.6309), abs=1e-3)
    assert 0.0 == gain(QUERY, [False], 10)


def test_the_first_right_place_decides_the_rank():
    """One over the place, 0 where none is right."""
    assert (0.5, 0.0) == (first_right([False, True]), first_right([False]))
