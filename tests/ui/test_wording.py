"""Values of the contract in a reader's words."""

from __future__ import annotations

import datetime as dt

import pytest

from ui import wording


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("March 4, 2026", "2026-03-04"),
        ("March 2026", "2026-03"),
        ("2026", "2026"),
        ("2025", "2025-01-01..2025-12-31"),
        ("May 2025", ["2025-05-01", "2025-05-31"]),
        ("December 2025 to January 2026", "2025-12..2026-01"),
        ("March 4, 2026", {"start": "2026-03-04", "end": "2026-03-04"}),
        ("March 4, 2026", dt.date(2026, 3, 4)),
        ("last spring", "last spring"),
    ],
)
def test_dates_of_service(words: str, value: object) -> None:
    """A day, a month, a year and a range each read as one would say them."""
    assert wording.fact_value("date_of_service", value) == words


@pytest.mark.parametrize(
    ("words", "key", "value"),
    [
        ("UnitedHealthcare", "payer", "uhc"),
        ("Blue Cross Blue Shield (TX)", "payer", "bcbs:tx"),
        ("Blue Cross Blue Shield (NC)", "payer", "bcbs:nc"),
        ("Hospital outpatient", "setting", "hospital_outpatient"),
        ("Ended", "course_ended", True),
        ("No", "motion_management", False),
        ("Yes", "something_new", True),
        ("26, TC", "modifiers", ["26", "TC"]),
        ("28", "fractions", 28),
    ],
)
def test_values(words: str, key: str, value: object) -> None:
    """Every fact has its words; what has none is shown as it is."""
    assert wording.fact_value(key, value) == words


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("from January 1, 2026", "2026-01-01", None),
        ("from January 1, 2026", "2026-01-01", "9999-12-31"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("until December 31, 2025", None, "2025-12-31"),
        ("date not stated", None, None),
    ],
)
def test_dates_of_a_rule(words: str, start: str | None, end: str | None) -> None:
    """A rule's dates say from when, until when, or that nobody said."""
    assert wording.in_force(start, end) == words
