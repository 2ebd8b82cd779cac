"""Payment status by system, setting and biller, on both sides of its changes."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.rules.status import MPFS, OPPS, status, status_by_period, status_on
from assistant.scenario import Scenario
from corpus.rulebook import codes, entry
from tests.assistant.rules.told import scenario

OFFICE = {"setting": "office"}
HOSPITAL = {"setting": "hospital_outpatient", "biller": "facility"}


@pytest.mark.parametrize(("code", "dos", "facts", "treatment", "letter"), [
    ("77417", "2025-12-31", OFFICE, "paid", "A"),
    ("77417", "2026-01-01", OFFICE, "bundled", "B"),
    ("77417", "2025-12-31", HOSPITAL, "packaged", "N"),
    ("77417", "2026-01-01", HOSPITAL, "packaged", "N"),
    ("77385", "2025-12-31", OFFICE, "wrong_code_set", "I"),
    ("77385", "2025-12-31", HOSPITAL, "paid", "S"),
    ("G6015", "2025-12-31", OFFICE, "paid", "A"),
    ("G6015", "2025-12-31", HOSPITAL, "wrong_code_set", "B"),
    ("77407", "2025-12-31", OFFICE, "wrong_code_set", "I"),
    ("77407", "2026-01-01", OFFICE, "paid", "A"),
    ("77427", "2026-01-01", HOSPITAL, "wrong_code_set", "B"),
    ("77371", "2026-01-01", OFFICE, "contractor_priced", "C"),
    ("77371", "2026-01-01", HOSPITAL, "paid", "J1"),
    ("77436", "2026-01-01", HOSPITAL, "conditional", "Q1"),
    ("77424", "2026-01-01", OFFICE, "excluded", "X"),
    ("77600", "2025-06-01", OFFICE, "restricted", "R"),
])  # fmt: skip
def test_the_letter_means_what_its_system_says(
    code: str, dos: str, facts: dict[str, str], treatment: str, letter: str
) -> None:
    """B is bundled for a physician and no hospital bill in OPPS."""
    said = status(code, scenario(dos, **facts))
    assert (treatment, letter) == (said.treatment, said.letter)


def test_a_wrong_code_set_names_the_right_one() -> None:
    assert status("77385", scenario("2025-12-31", **OFFICE)).see == ("G6015", "G6016")
    assert status("G6015", scenario("2025-12-31", **HOSPITAL)).see == ("77385", "77386")


def test_the_modifiers_own_row_decides() -> None:
    """77387 from 2026: A alone and with 26, B with TC."""
    plain = scenario("2026-01-01", **OFFICE)
    assert status("77387", plain).treatment == "paid"
    assert status("77387", plain.but(modifiers=("TC",))).treatment == "bundled"


def test_medicares_status_does_not_bind_a_commercial_payer() -> None:
    said = status("77417", scenario("2026-03-01", payer="cigna", **OFFICE))
    assert said.treatment == "no_data"
    assert "does not bind Cigna" in said.why


def test_a_date_between_no_files_is_no_data() -> None:
    """OPPS is held from 2025 on."""
    assert status("77336", scenario("2024-12-31", **HOSPITAL)).treatment == "no_data"


def test_an_inpatient_bill_is_not_ours_to_judge() -> None:
    assert (
        status("77412", scenario("2026-03-01", setting="hospital_inpatient", biller="facility")).treatment == "no_data"
    )


def test_one_ruling_a_stretch() -> None:
    before, after = status_by_period("77417", Scenario(setting="office"))
    assert (date(2025, 12, 31), date(2026, 1, 1)) == (before.period.end, after.period.start)


@pytest.mark.parametrize("code", codes())
def test_every_letter_of_the_rule_book_has_a_meaning(code: str) -> None:
    known = entry(code)
    assert known is not None
    for line in known.status:
        assert line.value in (MPFS if line.system == "mpfs" else OPPS)


@pytest.mark.parametrize("code", codes())
def test_every_code_answers_on_both_sides_of_2026(code: str) -> None:
    for day in (date(2025, 12, 31), date(2026, 1, 1)):
        for facts in (OFFICE, HOSPITAL, {"setting": "snf"}, {}):
            assert status_on(code, day, Scenario(**facts)).why
