"""The reasons for which nothing can be billed, in the order in which they are asked."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from assistant.rules.grounds import ground_of, rule_for
from corpus.rulebook import entry
from tests.assistant.rules.told import scenario

DAY = date(2026, 3, 2)


@pytest.mark.parametrize(("code", "day", "facts", "basis", "units"), [
    ("77386", DAY, {"setting": "office"}, "not_valid", 0),
    ("77417", date(2019, 1, 1), {"setting": "office"}, "no_rule", None),
    ("77336", DAY, {"setting": "hospital_outpatient", "biller": "professional"}, "not_this_biller", 0),
    ("77427", DAY, {"setting": "office", "technique": "sbrt"}, "not_this_technique", 0),
    ("77417", DAY, {"setting": "office"}, "bundled", 0),
    ("77417", DAY, {"setting": "hospital_outpatient"}, "packaged", 0),
    ("77385", date(2025, 3, 3), {"setting": "office"}, "not_valid", 0),
    ("77423", DAY, {"setting": "office"}, "no_rule", None),
    ("77336", DAY, {"payer": "aetna"}, "no_rule", None),
    ("77427", DAY, {"setting": "office"}, "counted", None),
    ("77402", DAY, {"technique": "2d", "isocenters": 2}, "not_this_technique", 0),
    ("77402", DAY, {"technique": "total_skin_electrons"}, "not_this_technique", 0),
    ("77412", DAY, {"technique": "total_skin_electrons"}, "counted", None),
    ("77407", DAY, {"technique": "electrons"}, "not_this_technique", 0),
    ("77407", DAY, {"technique": "imrt"}, "counted", None),
    ("77407", date(2025, 12, 20), {"technique": "imrt", "setting": "hospital_outpatient"}, "not_this_technique", 0),
    ("77407", date(2025, 12, 20), {"technique": "3d", "setting": "hospital_outpatient"}, "counted", None),
    ("77412", DAY, {"setting": "hospital_inpatient", "biller": "facility"}, "no_rule", None),
])  # fmt: skip
def test_the_ground(code: str, day: date, facts: dict[str, Any], basis: str, units: int | None) -> None:
    known = entry(code)
    assert known is not None
    ground = ground_of(known, day, scenario(**facts), 5)
    assert (ground.basis, ground.units) == (basis, units), ground.why


def test_a_rule_of_another_setting_is_not_taken() -> None:
    """77417 is counted in offices; nothing counts it in a hospital."""
    known = entry("77417")
    assert known is not None
    assert rule_for(known, date(2025, 3, 3), "medicare", "office") is not None
    assert rule_for(known, date(2025, 3, 3), "medicare", "hospital_outpatient") is None
    assert rule_for(known, date(2025, 3, 3), "aetna", "office") is None
