"""What a sentence inherits from the question and from the sentence before."""

from datetime import date

import pytest

from assistant.checking.gate import check
from assistant.reading.facts import read_facts

TODAY = date(2026, 11, 22)


def shown(question: str, text: str) -> list[str]:
    """What the screen shows of each sentence, or how it was dealt with."""
    asked = read_facts(question, TODAY)
    checked = check(text, asked.scenario, question, asked.proposition, today=TODAY)
    return [one.shown if one.fate == "shown" else one.fate for one in checked.sentences]


def test_a_code_that_stands_as_a_number_is_what_is_spoken_of() -> None:
    """ "77439 (ultrasound guidance)" is one code, not two."""
    question = "How often can 77439 (ultrasound guidance for SRT) be billed? Medicare 2026"
    assert ["Once per course."] == shown(question, "Once per course.")
    assert ["corrected"] == shown(question, "Once per session.")


def test_what_holds_of_all_it_could_mean_is_shown() -> None:
    """With several codes in question a statement needs to hold for each."""
    question = "Can 77407 and 77412 both be billed in 2026?"
    assert ["It is technical only."] == shown(question, "It is technical only.")
    assert ["withheld"] == shown("77427 and 77407, which is technical?", "It is technical only.")


def test_the_code_is_said_where_the_sentence_before_is_not_shown() -> None:
    """A reader who cannot see what "it" means gets the code with it."""
    assert ["withheld", "It is not separately payable. (77417)"] == shown(
        "", "77417 flibbers. It is not separately payable."
    )


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "77427 is one per five fractions, and 77336 is the same.",
            "77427 is one per five fractions, and 77336 is the same.",
        ),
        ("77427 is one per five fractions, and 77373 is the same.", "corrected"),
        ("77427 is one per five fractions. The same goes for 77435.", "corrected"),
    ],
)
def test_the_same_is_said_of_another_code(text: str, last: str) -> None:
    """ "The same" repeats the advice before it, and it has to hold there too."""
    assert shown("", text)[-1] == last


def test_what_is_inside_another_code_is_not_billed_beside_it() -> None:
    """The reason that a sentence gives binds what it goes on to say."""
    says = "77373 already includes imaging guidance, so 77387 should {}be billed."
    assert [says.format("not ")] == shown("", says.format("not "))
    assert "corrected" in shown("", says.format(""))
