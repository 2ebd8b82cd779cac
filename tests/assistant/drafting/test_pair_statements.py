"""Pairs in words: tables named once, a missing one once, and 59 by the pair it is to open."""

from __future__ import annotations

import pytest

from assistant.drafting.pair_statements import say_pairs
from tests.assistant.asked import decided

LATE = "2026-10-15"  # the hospital table 2026Q4 holds, no practitioner table does


def said(codes: str, dos: str = LATE, **told: object) -> list[str]:
    return [one.text for one in say_pairs(decided(codes, "pair", dos, **told))]


@pytest.mark.parametrize("codes", ["77338 77334", "77332 77333", "77290 77280", "77300 77331", "77295 77307"])
def test_the_last_practitioner_table_that_agrees_is_named_beside_the_hospitals(codes: str) -> None:
    """One sentence with both names, and none that a table is missing."""
    (told,) = said(codes)
    assert told.startswith("In the hospital table (2026Q4) and in the last practitioner table we hold (2024Q3) ")


@pytest.mark.parametrize("codes", ["77407 77412", "77402 77407", "77402 77412"])
def test_of_redefined_codes_the_old_practitioner_table_is_no_witness(codes: str) -> None:
    """77402, 77407 and 77412 mean something else since 2026: that the table of the date is missing is said."""
    first, second = said(codes)
    assert first.startswith("In the hospital table (2026Q4) 774")
    assert "We hold no practitioner table of pairs of this date." == second


def test_several_pairs_name_their_tables_once() -> None:
    """Three devices of one date are three pairs of the same two tables."""
    told = said("77332 77333 77334")
    assert 3 == len(told)
    assert 1 == " ".join(told).count("2026Q4")
    assert all(one.startswith("In the same tables ") for one in told[1:])


def test_silent_pairs_are_one_sentence() -> None:
    """What a table has no edit of is listed, and what its silence is worth is said once."""
    told = said("77301 77338 77300", setting="hospital_outpatient", biller="facility")
    assert "between 77301 and 77338, nor between 77301 and 77300, nor between 77338 and 77300" in told[0]
    assert 1 == " ".join(told).count("silence")


def test_beside_a_settled_pair_silence_needs_no_warning() -> None:
    """77338 and 77334 have an edit; that 77301 has none with either is told, and no more."""
    told = said("77338 77334 77301", setting="hospital_outpatient", biller="facility")
    assert "In the hospital table (2026Q4) 77338 pays" in told[0]
    assert not any("silence" in one for one in told)


def test_a_payers_own_pairs_are_unknown_once() -> None:
    """Three codes for Aetna: one sentence, not three."""
    (told,) = said("77300 77334 77338", payer="aetna")
    assert "NCCI's pairs bind Medicare; whether Aetna follows them for 77300, 77334 and 77338" in told


@pytest.mark.parametrize("modifier", ["59", "XS", "XE", "XU"])
def test_59_stands_on_the_code_that_denies(modifier: str) -> None:
    """Indicator 1: on column 2, with what the record must show."""
    told = said("77334 77338", modifiers=(modifier,))
    assert f"{modifier} may stand on 77334, the code that denies, when the record shows" in told[-1]


@pytest.mark.parametrize("codes", ["77301 77290", "77333 77332", "77300 77331", "77373 77387"])
def test_59_never_changes_indicator_0(codes: str) -> None:
    """That is all that is left to say of it."""
    told = said(codes, modifiers=("59",), setting="hospital_outpatient")
    assert "59 does not change that." == told[-1]
    assert 1 == sum("59" in one for one in told)


def test_a_case_keeps_its_small_letters() -> None:
    """Behind "for the facility" a sentence goes on without a capital."""
    told = said("77371 77432", case="for the facility", setting="hospital_outpatient", biller="facility")
    assert "A pair stops two codes of one biller only." == told[0]
    assert told[1].startswith("For the facility, the hospital table")
