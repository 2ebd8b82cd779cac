"""Units of a line against its course, one by one."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.rules.claim_line import ClaimLine
from assistant.rules.claim_units import units_finding


def line(code: str, fractions: int | None, units: int = 1, ended: bool | None = True, days: int = 1) -> ClaimLine:
    return ClaimLine(
        2, "A", "1", code, (), units, date(2026, 3, 2), date(2026, 3, 1 + days), "medicare", "office", None, fractions,
        ended, "qd", 0,
    )  # fmt: skip


@pytest.mark.parametrize(("code", "fractions", "before", "verdict"), [
    ("77427", 28, 5, "pass"), ("77427", 28, 6, "fail"), ("77427", 27, 4, "pass"), ("77427", 27, 5, "fail"),
    ("77336", 28, 4, "pass"), ("77336", 28, 5, "no_data"), ("77336", 28, 6, "fail"), ("77336", 3, 0, "pass"),
    ("77336", 3, 1, "fail"), ("77435", 3, 0, "pass"), ("77435", 3, 1, "fail"), ("77373", 5, 4, "pass"),
    ("77373", 5, 5, "fail"), ("77407", 28, 27, "pass"), ("77407", 28, 28, "fail"), ("77301", 28, 1, "no_data"),
    ("77300", 28, 40, "pass"), ("77423", 28, 0, "no_data"),
])  # fmt: skip
def test_the_next_unit(code: str, fractions: int, before: int, verdict: str) -> None:
    assert units_finding(line(code, fractions), before, 0).verdict == verdict


def test_leftovers_wait_for_the_end_of_the_course() -> None:
    assert units_finding(line("77427", 28, ended=None), 5, 0).reason == "missing_fact"
    assert units_finding(line("77427", 28, ended=False), 5, 0).verdict == "fail"


def test_a_line_over_several_dates() -> None:
    """Sessions may fill their dates; a unit of five fractions is a line of its own."""
    assert units_finding(line("77407", 28, units=5, days=5), 0, 0).verdict == "pass"
    assert units_finding(line("77407", 28, units=6, days=5), 0, 0).verdict == "fail"
    assert units_finding(line("77427", 28, units=2, days=14), 0, 0).verdict == "fail"
