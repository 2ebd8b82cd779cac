"""Which code is said to be right for what."""

import pytest

from tests.assistant.checking.judged import fates

VMAT = "Prostate VMAT, one isocenter, no gating, DOS 6/10/2026, Medicare. Which delivery code?"


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        (VMAT, "The delivery code for VMAT with one isocenter is 77407.", "The delivery code for VMAT is 77290."),
        (VMAT, "77407", "77470"),
        (VMAT, "Use 77407.", "Use 77412."),
        (VMAT, "Report 77407 for each session.", "Report 77412 for each session."),
        (VMAT, "The answer is 77407.", "The answer is 77336."),
        ("", "SBRT delivery is 77373.", "SBRT delivery is billed with 77385."),
        ("", "The code for an IMRT plan is 77301.", "The code for an IMRT plan is 77295."),
        ("", "Port films are 77417.", "Port films are 77427."),
        ("electrons only, 6/10/2026, delivery code?", "77402.", "77321."),
    ],
)
def test_a_code_belongs_to_what_it_is_given_for(question: str, right: str, wrong: str) -> None:
    """A valid code that is not the code of this service or case is as wrong as an ended one."""
    assert fates(question, right) == ["shown"]
    assert "shown" not in fates(question, wrong)


def test_a_code_that_is_only_spoken_of_answers_nothing() -> None:
    """Beside the delivery code that was asked for, guidance may be named for what it is."""
    assert fates(VMAT, "The physician reports 77387 for the image review.") == ["shown"]


def test_a_demand_that_no_rule_knows_is_withheld() -> None:
    """ "This field requires a 77334" is no rule of ours, "you need 77407" recommends a code."""
    assert fates("", "A single field requires a 77334.") == ["withheld"]
    assert fates("", "You'll need 77407 or 77412 in place of 77386.") == ["shown"]
