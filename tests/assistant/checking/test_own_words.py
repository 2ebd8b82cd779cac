"""Sentences that need no reading because they are a rule's or a source's own, word for word."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.checking import gate
from assistant.checking.own_words import plain, rules_own, sources_own
from assistant.drafting.ruled import ruled
from tests.assistant.asked import TODAY, decided
from tests.assistant.drafting.test_quoting import passage


def test_plain_is_without_marks_and_double_spaces() -> None:
    """A mark belongs to the answer, not to the rule's sentence."""
    assert "Bill it once." == plain("Bill  it once [1][22].")


def test_everything_the_rules_say_is_theirs() -> None:
    """With and without the opening word."""
    decision = decided("77417", "modifier", "2026-06-01", modifiers=("26",), yes_no=True)
    own = rules_own((decision,))
    first = ruled(decision)[0].text
    assert {first, f"No. {first}", "No.", "Assuming Medicare."} <= own


@pytest.mark.parametrize(
    ("said", "forged"),
    [("6 units", "8 units"), ("77427", "77417"), ("six dates", "seven dates"), ("for the course", "for the week")],
)
def test_one_changed_word_makes_it_a_strangers(said: str, forged: str) -> None:
    """A rule's sentence with another number is nobody's, and the gate reads it like any other."""
    decision = decided("77427", "units", "2026-06-01", fractions=28)
    sentence = ruled(decision)[0].text
    assert said in sentence
    assert sentence in rules_own((decision,))
    assert sentence.replace(said, forged) not in rules_own((decision,))


def test_the_rules_are_asked_again_and_not_taken_at_their_word() -> None:
    """A decision that was tampered with vouches for nothing: only what the rules give now counts."""
    decision = decided("77427", "units", "2026-06-01", fractions=28)
    tampered = replace(decision, units=tuple(replace(one, units=60) for one in decision.units))
    assert not any("60 units" in one for one in rules_own((tampered,)))


def test_another_scenarios_sentence_is_not_ours() -> None:
    """6 units are right for 28 fractions and wrong for 27."""
    right = ruled(decided("77427", "units", "2026-06-01", fractions=28))[0].text
    assert right not in rules_own((decided("77427", "units", "2026-06-01", fractions=27),))


def test_a_source_is_quoted_word_for_word_or_not_at_all() -> None:
    """Name, standing and every word must be the passage's."""
    held = passage("The physician approves the shifts before the next session.")
    assert sources_own("ASTRO says: The physician approves the shifts before the next session [3].", [held])
    assert not sources_own("CMS says: The physician approves the shifts before the next session.", [held])
    assert not sources_own("ASTRO says: The nurse approves the shifts before the next session.", [held])
    retired = replace(held, standing="retired")
    assert not sources_own("ASTRO says: The physician approves the shifts before the next session.", [retired])


def test_a_heading_is_quoted_as_it_stands_or_not_at_all() -> None:
    """A line without a verb stands under its own heading, never under another one and never without."""
    held = passage("Electronic brachytherapy for the breast and everywhere else.", heading="Refused")
    line = "Electronic brachytherapy for the breast and everywhere else."
    assert sources_own(f"ASTRO says under Refused: {line}", [held])
    assert not sources_own(f"ASTRO says under Covered: {line}", [held])
    assert not sources_own(f"ASTRO says: {line}", [held])


@pytest.mark.parametrize(
    "line", ["Bill 77387 without 26 in the hospital.", "Append 26 to 77427.", "Bill 8 units of 77427 for 28 fractions."]
)
def test_a_sources_wrong_advice_is_not_shown_as_it_stands(line: str) -> None:
    """A quotation that a rule contradicts is judged like anybody's sentence."""
    held = passage(line, source="added-0123")
    scenario = decided("77427", "units", "2026-06-01", fractions=28, setting="hospital_outpatient").scenario
    checked = gate.check(f"A document you added says: {line}", scenario, today=TODAY, passages=(held,))
    assert line not in checked.shown
