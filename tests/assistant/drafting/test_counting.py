"""Everything the rules count for a question, in the order of telling."""

from __future__ import annotations

import pytest

from assistant.drafting.counting import say_counts
from tests.assistant.asked import decided


def said(codes: str, matters: str = "units", dos: str | None = None, **told: object) -> list[str]:
    return [one.text for one in say_counts(decided(codes, matters, dos, **told))]


def test_without_a_number_the_frequency_and_the_limit_are_told() -> None:
    """ "How many 77427" without fractions: one per five, and at most one on a date (MUE 1)."""
    told = said("77427", dos="2026-06-01")
    assert told[0].startswith("Bill one unit of 77427 per five fractions")
    assert any(one.startswith("Medicare's limit for 77427 is 1 unit on one date (practitioner table") for one in told)


def test_medicares_limit_is_not_told_for_another_payer() -> None:
    """UnitedHealthcare's limits are its own."""
    assert not any("Medicare's limit" in one for one in said("77427", dos="2026-06-01", payer="uhc"))


def test_a_bundled_code_says_what_held_before() -> None:
    """Asked for March 2026: nothing is paid; through 2025 it was one per five fractions in the office."""
    told = said("77417", dos="2026-03-05", setting="freestanding", fractions=30)
    assert told[0].startswith("Medicare pays no unit of 77417")
    assert any(one.startswith("Through 2025-12-31") and "per five fractions" in one for one in told[1:])


def test_proton_codes_counted_alike_are_told_in_one_sentence() -> None:
    """77520 and 77523 both count sessions: one sentence names them."""
    told = said("77520 77523", dos="2026-06-01", setting="freestanding", fractions=20)
    assert 1 == sum("one for each session" in one for one in told)
    assert any("20 units of 77520 or 77523" in one for one in told)


def test_codes_of_different_kinds_keep_their_own_sentences() -> None:
    """Delivery and guidance are both per session, and never alternatives of each other."""
    told = said("77412 77387", dos="2026-06-01", setting="freestanding", fractions=20)
    assert 2 == sum("one for each session" in one for one in told)


def test_technical_codes_that_are_counted_carry_the_warning() -> None:
    """26 on 77336 is the commonest wrong modifier; weekly management is professional and gets no such word."""
    told = said("77336 77427", dos="2026-06-01", fractions=25)
    assert "77336 is technical only: neither 26 nor TC belongs on it." == told[-1]


def test_two_technical_codes_share_one_warning() -> None:
    """The verb follows the number."""
    told = said("77336 77412", dos="2026-06-01", fractions=25)
    assert "77336 and 77412 are technical only: neither 26 nor TC belongs on them." == told[-1]


def test_an_ended_code_is_left_to_the_ruling_on_the_code() -> None:
    """For 2026 there is nothing to count of 77386."""
    assert [] == said("77386", dos="2026-02-10", fractions=28)


@pytest.mark.parametrize(
    ("code", "units", "said_of_it"),
    [
        ("77334", 12, "above the limit of 10"),
        ("77300", 9, "within the limit of 10"),
        ("77387", 2, "above the limit of 1"),
    ],
)
def test_units_told_are_held_against_the_limit_of_one_date(code: str, units: int, said_of_it: str) -> None:
    """12 devices exceed 10, 9 calculations do not, and two reviews of images exceed one."""
    told = said(code, dos="2026-06-01", setting="freestanding", told_units=((code, units),))
    assert f"{units} units of {code} on one date are {said_of_it}." in told
    assert ("above" in said_of_it) is ("More can be argued with records of what was done (MAI 3)." in told)


def test_the_plan_itself_says_how_many_so_nothing_is_argued() -> None:
    """A second 77301 on one date is above the limit; the records that would lift it are another plan's."""
    told = said("77301", dos="2026-06-01", setting="freestanding", told_units=(("77301", 2),))
    assert "2 units of 77301 on one date are above the limit of 1." in told
    assert not any("argued" in one for one in told)


def test_fields_count_only_what_is_made_for_a_field() -> None:
    """Nine fields are nine calculations, and never nine devices of an IMRT plan."""
    nine = {"dos": "2026-06-01", "setting": "freestanding", "technique": "imrt", "fields": 9}
    assert not any("9 units" in one for code in ("77338", "77334") for one in said(code, **nine))
    assert "Bill 9 units of 77300, one for each deliverable field or arc." in said("77300", **nine)


def test_fields_above_the_limit_of_one_date_stop() -> None:
    """Fourteen calculations are right and above ten, which records may argue."""
    told = said("77300", dos="2026-06-01", setting="freestanding", fields=14)
    assert "Bill 14 units of 77300, one for each deliverable field or arc." in told
    assert any("what is above it stops unless records argue it" in one for one in told)


def test_what_lifts_the_limit_is_told_to_who_asks_for_the_limit() -> None:
    """MAI 2 of 77336 is absolute."""
    told = said("77336", dos="2026-06-01", setting="hospital_outpatient", of_a_limit=True, of_one_date=True)
    assert "The limit is absolute (MAI 2): no record and no appeal lifts it." in told
    assert not any("absolute" in one for one in said("77336", dos="2026-06-01", setting="hospital_outpatient"))


def test_the_stop_of_a_date_cites_the_table_of_limits() -> None:
    """77387 twice a day: the limit of 1 is the edit table's, not that of whoever says how to count sessions."""
    counted = decided("77387", "units", "2026-05-01", setting="freestanding", fractions=60, schedule="bid")
    (stop,) = [one for one in say_counts(counted) if "what is above it stops" in one.text]
    assert [limit.reference for ruling in counted.units if (limit := ruling.limit)] == list(stop.references)
    assert stop.references[0].source != counted.units[0].references[0].source
