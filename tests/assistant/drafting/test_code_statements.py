"""Rulings on a code itself in words: valid or not, its level, its status."""

from __future__ import annotations

from assistant.drafting.biller_statements import say_billers
from assistant.drafting.code_statements import (
    say_apcs,
    say_codes,
    say_statuses,
)
from assistant.drafting.level_statements import say_images, say_level
from assistant.drafting.pair_statements import say_pairs
from tests.assistant.asked import decided


def test_a_valid_code_is_told_only_when_asked() -> None:
    """ "Is 77407 valid" gets its sentence; a question on units does not."""
    asked = decided("77407", "validity", "2026-02-10", case="on 2026-02-10")
    assert next(one.text for one in say_codes(asked)).startswith("On 2026-02-10, 77407 (")
    assert [] == list(say_codes(decided("77407", "units", "2026-02-10")))


def test_an_ended_code_is_told_unasked() -> None:
    """77386 ended with 2025: whatever is asked about it in 2026, that comes first."""
    (told,) = say_codes(decided("77386", "modifier", "2026-02-10"))
    assert told.text.startswith("77386 ended on 2025-12-31; for this date of service see 77407 or 77412")


def test_an_open_level_is_not_repeated_behind_an_ended_code() -> None:
    """The ended code has named the choice already."""
    assert [] == list(say_level(decided("77386", "validity", "2026-02-10")))


def test_a_settled_level_is_told() -> None:
    """One isocenter without motion management: IMRT of 2026 is level 2."""
    decision = decided("77386", "validity", "2026-02-10", technique="imrt", isocenters=1, motion_management=False)
    (told,) = say_level(decision)
    assert told.code == "77407"


def test_payment_is_told_per_system() -> None:
    """77417 in 2026: bundled in the physician fee schedule (B), packaged in the hospital (N)."""
    told = [one.text for one in say_statuses(decided("77417", "coverage", "2026-02-10"))]
    assert any("physician fee schedule 77417 has status B" in one for one in told)
    assert any("(OPPS) 77417 has status N" in one for one in told)


def test_payment_is_not_told_twice() -> None:
    """Where units were counted, they have said how the code is paid."""
    assert [] == list(say_statuses(decided("77417", "coverage units", "2026-02-10", fractions=28)))


def test_for_a_modifier_only_what_is_not_paid_is_told() -> None:
    """A question on 77427-26 needs no word on status A; one on 77417-26 needs status B."""
    assert [] == list(say_statuses(decided("77427", "modifier", "2026-02-10", modifiers=("26",))))
    told = list(say_statuses(decided("77417", "modifier", "2026-02-10", modifiers=("26",))))
    assert told and "status B" in told[0].text


def test_who_bills_and_what_goes_together_keep_their_references() -> None:
    """Port images are technical work; 77301 and 77417 of one date never go together (indicator 0)."""
    decision = decided("77417 77301", "who_bills pair", "2026-10-15", setting="hospital_outpatient", biller="facility")
    assert all(one.references for one in say_billers(decision))
    (pair,) = [ruling for _, ruling in decision.pairs]
    assert "no" == pair.together
    assert all(one.references for one in say_pairs(decision))


def test_image_guidance_beside_a_level_never_raises_it() -> None:
    """ "Does daily CBCT bump 77407 up": said first; without a level or without guidance it is not said."""
    asked = decided("77387 77407 77412", "definition", "2026-02-10", guessed=True)
    (told,) = say_images(asked)
    assert "Image guidance never raises the level." == told.text
    assert [] == list(say_images(decided("77387 77427", "definition", "2026-02-10")))


def test_a_valid_code_that_is_not_paid_says_so() -> None:
    """ "Is 77417 deleted": a code, and bundled; of one that is paid the question needs no word on payment."""
    told = [one.text for one in say_statuses(decided("77417", "validity", "2026-02-10"))]
    assert ["In the physician fee schedule 77417 has status B, bundled, so that no unit is separately payable."] == told
    assert [] == list(say_statuses(decided("77427", "validity", "2026-02-10")))


def test_the_apc_is_told_to_who_asks_for_it() -> None:
    """77407 and 77412 stand in different payment classes of 2026."""
    told = [one.text for one in say_apcs(decided("77407 77412", "coverage", "2026-06-01", of_apcs=True))]
    assert ["OPPS places 77407 in APC 5622 on this date.", "OPPS places 77412 in APC 5623 on this date."] == told
    assert [] == list(say_apcs(decided("77407", "coverage", "2026-06-01")))


def test_codes_that_ended_alike_are_named_in_one_sentence() -> None:
    """77385, 77386 and G6015 gave way to the same two levels, 77014 and G6002 to 77387."""
    levels, guidance = say_codes(decided("77385 77014 77386 G6002 G6015", "validity", "2026-03-02"))
    assert levels.text.startswith("77385, 77386 and G6015 ended on 2025-12-31; for this date of service see 77407 or")
    assert guidance.text.startswith("77014 and G6002 ended on 2025-12-31; for this date of service see 77387")
