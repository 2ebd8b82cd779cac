"""Whether the patient is to pay for a denial by a limit or a pair."""

from __future__ import annotations

import pytest

from assistant.reading.liability import is_about_liability


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("can pt be billed via abn for an mue denial of 77334 units?", True),
        ("abn for 77300 units over the mue ok?", True),
        ("can we balance bill the patient for the 11th 77300 above the mue limit?", True),
        ("medicare bundled 77290 into 77301 - can we charge the patient?", True),
        ("mue denial, patient responsibility?", True),
        ("billed 77300 x11 for this patient, mue denial - appeal?", False),
        ("77427 for a medicare pt, what is the mue", False),
        ("do we need an abn for proton 77523?", False),
        ("can we bill the patient for 77470?", False),
    ],
)
def test_the_patients_bill_is_told_from_the_patient(question: str, asked: bool) -> None:
    """A limit or a pair, and the patient who would pay; a patient who is only named asks nothing."""
    assert asked == is_about_liability(question)
