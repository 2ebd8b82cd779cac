"""The coverage page says what the rule book holds, no more and no less."""

from __future__ import annotations

from assistant.rules.coverage import ERAS, HOSPITAL, PAGE, PHYSICIAN, medicare, page
from corpus.rulebook import CodeEntry, entry


def held(code: str) -> CodeEntry:
    known = entry(code)
    assert known is not None
    return known


def test_the_committed_page_is_the_generated_one() -> None:
    """After a change of the rule book: python -m assistant.rules.coverage"""
    assert PAGE.read_text("utf-8") == page()


def test_a_code_with_everything_is_complete() -> None:
    assert str(medicare(held("77427"), ERAS[2][1], PHYSICIAN)) == "complete"


def test_what_is_missing_is_named() -> None:
    """OPPS is held from 2025 on."""
    assert str(medicare(held("77336"), ERAS[0][1], HOSPITAL)) == "partial: no status"


def test_dates_without_the_code_are_marked() -> None:
    assert str(medicare(held("77385"), ERAS[2][1], HOSPITAL)) == "–"


def test_a_bundled_code_needs_no_unit_rule() -> None:
    assert str(medicare(held("77417"), ERAS[2][1], PHYSICIAN)) == "complete"
