"""The queries on retrieval: enough of every kind, and their sources are ones we hold."""

from collections import Counter

import pytest
from pydantic import ValidationError

from corpus.sources import load_sources
from evals.case import Query
from evals.retrieval.queries import KINDS, queries_of


def test_the_digests_are_asked_every_kind_of_query():
    """Each kind has at least twenty queries, 150 and more in all."""
    queries = queries_of("digests")
    assert min(Counter(query.kind for query in queries)[kind] for kind in KINDS) >= 20
    assert len(queries) >= 150


def test_every_right_source_is_one_we_hold():
    """A misspelt source would count as a miss for ever."""
    assert {source for query in queries_of("digests") for source in query.sources} <= set(load_sources())


def test_the_seeds_are_called_by_their_numbers():
    """The files lie beside the checkout; nothing here names more of them than the number in front."""
    assert {source for query in queries_of("seeds") for source in query.sources} <= {f"{n:03}" for n in range(5)}


@pytest.mark.parametrize(
    "given", [{"sources": []}, {"kind": "nothing-there", "sources": ["a"]}, {"kind": "follow-up", "sources": ["a"]}]
)
def test_a_query_of_two_minds_is_refused(given):
    """Sources are wanted except where nothing is there, and a follow-up follows something."""
    with pytest.raises(ValidationError):
        Query.model_validate({"id": "q", "text": "77417", **given})
