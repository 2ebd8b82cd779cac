"""What to do about a denial."""

from __future__ import annotations

import pytest

from assistant.drafting.denial_statements import say_denial
from assistant.drafting.ruled import ruled
from tests.assistant.asked import decided


def test_an_ended_code_is_corrected_and_not_appealed() -> None:
    """77014 for March 2026."""
    (told,) = say_denial(decided("77014", "denial", "2026-03-10"))
    assert "corrected, not appealed" in told.text


def test_what_the_status_bundles_is_not_won_by_an_appeal() -> None:
    """77417 in 2026; in an office of 2025 it was paid, and a denial has no such ground."""
    (told,) = say_denial(decided("77417", "denial", "2026-03-10", setting="office"))
    assert "nothing we hold supports an appeal" in told.text
    assert [] == list(say_denial(decided("77417", "denial", "2025-06-01", setting="office")))


def test_where_one_place_pays_and_another_does_not_both_are_told() -> None:
    """77417 in 2025 without a place: paid in the office, packaged in the hospital."""
    told = " ".join(one.text for one in ruled(decided("77417", "denial", "2025-06-01")))
    assert "77417 has status A, paid separately" in told
    assert "77417 has status N, packaged" in told


def test_medicares_status_explains_no_other_payers_denial() -> None:
    """Aetna's denial of 77417 is Aetna's."""
    assert [] == list(say_denial(decided("77417", "denial", "2026-03-10", payer="aetna")))


def test_a_limit_is_told_with_what_can_be_done_about_it() -> None:
    """77334: ten on a date, more with records; 77427: one, and no appeal."""
    told = [one.text for one in ruled(decided("77334", "denial units", "2026-06-01"))]
    assert told[0].startswith("Medicare's limit for 77334 is 10 units on one date")
    assert "More can be argued with records of what was done (MAI 3)." in told
    absolute = [one.text for one in ruled(decided("77427", "denial units", "2026-06-01"))]
    assert any("no record and no appeal lifts it" in one for one in absolute)


@pytest.mark.parametrize(
    ("code", "biller"), [("77412", "professional"), ("77336", "professional"), ("77427", "facility")]
)
def test_a_line_of_another_biller_is_rightly_denied(code: str, biller: str) -> None:
    """Technical work on the physician's bill, his work on the hospital's: withdrawn, not appealed."""
    decision = decided(code, "denial", "2026-06-01", setting="hospital_outpatient", biller=biller)
    assert f"A denial of {code} on that ground is right: withdraw the line" in " ".join(
        one.text for one in say_denial(decision)
    )


def test_of_a_payer_that_refuses_26_the_advice_of_a_source_is_told() -> None:
    """A plan whose text is not held denies 77387-26: ASTRO advises to send the line again without it."""
    told = say_denial(decided("77387", "denial modifier", "2026-03-20", payer="other", modifiers=("26",)))
    assert ["ASTRO says of 77387: some private payers deny the code with modifier 26; "
            "ASTRO advises resubmitting without it there."] == [one.text for one in told]  # fmt: skip
