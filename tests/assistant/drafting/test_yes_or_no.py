"""The word an answer opens with."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import Assistant
from assistant.drafting.yes_or_no import yes_or_no
from assistant.settings import Settings
from tests.assistant.asked import decided


@pytest.mark.parametrize(
    ("codes", "matters", "dos", "told", "word"),
    [
        ("77417", "modifier", "2026-06-01", {"modifiers": ("26",)}, "No."),
        ("77427", "modifier", "2026-06-01", {"modifiers": ("TC",)}, "No."),
        ("77387", "modifier", "2026-06-01", {"modifiers": ("26",), "setting": "hospital_outpatient"}, "Yes."),
        ("77600", "modifier", "2026-06-01", {"modifiers": ("26",)}, ""),  # we hold no component of 2026
        ("77386", "validity", "2026-02-10", {}, "No."),
        ("77386", "validity", "2025-12-31", {}, "Yes."),
        ("77427", "frequency", "2026-06-01", {"frequency": "5 fractions"}, "Yes."),
        ("77427", "frequency", "2026-06-01", {"frequency": "session"}, "No."),
        ("77417", "frequency", "2025-06-01", {"frequency": "session", "setting": "freestanding"}, "No."),
        ("77417", "frequency", "2026-06-01", {"frequency": "5 fractions", "setting": "freestanding"}, "No."),
        ("77373", "frequency", "2026-06-01", {"frequency": "fraction"}, "Yes."),
        ("77301 77417", "pair", "2026-10-15", {"setting": "hospital_outpatient", "biller": "facility"}, "No."),
        # No edit joins these two, and still the hospital is not paid for the guidance: silence of a table is no yes.
        ("77387 77412", "pair", "2026-11-05", {"setting": "hospital_outpatient", "biller": "facility"}, ""),
        ("77387 77412", "pair", "2026-11-05", {"setting": "hospital_outpatient"}, ""),  # nobody said who bills
        ("77427 G6015", "pair", "2024-08-15", {"setting": "freestanding"}, "Yes."),
        ("77427", "who_bills", "2026-06-01", {"setting": "hospital_outpatient", "biller": "facility"}, "No."),
        ("77427", "who_bills", "2026-06-01", {"setting": "hospital_outpatient", "biller": "professional"}, ""),
        ("77417", "frequency", "2026-06-01", {"frequency": "session", "payer": "aetna"}, ""),  # nobody settles it
        ("77427", "documentation", "2026-06-01", {}, ""),
        # The code exists and may carry 26, and still it stays off this bill: neither is a yes.
        ("77387", "modifier units", "2026-06-01", {"modifiers": ("26",), "technique": "sbrt", "fractions": 5}, "No."),
        ("77402", "validity", "2026-03-01", {"technique": "superficial"}, "No."),
        ("77402", "validity", "2026-03-01", {"technique": "mixed"}, "No."),
        ("77407", "validity", "2026-03-01", {"technique": "imrt", "isocenters": 2}, "No."),
        ("77407", "validity", "2025-06-01", {"setting": "freestanding", "payer": "medicare"}, "No."),
        ("77469", "validity", "2026-06-01", {"setting": "hospital_outpatient"}, ""),
        ("77435", "validity units", "2026-08-01", {"technique": "sbrt", "fractions": 3}, "Yes."),
        ("77469", "validity", "2026-06-01", {"setting": "hospital_outpatient", "biller": "facility"}, "No."),
    ],
)
def test_the_word_is_what_the_rules_settle(
    codes: str, matters: str, dos: str, told: dict[str, object], word: str
) -> None:
    """Yes or no where all rulings agree, silence where they differ or nothing settles it."""
    assert word == yes_or_no(decided(codes, matters, dos, yes_no=True, **told))


def test_who_asked_for_no_yes_gets_none() -> None:
    """ "How many" is not answered with "No."."""
    assert "" == yes_or_no(decided("77417", "modifier", "2026-06-01", modifiers=("26",)))


def test_a_no_that_holds_in_one_place_only_is_not_said() -> None:
    """77417 before 2026: packaged in the hospital, one per five fractions in the office."""
    told = decided("77417", "frequency", "2025-06-01", yes_no=True, frequency="5 fractions")
    assert "" == yes_or_no(told)


@pytest.mark.parametrize(
    "question",
    [
        "eviCore managed Cigna 77470 twice per course?",
        "Can 77470 be billed two times per course?",
        "77470 3x a course ok?",
        "Is 77435 allowed twice per course?",
    ],
)
def test_several_times_is_no_yes_to_once(question: str, tmp_path: Path) -> None:
    """A code of once per course does not make "twice per course" right."""
    assert not Assistant(Settings(data_dir=tmp_path)).ask(question).text.startswith("Yes.")


def test_one_pair_that_denies_settles_that_not_all_go() -> None:
    """Three devices of one date: 77332 denies beside 77333, whatever the others allow."""
    told = decided("77332 77333 77334", "pair", "2026-10-15", yes_no=True, setting="hospital_outpatient")
    assert "No." == yes_or_no(told)


def test_an_ended_code_that_is_only_compared_denies_nothing() -> None:
    """ "99213 with 77437, as with 77401?" is about the pair of today."""
    told = decided("99213 77437 77401", "pair", "2026-06-01", yes_no=True)
    assert "" == yes_or_no(told)


def test_a_visit_is_never_answered_with_yes() -> None:
    """ "Is the weekly visit billable as 99213" hangs on what the visit was for, though 25 may stand on it."""
    assert "" == yes_or_no(decided("99213 77427", "modifier", "2026-06-01", yes_no=True, of_visit=True))
