"""What letters, indicators, denial reasons and modifiers mean, in sentences."""

from __future__ import annotations

import pytest

from assistant.decision import Decision
from assistant.drafting.meaning_statements import say_clash, say_indicators, say_meanings
from assistant.rules.indicators import Indicator
from tests.assistant.asked import decided


def explaining(*indicators: Indicator) -> Decision:
    return decided("", "indicator", indicators=indicators)


def told(*indicators: Indicator) -> list[str]:
    return [one.text for one in say_indicators(explaining(*indicators))]


@pytest.mark.parametrize(
    ("indicator", "says"),
    [
        (Indicator("opps", "N"), "packaged"),
        (Indicator("mpfs", "I"), "not valid on a Medicare physician claim"),
        (Indicator("pc_tc", "2"), "professional work only"),
        (Indicator("pc_tc", "3"), "technical work only"),
        (Indicator("mai", "2"), "no appeal lifts it"),
        (Indicator("pair", "0"), "no modifier opens the pair"),
        (Indicator("reason", "97"), "part of another one"),
    ],
)
def test_each_letter_and_number_is_explained(indicator: Indicator, says: str) -> None:
    """One sentence with its reference."""
    (first, *_) = say_indicators(explaining(indicator))
    assert says in first.text
    assert first.references


def test_a_letter_of_two_systems_is_one_sentence_with_both_meanings() -> None:
    """B is bundled in the physician fee schedule and no hospital bill in OPPS."""
    first, *rest = told(Indicator("mpfs", "B"), Indicator("opps", "B"))
    assert "bundled" in first and "not a code for a hospital outpatient bill" in first
    assert all("means" not in one for one in rest)


def test_few_codes_that_carry_a_letter_are_named_many_are_not() -> None:
    """Only 77417 is bundled today; status A stands on dozens."""
    assert ["Of the codes we hold only 77417 has it on 2026-11-22."] == told(Indicator("mpfs", "B"))[1:]
    assert 1 == len(told(Indicator("mpfs", "A")))


def test_26_and_tc_contradict_each_other_on_one_line() -> None:
    """The sentence comes whatever the code, and without a definition of both; 25 and 59 do not clash."""
    both = decided("", "modifier", modifiers=("26", "TC"))
    first, second = (one.text for one in say_clash(both))
    assert first.startswith("26 and TC do not go together on one line")
    assert "together" in second
    assert [] == list(say_meanings(both))
    assert [] == list(say_clash(decided("", "modifier", modifiers=("25", "59"))))


def test_a_visits_modifier_is_explained_beside_another_code() -> None:
    """25 beside 77427: what it marks is told, because it does not belong on 77427."""
    (meaning,) = say_meanings(decided("77427", "modifier", modifiers=("25",)))
    assert meaning.text.startswith("Modifier 25 means: a significant visit")
    assert [] == list(say_meanings(decided("77427", "modifier", modifiers=("26",))))
