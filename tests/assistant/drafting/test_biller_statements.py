"""Whose bill a code belongs on, in words."""

from __future__ import annotations

import pytest

from assistant.drafting.biller_statements import say_billers
from tests.assistant.asked import decided


def said(codes: str, dos: str = "2026-06-01", **told: object) -> list[str]:
    return [one.text for one in say_billers(decided(codes, "who_bills", dos, **told))]


@pytest.mark.parametrize("code", ["77336", "77370", "77373", "77412"])
def test_technical_work_of_a_hospital_is_said_once(code: str) -> None:
    """Who cannot bill it; that it pays for technical work has been said by that."""
    told = said(code, setting="hospital_outpatient")
    assert "is technical work: in a hospital outpatient department it belongs to the facility." in told[0]
    assert ["A physician cannot bill it."] == told[1:]


@pytest.mark.parametrize("code", ["77334", "77301", "77290"])
def test_a_code_that_splits_is_on_two_bills_of_a_hospital(code: str) -> None:
    """26 for the physician, the technical part for the facility."""
    (told,) = said(code, setting="hospital_outpatient")
    assert f"{code} is on two bills: the physician bills the professional part with 26" in told


@pytest.mark.parametrize(
    ("code", "instead"), [("G6012", "77412"), ("G6015", "77385 or 77386"), ("G6003", "77402"), ("G6011", "77412")]
)
def test_a_code_of_the_fee_schedule_alone_is_not_the_hospitals(code: str, instead: str) -> None:
    """Medicare's G-codes of 2025 had OPPS status B: the hospital used CPT codes."""
    told = said(code, "2025-06-02", setting="hospital_outpatient", biller="facility")
    assert f"{code} is no code for a hospital outpatient bill (OPPS status B)." == told[0]
    assert f"The hospital uses {instead}." == told[1]


@pytest.mark.parametrize("code", ["77427", "77263", "77432"])
def test_a_facility_claim_without_a_place_is_a_hospitals(code: str) -> None:
    """ "77427 on the facility claim" is the physician's work wherever the facility stands."""
    (told,) = said(code, biller="facility")
    assert "a hospital cannot bill it (OPPS status B), the physician does." in told
