"""Numbered citations: each reference once, in order of first use, with its dates and standing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from assistant.citing import Citations, in_force
from corpus.rulebook import Reference
from corpus.sources import Source, load_sources
from tests.assistant.drafting.test_quoting import passage

MANUAL = Reference(source="cms-manual-13-70-1")


def added(name: str = "added-0123") -> Source:
    return Source.model_validate(
        {
            "id": name, "title": "UHC image guidance", "publisher": "not stated", "authority": "payer",
            "read_at": date(2026, 11, 22), "standing": "in_force", "payers": ("uhc",), "seen": "whole",
            "words": "theirs", "document": "uhc.txt",
        }
    )  # fmt: skip


def test_the_same_section_keeps_its_number() -> None:
    """Asked twice, a reference is one row; another source is the next number."""
    citations = Citations()
    assert [1, 1, 2] == [
        citations.of(MANUAL, "77427"),
        citations.of(MANUAL, "77427"),
        citations.of(Reference(source="cms-rvu26a"), "77427"),
    ]
    assert [1, 2] == [row.n for row in citations.rows()]


def test_the_section_cited_speaks_of_the_code() -> None:
    """A reference without a section leads to the part of the source that names the code."""
    citations = Citations()
    citations.of(Reference(source="cms-rvu26a"), "77427")
    assert "77427" in citations.rows()[0].passage


def test_our_digest_is_never_shown_as_the_sources_own_text() -> None:
    """A digest is "ours"; a document the user added is "theirs"."""
    citations = Citations({"added-0123": added()})
    citations.of(MANUAL, "77427")
    citations.of_passage(passage("Report 77387 in the hospital.", source="added-0123", words="theirs"))
    assert ["ours", "theirs"] == [row.words for row in citations.rows()]
    assert "Report 77387 in the hospital." == citations.rows()[1].passage


def test_a_source_that_left_the_list_is_not_citable() -> None:
    """An index may be older than the list of sources."""
    assert Citations().knows(passage("x", source="cms-manual-13-70-1"))
    assert not Citations().knows(passage("x", source="added-0123"))
    assert not Citations().knows(passage("x", source="gone"))


def test_marks_are_counted_in_the_order_the_reader_meets_them() -> None:
    """What was withheld leaves no gap in the numbers, and no row that nothing points to."""
    citations = Citations()
    for source in ("cms-manual-13-70-1", "cms-rvu26a", "cms-mue-prac-2026q2"):
        if source in load_sources():
            citations.of(Reference(source=source), "77427")
    assert ["Later [1].", " Earlier [2][1]."] == [citations.numbered(one) for one in ("Later [2].", " Earlier [1][2].")]
    assert [(1, "cms-rvu26a"), (2, "cms-manual-13-70-1")] == [(row.n, row.source) for row in citations.shown()]


def test_a_mark_that_leads_nowhere_goes() -> None:
    """A number in brackets without a row is no citation."""
    citations = Citations()
    assert ("Nobody said this.", ()) == (citations.numbered("Nobody said this [7]."), citations.shown())


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (None, None, "not stated"),
        (date(2026, 1, 1), None, "from 2026-01-01"),
        (date(2026, 1, 1), date(9999, 12, 31), "from 2026-01-01"),
        (None, date(2025, 12, 31), "to 2025-12-31"),
        (date(2020, 1, 1), date(2025, 12, 31), "2020-01-01 to 2025-12-31"),
    ],
)
def test_dates_in_force_read_as_words(start: date | None, end: date | None, said: str) -> None:
    """An unknown date is never invented."""
    assert said == in_force(start, end)


def test_two_passages_of_one_page_share_a_number_only_with_one_mark() -> None:
    """The mark of a section tells two passages of one source apart."""
    citations = Citations({"added-0123": added()})
    one = passage("First part.", source="added-0123", mark="a")
    assert [1, 2, 1] == [citations.of_passage(each) for each in (one, replace(one, mark="b"), one)]
