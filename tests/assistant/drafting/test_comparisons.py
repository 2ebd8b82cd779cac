"""What sets codes apart, in sentences."""

from __future__ import annotations

from assistant.drafting.comparisons import say_comparison, say_levels
from assistant.drafting.ruled import ruled
from tests.assistant.asked import decided


def said(codes: str, dos: str | None = None, **told: object) -> list[str]:
    return [one.text for one in say_comparison(decided(codes, "comparison", dos, **told))]


def test_two_short_services_stand_in_one_sentence() -> None:
    """77301 beside 77295: one sentence, then what both share."""
    first, second = said("77301 77295")
    assert "IMRT plan" in first and "3-D conformal plan" in first
    assert "Both have a professional and a technical part." == second


def test_whose_work_each_pays_for_is_told_where_it_differs() -> None:
    """77387 is the physician's, 77417 technical."""
    assert "77387 pays for the physician's work only and 77417 pays for technical work only." in said("77387 77417")


def test_an_ended_code_is_told_in_the_past_with_what_took_its_place() -> None:
    """77014 and 77387 in 2026: no second sentence on its end."""
    told = [one.text for one in ruled(decided("77387 77014", "comparison", "2026-02-10"))]
    assert any(one.startswith("77014 reported CT guidance") for one in told)
    assert "77014 ended on 2025-12-31; from 2026-01-01 77387 takes its place." in told
    assert 1 == sum("ended on" in one for one in told)


def test_before_its_end_it_is_told_as_any_code() -> None:
    """The same pair for a date of 2025."""
    assert not any("reported" in one or "ended" in one for one in said("77387 77014", "2025-06-01"))


def test_places_compared_are_answered_with_the_levels_they_share() -> None:
    """Freestanding against hospital: three definitions would answer nothing."""
    decision = decided("77402 77407 77412", "comparison", "2026-02-10", case="in the office")
    assert next(one.text for one in say_levels(decision)).startswith("From 2026-01-01 77402, 77407 and 77412")
    assert [] == list(say_comparison(decision))
    assert [] == list(say_levels(decided("77402 77407 77412", "comparison", "2025-02-10")))


def test_whether_both_go_on_one_date_is_told_where_a_table_or_tie_settles_it() -> None:
    """77427 and 77435 never go together; of a silent table a comparison says nothing."""
    told = [one.text for one in ruled(decided("77427 77435", "comparison", "2026-10-15"))]
    assert any("not billed together" in one for one in told)
    silent = [one.text for one in ruled(decided("77427 77412", "comparison", "2026-10-15"))]
    assert not any("silence" in one for one in silent)
