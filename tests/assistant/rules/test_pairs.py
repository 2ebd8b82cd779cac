"""Two codes on one date: edits by table and release, ties of the rule book, silence and missing tables."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.rules.pairs import pair
from tests.assistant.rules.told import scenario

HOSPITAL: dict[str, Any] = {"setting": "hospital_outpatient", "biller": "facility"}


@pytest.mark.parametrize(("a", "b", "dos", "facts", "together"), [
    ("77301", "77417", "2024-07-01", {}, "no"),
    ("77301", "77417", "2024-06-30", {}, "no_data"),
    ("77301", "77417", "2024-10-01", {}, "no_data"),
    ("77301", "77417", "2026-10-01", HOSPITAL, "no"),
    ("77407", "77402", "2026-10-01", HOSPITAL, "with modifier"),
    ("77387", "77412", "2026-10-01", HOSPITAL, "yes"),
    ("77387", "77412", "2026-10-01", {"setting": "office"}, "no_data"),
    ("77387", "77412", "2026-10-01", {**HOSPITAL, "biller": "professional"}, "no_data"),
    ("77387", "77373", "2026-05-01", {"setting": "office"}, "no"),
    ("77435", "77427", "2026-05-01", {}, "no"),
    ("77435", "77427", "2026-05-01", {"payer": "aetna"}, "no"),
    ("77293", "77301", "2026-05-01", {}, "yes"),
    ("77386", "77387", "2026-01-01", {}, "no"),
    ("77301", "77334", "2026-05-01", {"payer": "cigna"}, "no_data"),
])  # fmt: skip
def test_a_pair_is_ruled_by_its_table_and_date(a: str, b: str, dos: str, facts: dict[str, Any], together: str) -> None:
    said = pair(a, b, scenario(dos, **facts))
    assert said.together == together, said.why
    assert pair(b, a, scenario(dos, **facts)).together == together


def test_column_one_pays_whichever_was_named_first() -> None:
    assert pair("77417", "77301", scenario("2024-07-01")).codes == ("77301", "77417")


def test_silence_of_a_table_is_called_silence() -> None:
    """No edit is not a promise of payment."""
    assert "silence" in pair("77387", "77412", scenario("2026-10-01", **HOSPITAL)).why


def test_a_missing_table_tells_what_another_says() -> None:
    said = pair("77301", "77417", scenario("2026-05-01", setting="office"))
    assert "no practitioner table" in said.why
    assert "indicator 0" in said.why


def test_a_code_twice_is_no_pair() -> None:
    assert pair("77427", "77427", scenario("2026-05-01")).together == "no_data"


@pytest.mark.parametrize(("a", "b", "dos", "likely"), [
    ("77300", "77331", "2026-07-01", "no"),  # both tables of 2024, and the hospital's of 2026
    ("77338", "77334", "2026-11-03", "with modifier"),
    ("77401", "77427", "2025-11-03", "no"),  # the last practitioner release, and none since
    ("77301", "77334", "2026-11-03", "no_data"),  # the hospital table of 2026Q4 has no such edit any more
    ("77407", "77412", "2026-11-03", "no_data"),  # both codes mean something else since that release
    ("77387", "77412", "2026-11-03", "no_data"),
])  # fmt: skip
def test_tables_that_agree_make_an_edit_likely_and_no_ruling(a: str, b: str, dos: str, likely: str) -> None:
    """Where the practitioner table of the date is missing, its last release counts if nothing held says otherwise."""
    said = pair(a, b, scenario(dos, setting="office"))
    assert ("no_data", likely) == (said.together, said.likely), said.why
    assert said.why == f"{said.missing} {said.elsewhere}".strip()
