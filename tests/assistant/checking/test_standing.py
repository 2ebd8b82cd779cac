"""Statements on a pair whose own table is not held: beside the names of those that agree, or not at all."""

import pytest

from assistant.checking.gate import verify
from tests.assistant.checking.judged import TODAY, judged

IN_VIVO = "Freestanding, Medicare, July 2026: diodes 77331 on the day of 77300, both paid?"
DEVICES = "Physician's Medicare claim, November 3, 2026: 77338 and 77334 on one date?"
PLAN = "Physician's Medicare claim, May 2026: 77263 and 77301 dated the same day?"


def shown(question: str, text: str) -> str:
    """What of the answer reaches the screen."""
    return judged(question, text).shown


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        (IN_VIVO, "77331 is bundled into 77300 with indicator 0.", "77331 is bundled into 77300 with indicator 1."),
        (IN_VIVO, "The edit has 77331 in column 2.", "The edit has 77300 in column 2."),
        (DEVICES, "Modifier 59 is appended to 77334.", "No modifier opens this pair."),
        (PLAN, "Modifier 59 does not help with 77263.", "Modifier 59 gets 77263 paid with 77301."),
        (PLAN, "77263 and 77301 are not paid together.", "77263 and 77301 are paid together."),
    ],
)
def test_what_tables_agree_on_is_shown_with_their_names(question: str, right: str, wrong: str) -> None:
    """The sentence stands beside the releases that say so; its opposite does not stand."""
    said = shown(question, right)
    assert right.rstrip(".") in said
    assert "The practitioner table of 2024Q3 and the hospital table of" in said
    assert "We hold no practitioner table of pairs" in said
    assert wrong.rstrip(".") not in shown(question, wrong)


def test_a_statement_shown_with_its_standing_is_not_called_verified() -> None:
    """The finding stays no_data, for no table of the date is held."""
    advice = verify("77331 is bundled into 77300 with indicator 0.", IN_VIVO, today=TODAY)["advice"]
    assert advice
    assert {"no_data"} == {one["finding"] for one in advice}
    assert all(one["shown"] for one in advice)
