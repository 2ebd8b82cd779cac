"""The sample questions of the first issue, read as their answers need them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from assistant.reading.facts import read_facts
from assistant.scenario import Period

TODAY = date(2026, 11, 22)
MAY_2025 = Period(date(2025, 5, 1), date(2025, 5, 31))
MARCH_APRIL_2026 = Period(date(2026, 3, 1), date(2026, 4, 30))
APRIL_2026 = Period(date(2026, 4, 1), date(2026, 4, 30))
TENTH_OF_FEBRUARY = Period(date(2026, 2, 10), date(2026, 2, 10))

QUESTIONS: list[tuple[str, str, dict[str, Any]]] = [
    (
        "28 fx prostate, all done, how many 77427?",
        "units",
        {"fractions": 28, "course_ended": True, "site": "prostate", "codes": ("77427",)},
    ),
    ("27 fx?", "unclear", {"fractions": 27}),
    (
        "same 28 fx, freestanding, finished May 2025, 77417 units?",
        "units",
        {
            "fractions": 28,
            "setting": "freestanding",
            "dos": MAY_2025,
            "course_ended": True,
            "codes": ("77417",),
        },
    ),
    ("the same in a hospital", "unclear", {"setting": "hospital_outpatient"}),
    ("28 fractions, units of 77336?", "units", {"fractions": 28, "codes": ("77336",)}),
    (
        "30 fractions in March–April 2026, Medicare, how many port films can I bill?",
        "units",
        {"fractions": 30, "dos": MARCH_APRIL_2026, "payer": "medicare", "codes": ("77417",)},
    ),
    ("and Aetna?", "unclear", {"payer": "aetna"}),
    (
        "can doc bill 77417-26 for reading port films in the hospital",
        "modifier",
        {
            "codes": ("77417",),
            "modifiers": ("26",),
            "biller": "professional",
            "setting": "hospital_outpatient",
        },
    ),
    ("77386 for 2/10/2026?", "validity", {"codes": ("77386",), "dos": TENTH_OF_FEBRUARY}),
    (
        "IGRT professional fee, hospital, April 2026, UHC",
        "which_code",
        {
            "codes": ("77387",),
            "biller": "professional",
            "setting": "hospital_outpatient",
            "dos": APRIL_2026,
            "payer": "uhc",
        },
    ),
    (
        "how many 77431 for a 2 fraction bone met course",
        "units",
        {"codes": ("77431",), "fractions": 2, "site": "bone"},
    ),
    (
        "SBRT 5 fx lung: delivery and management units?",
        "units",
        {"codes": ("77373", "77435"), "fractions": 5, "technique": "sbrt", "site": "lung"},
    ),
    (
        "is it ok to bill port films every session? medpayiq says so",
        "frequency",
        {"codes": ("77417",)},
    ),
    ("how many units of 77417 for 30 fractions", "units", {"codes": ("77417",), "fractions": 30}),
    ("best pizza in town", "out_of_field", {}),
    ("99213 for a cold", "out_of_field", {"codes": ("99213",)}),
    (
        "what does Medicare pay for 77412 in Phoenix",
        "price",
        {"codes": ("77412",), "payer": "medicare", "locality": "Phoenix"},
    ),
    ("[removed], 30 fx, 77427 units?", "units", {"codes": ("77427",), "fractions": 30}),
]


@pytest.mark.parametrize(("question", "intent", "facts"), QUESTIONS, ids=[q for q, _, _ in QUESTIONS])
def test_sample_question_is_read(question: str, intent: str, facts: dict[str, Any]) -> None:
    """Each sample question yields exactly these facts and this intent, nothing more."""
    reading = read_facts(question, TODAY)
    said = {name: getattr(reading.scenario, name) for name in reading.scenario.origins}
    assert (reading.intent, said) == (intent, facts)


def test_yes_no_question_carries_its_proposition() -> None:
    """What a plain "yes" would advise is read from the question."""
    proposition = read_facts("is it ok to bill port films every session? medpayiq says so", TODAY).proposition
    assert proposition is not None
    assert (proposition.kind, proposition.codes, proposition.value) == ("frequency", ("77417",), "session")
