"""What changed in the code set, in sentences."""

from __future__ import annotations

from assistant.drafting.change_statements import say_changes
from tests.assistant.asked import decided


def said(codes: str, dos: str = "2026-06-01") -> list[str]:
    return [one.text for one in say_changes(decided(codes, "what_changed", dos))]


def test_the_year_is_told_in_five_sentences() -> None:
    """Levels, guidance, what ended as a range, what is new by name, what is no longer paid."""
    levels, guidance, ended, new, bundled = said("")
    assert "delivery levels 1, 2 and 3 in every setting" in levels
    assert guidance.startswith("From 2026-01-01 77387 reports")
    assert "Ended on 2025-12-31: 77014, 77385, 77386, 77401 and G6001 to G6017." == ended
    assert "77436 (surface treatment planning)" in new
    assert "From 2026-01-01 77417 is bundled in the physician fee schedule (status B)." == bundled


def test_a_code_whose_payment_changed_has_changed() -> None:
    """77417 kept its meaning and lost its payment."""
    assert ["From 2026-01-01 77417 is bundled in the physician fee schedule (status B)."] == said("77417")
    assert [] == said("77417", "2025-06-01")


def test_a_code_that_did_not_change_is_said_to_be_the_same_in_our_files() -> None:
    """77427 is what it was in 2000, in service and status; when it was new is not what is asked."""
    (same,) = said("77427")
    assert same.startswith("77427 shows the same service and payment status before and after 2026-01-01")


def test_what_our_files_do_not_show_on_both_days_is_not_called_the_same() -> None:
    """Of 77439 there is no day before, and of a question on units no word is due."""
    assert not any("same service" in one for one in said("77439"))
    assert [] == [one.text for one in say_changes(decided("77427", "units", "2026-06-01"))]
