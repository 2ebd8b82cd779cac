"""Days between a service and the IMRT plan, read from a question."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.reading.days_apart import dates_apart
from assistant.reading.facts import read_facts
from assistant.reading.tokens import read_tokens

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


@pytest.mark.parametrize(
    ("question", "apart"),
    [
        ("77290 on 3/2/2026 and 77301 on 3/10/2026, fine?", True),
        ("3/2/26 77290, 3/10/26 77301, Medicare", True),
        ("Medicare: 77280 two weeks before 77301. Billable?", True),
        ("77306 and 77300 on different days same plan?", True),
        ("77290 and 77301 on 3/2/2026", False),
        ("Must 77427 and 77336 be on different dates?", False),
        ("77290 a week before 77301, a different tumor", False),
        ("77280, 77290 and 77301 on different dates", False),
    ],
)
def test_two_codes_on_dates_of_their_own(question: str, apart: bool) -> None:
    """Told by words or by a date at each code; dates that are only asked about, and another tumour, are not apart."""
    assert apart == dates_apart(read_tokens(question, TODAY))
