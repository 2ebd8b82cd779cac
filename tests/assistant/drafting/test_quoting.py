"""What sources say where no rule decides: whole lines, attributed, with their standing."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.drafting.quoting import Wanted, quotation, say_passages
from assistant.ranking import Hit
from corpus.passage import Passage


def passage(text: str, source: str = "astro-faq-igrt", **particulars: Any) -> Passage:
    told: dict[str, Any] = {
        "id": "p", "source": source, "title": "Bill 77387 without 26", "mark": "s0", "heading": "", "page": None,
        "start": 0, "end": len(text), "text": text, "lead": "", "codes": (), "source_codes": (), "modifiers": (),
        "payers": ("any",), "authority": "society", "in_force_from": 0, "in_force_to": 99991231,
        "standing": "in_force", "words": "ours",
    }  # fmt: skip
    return Passage(**{**told, **particulars})


def lines(text: str, **particulars: Any) -> list[str]:
    return [line for line, _ in quotation(passage(text, **particulars))]


def test_a_quotation_names_its_publisher_and_standing() -> None:
    """A superseded text is never quoted as if it held."""
    ((_, now),) = quotation(passage("The physician approves the shifts before the next session."))
    assert "ASTRO says: The physician approves the shifts before the next session." == now
    ((_, then),) = quotation(passage("The physician approves the shifts daily.", standing="superseded"))
    assert then.startswith("ASTRO (superseded) says: ")


def test_a_users_document_cannot_speak_through_its_title() -> None:
    """A title may hold advice; the sentence says only that a document was added."""
    ((_, told),) = quotation(passage("Images are approved before the next session.", source="added-0123"))
    assert "A document you added says: Images are approved before the next session." == told


@pytest.mark.parametrize(
    "text",
    [
        "It is billed once for the whole course.",  # leans on what stood before it
        "Codes concerned: 77371, 77372, 77373.",  # a list says nothing
        "| 77417 | once per five fractions in the office |",  # a row without its header
        "Too short.",
        "A heading without a stop",
        "Very long " + "word " * 80 + "end.",
    ],
)
def test_what_cannot_stand_alone_is_not_quoted(text: str) -> None:
    """A line that leans on others, lists, or has no end is read in the citation instead."""
    assert [] == lines(text)


def test_bullets_lose_their_bullet() -> None:
    """A line of a list is a sentence like any other."""
    assert ["The record shows the order for images."] == lines("- The record shows the order for images.")


def test_the_line_nearest_to_the_question_comes_first_and_one_per_source() -> None:
    """Of each source one line; the one that shares most words with the question leads."""
    hits = [
        Hit(passage("Physics is checked weekly. The physician approves images in advance."), 1.0, ()),
        Hit(passage("Denied images need the order of the physician in an appeal.", "cms-manual-13-70-1"), 0.9, ()),
        Hit(passage("An appeal shows who approved denied images, at which machine and date.", "aapc-77417"), 0.8, ()),
    ]
    told = [one.text for one, _ in say_passages("images denied: what does the physician need in an appeal?", hits)]
    assert told[0].endswith("Denied images need the order of the physician in an appeal.")
    assert told[1].endswith("An appeal shows who approved denied images, at which machine and date.")
    assert 2 == len(told)  # what falls far behind the best is left out


def test_what_the_gate_would_not_show_is_not_offered() -> None:
    """The next best line takes its place."""
    hits = [Hit(passage("Images need an order. Images of the physician need approval."), 1.0, ())]
    told = [
        one.text
        for one, _ in say_passages("images: approval of the physician or order?", hits, lambda said: "order" in said)
    ]
    assert ["ASTRO says: Images need an order."] == told


def test_a_passage_of_something_else_is_not_quoted() -> None:
    """Fewer than two shared words is no answer."""
    hits = [Hit(passage("Hyperthermia is billed with its own codes by site.", title="Heat"), 1.0, ())]
    assert [] == list(say_passages("who approves portal images?", hits))


def test_a_line_without_a_verb_carries_its_heading() -> None:
    """ "Electronic brachytherapy for the breast" under Refused would say the opposite without it."""
    ((_, told),) = quotation(passage("Electronic brachytherapy for the breast and everywhere else.", heading="Refused"))
    assert "ASTRO says under Refused: Electronic brachytherapy for the breast and everywhere else." == told
    ((_, whole),) = quotation(passage("Electronic brachytherapy is not covered anywhere.", heading="Refused"))
    assert "ASTRO says: Electronic brachytherapy is not covered anywhere." == whole


def test_a_users_heading_is_never_told() -> None:
    """It could carry advice past the gate."""
    added = passage("Electronic brachytherapy for the breast and elsewhere.", "added-0123", heading="Bill 77387 twice")
    ((_, told),) = quotation(added)
    assert "Bill" not in told


@pytest.mark.parametrize(
    "text",
    [
        "From March its guideline wants 77387 with modifier 26.",  # whose?
        "Covered: 77280, 77285, 77290, 77295, 77300 and 77301 are listed.",  # a list
        "In April 196 claims were seen, 12 denied, 6 %, 893,231 dollars and 22,643 denied.",  # statistics
        "Neither does a greeting in the corridor.",
    ],
)
def test_lists_figures_and_what_leans_on_a_sentence_before_are_not_quoted(text: str) -> None:
    """They are read in the citation."""
    assert [] == lines(text)


def test_a_command_behind_another_sentence_is_not_quoted_alone() -> None:
    """ "Check the rule" is about what stood before it."""
    assert ["The pair has indicator 0."] == lines("The pair has indicator 0. Check the rule; appeal only then.")


def test_a_payers_question_is_answered_by_texts_on_that_payer() -> None:
    """What Medicare or another payer says of images does not answer for Aetna."""
    hits = [
        Hit(passage("Images of guidance are covered with the plan.", payers=("uhc",)), 1.0, ()),
        Hit(passage("Images of guidance are covered by criteria.", "aetna-cpb-0590-imrt", payers=("aetna",)), 0.5, ()),
    ]
    told = [one.text for one, _ in say_passages("are guidance images covered", hits, wanted=Wanted(payer="aetna"))]
    assert ["Aetna says: Images of guidance are covered by criteria."] == told


def test_a_line_on_other_codes_does_not_answer_for_the_code_asked() -> None:
    """77387 was asked; a line on 77417 under a heading on 77417 is not about it."""
    hits = [Hit(passage("Images of 77417 are reviewed.", codes=("77417",), heading="Port images"), 1.0, ())]
    assert [] == list(say_passages("who reviews images of 77387", hits, wanted=Wanted(codes=("77387",))))


def test_what_the_answer_says_already_is_not_quoted() -> None:
    """Unless the line brings a word of the question that the answer has not."""
    hits = [Hit(passage("The physician approves images before the next session, also on Friday."), 1.0, ())]
    said = ("The physician approves images before the next session.",)
    assert [] == list(say_passages("who approves images", hits, wanted=Wanted(said=said)))


def test_what_no_longer_holds_comes_behind_what_does() -> None:
    """Of two lines alike the one in force leads."""
    hits = [
        Hit(passage("Images are approved by the physician daily.", standing="superseded"), 1.0, ()),
        Hit(passage("Images are approved by the physician in time.", "aapc-77417"), 0.9, ()),
    ]
    first, *_ = say_passages("who approves images", hits)
    assert "(superseded)" not in first[0].text
