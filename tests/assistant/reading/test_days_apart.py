"""Days between a service and the IMRT plan, read from a question."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.reading.facts import read_facts

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("question", "days"),
    [
        ("UHC: 77290 was done 60 days before 77301, same tumor. Paid?", -60),
        ("BCBSNC: 77307 billed 20 days AFTER 77301, same tumor. Will it pay?", 20),
        ("BCBSNC: sim 77290 two weeks before the IMRT plan. Separately paid?", -14),
        ("UHC: 77290 within 60 days before 77301?", None),
        ("UHC: 77290 60 days before 77301 for a different tumor. Paid?", None),
        ("UHC: 77301 was done 60 days before 77290. Paid?", None),
    ],
)
def test_the_days_to_the_plan_are_read_with_their_side(question: str, days: int | None) -> None:
    """Before is negative; a window, another tumour and days counted from something else give nothing."""
    assert days == read_facts(question, TODAY).scenario.days_from_plan
