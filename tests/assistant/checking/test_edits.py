"""Pairs as a text tells them: indicator, columns, what opens them, which of two codes stays."""

import pytest

from tests.assistant.checking.judged import fates, judged

DEVICES = "Hospital outpatient, Medicare, DOS November 3, 2026: 77332 together with 77334?"
VISIT = "Physician claim, Medicare, August 2026: 99205 and 77261 on one date, modifier?"
PLAN = "Hospital outpatient, Medicare, DOS November 3, 2026: 77306 and 77300 for one plan?"


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        (DEVICES, "The pair 77334 / 77332 has indicator 1.", "The pair 77334 / 77332 has indicator 0."),
        (
            DEVICES,
            "77332 is the column 2 code and needs a modifier.",
            "77334 is the column 2 code and needs a modifier.",
        ),
        (DEVICES, "A modifier can open this pair.", "No modifier can open this pair."),
        (DEVICES, "The edit has indicator 1.", "The edit has indicator 1, so no modifier is needed."),
        (DEVICES, "A modifier opens it for a truly separate device.", "A modifier opens it even for the same device."),
        (PLAN, "The indicator is 0, so 59 won't open it.", "The indicator is 0, but 59 opens it."),
        (PLAN, "Leave 77300 off.", "Leave 77306 off."),
        (VISIT, "99205-25 opens the pair.", "77261-25 opens the pair."),
        (VISIT, "25 goes on 99205.", "99205-59 opens the pair."),
        (DEVICES, "77332-59 opens the pair.", "77334-59 opens the pair."),
        (PLAN, "Report 77306 alone.", "Report 77300 alone."),
        ("SBRT guidance, hospital, 2026", "Do not add 77387 to 77373.", "Add 77387 to 77373."),
        (
            "77387 and 77407?",
            "The hospital file has no edit between 77407 and 77387.",
            "77407 / 77387 has indicator 0.",
        ),
    ],
)
def test_a_pair_is_told_as_the_tables_have_it(question: str, right: str, wrong: str) -> None:
    """Indicator, column and what a modifier opens are looked up; the opposite is never shown."""
    assert fates(question, right) == ["shown"]
    assert "shown" not in fates(question, wrong)


@pytest.mark.parametrize(
    "text",
    [
        "A modifier always opens this pair.",
        "Any modifier opens this pair.",
        "26 opens this pair.",
        "No modifier is needed to open it.",
        "A modifier would not be of no use.",
        "77332 and 77334 may be billed together for the same device with 59.",
    ],
)
def test_a_modifier_is_not_said_to_do_more_than_an_edit_allows(text: str) -> None:
    """Indicator 1 opens a pair for truly separate services, and for nothing else."""
    assert "shown" not in fates(DEVICES, text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("77334 and 77332 can be billed together for a separate site.", True),
        ("Both are paid if the sites are truly separate.", True),
        ("77334 and 77332 can be billed together with modifier 59 for a separate site.", False),
    ],
)
def test_a_separate_service_needs_its_modifier_said(text: str, told: bool) -> None:
    """Under indicator 1 the condition alone bills nothing: the modifier stands behind a sentence that leaves it out."""
    shown = judged(DEVICES, text).shown
    assert text.rstrip(".") in shown
    assert told is ("such as 59" in shown)
