"""Codes on a date of service: valid, ended, not yet, not ours, mistyped."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.rules.codes import code_on, nearest, successors
from corpus.rulebook import codes, entry

ENDED = ["77014", "77385", "77386", "77401", "G6001", "G6002", "G6015", "G6016", "G6017"]


@pytest.mark.parametrize("code", ENDED)
def test_a_code_that_ended_with_2025(code: str) -> None:
    """Valid on its last day, not on the next, and then it points somewhere."""
    assert code_on(code, date(2025, 12, 31)).valid is True
    for day in (date(2026, 1, 1), date(2026, 1, 2)):
        gone = code_on(code, day)
        assert gone.valid is False
        assert gone.replaced_by
        assert "2025-12-31" in gone.why


@pytest.mark.parametrize("code", ["77436", "77437", "77438", "77439"])
def test_a_code_that_began_with_2026(code: str) -> None:
    assert code_on(code, date(2025, 12, 31)).valid is False
    assert code_on(code, date(2026, 1, 1)).valid is True


@pytest.mark.parametrize("code", ["77402", "77407", "77412", "77387"])
def test_a_redefined_code_is_valid_on_both_sides_with_different_meanings(code: str) -> None:
    before, after = code_on(code, date(2025, 12, 31)), code_on(code, date(2026, 1, 1))
    assert before.valid
    assert after.valid
    assert before.why != after.why


def test_a_date_before_our_evidence_is_not_judged() -> None:
    """77417 is older than the oldest file we hold: no verdict, and the sentence says where evidence begins."""
    said = code_on("77417", date(2019, 12, 31))
    assert said.valid is None
    assert "2020-01-01" in said.why
    assert code_on("77417", date(2020, 1, 1)).valid is True


def test_a_code_of_before_2015_is_named_as_such() -> None:
    """77418 was an IMRT code to 2014: invalid today, outside our evidence for its own time."""
    assert code_on("77418", date(2026, 3, 1)).valid is False
    assert "2014" in code_on("77418", date(2026, 3, 1)).why
    assert code_on("77418", date(2014, 3, 1)).valid is None


def test_a_number_of_radiation_oncology_that_no_file_lists_is_invalid() -> None:
    assert code_on("77419", date(2025, 3, 1)).valid is False


def test_a_code_of_another_field_is_not_judged() -> None:
    assert code_on("99213", date(2025, 3, 1)).valid is None


@pytest.mark.parametrize(("typed", "meant"), [
    ("7741", "77417"), ("77147", "77417"), ("774277", "77427"), ("7742", "77427"), ("g615", "G6015"),
    ("774O2", "77402"),
])  # fmt: skip
def test_a_likely_slip_is_offered(typed: str, meant: str) -> None:
    assert meant in nearest(typed)


def test_a_short_code_says_how_long_codes_are() -> None:
    said = code_on("7741", date(2026, 3, 1))
    assert said.valid is False
    assert "five characters" in said.why
    assert "77417" in said.why


@pytest.mark.parametrize("typed", ["", "banana", "99213", "12", "7" * 30])
def test_what_resembles_nothing_offers_nothing(typed: str) -> None:
    assert nearest(typed) == ()


def test_lower_case_and_blanks_are_forgiven() -> None:
    assert code_on(" g6015 ", date(2025, 3, 1)).valid is True


def test_successors() -> None:
    assert successors("77386") == ("77407", "77412")
    assert successors("77427") == ()


@pytest.mark.parametrize("code", codes())
def test_every_successor_exists_the_day_after(code: str) -> None:
    """Nobody is sent to a code that is itself invalid."""
    known = entry(code)
    assert known is not None
    end = known.periods[-1].end
    if end is None:
        return
    for other in successors(code):
        assert code_on(other, date(2026, 1, 1)).valid is True
