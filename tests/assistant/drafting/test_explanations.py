"""The rule book in sentences: services, ties, changes, the record, who says otherwise."""

from __future__ import annotations

from assistant.decision import ANYBODY
from assistant.drafting.change_statements import say_changes
from assistant.drafting.explanations import say_definitions, say_disagreements, say_points, say_ties
from tests.assistant.asked import decided


def test_a_service_is_told_as_of_its_date() -> None:
    """77407 was redefined for 2026 as level 2 of every setting."""
    (before, *_) = say_definitions(decided("77407", "definition", "2025-06-01"))
    (after, *_) = say_definitions(decided("77407", "definition", "2026-06-01"))
    assert before.text != after.text
    assert "level 2" in after.text


def test_a_code_that_did_not_exist_has_no_service() -> None:
    """77439 is new in 2026."""
    assert [] == list(say_definitions(decided("77439", "definition", "2025-06-01")))


def test_an_add_on_names_what_it_adds_to() -> None:
    """77439 goes with the surface treatment codes, a code that stands alone says nothing."""
    assert [] == list(say_ties(decided("77427", "definition", "2026-06-01")))
    assert any("add-on" in one.text for one in say_ties(decided("77293", "definition", "2026-06-01")))


def test_changes_tell_what_ended_and_what_is_new() -> None:
    """For 2026: 77385, 77386 and 77014 ended with 2025."""
    told = [one.text for one in say_changes(decided("77014 77385 77386 77407", "what_changed", "2026-02-10"))]
    assert told[0].startswith("From 2026-01-01 77407 reports a level 2 treatment session")
    assert not any("77386" in one for one in told)  # that they ended has been said of each code by itself


def test_the_record_is_told_for_each_code_that_was_named() -> None:
    """With two codes a point says whose it is, unless its own words do."""
    told = [one.text for one in say_points(decided("77387 77427", "documentation", "2026-06-01"))]
    assert told
    assert all("77387" in one or "77427" in one for one in told)


def test_who_says_otherwise_is_told_when_the_question_names_them() -> None:
    """ "medpayiq says so": what it says, and that the manual overrules it."""
    decision = decided("77417", "frequency", "2025-06-01", attributed_to=("medpayiq",))
    told = list(say_disagreements(decision))
    assert told and all("overruled by" in one.text for one in told)
    assert {"medpayiq-77417", "cms-manual-13-70-3"} & {ref.source for one in told for ref in one.references}


def test_who_says_otherwise_stays_beside_the_text_otherwise() -> None:
    """Nobody was named: the disagreement is carried beside the answer, not in it."""
    decision = decided("77417", "frequency", "2025-06-01")
    assert decision.disagreements
    assert [] == list(say_disagreements(decision))
    everybody = decided("77417", "frequency", "2025-06-01", attributed_to=ANYBODY)
    weekly = say_disagreements(decided("77427", "units", "2025-06-01", attributed_to=ANYBODY))
    assert all(one.text[0].isupper() for one in weekly)  # one of them is "unnamed Part B carrier"
    assert len(decision.disagreements) == len(list(say_disagreements(everybody)))


def test_a_definition_tells_whose_work_it_is_and_what_that_means_for_a_modifier() -> None:
    """77336 is technical; of several codes each only says what it reports."""
    (told,) = say_definitions(decided("77336", "definition", "2026-06-01"))
    assert told.text.endswith("it pays for technical work only, so neither 26 nor TC belongs on it.")
    (both,) = say_definitions(decided("77332 77333", "which_code", "2026-06-01"))
    assert "pays" not in both.text and 1 == both.text.count(";")


def test_what_a_code_was_is_told_to_who_asks_what_it_is() -> None:
    """77385 ended: the past tense for a definition, nothing for a code to bill."""
    (was,) = say_definitions(decided("77385", "definition", "2026-06-01"))
    assert was.text.startswith("77385 reported IMRT delivery")
    assert [] == list(say_definitions(decided("77385", "which_code", "2026-06-01")))


def test_many_codes_are_told_by_their_names() -> None:
    """Four simulation codes in one short sentence."""
    (told,) = say_definitions(decided("77280 77285 77290 77293", "which_code", "2026-06-01"))
    assert told.text.startswith("The codes are 77280 (simple simulation), ")


def test_what_several_codes_share_is_told_once() -> None:
    """Supervision of three levels is one sentence, not three."""
    told = [one.text for one in say_points(decided("77402 77407 77412", "supervision", "2026-06-01"))]
    assert "In a hospital outpatient department general supervision is the minimum." in told
    assert len(set(told)) == len(told) == 3
