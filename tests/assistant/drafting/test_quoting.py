"""What sources say where no rule decides: whole lines, attributed, with their standing."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.drafting.quoting import quotation, say_passages
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
    ]
    told = [one.text for one, _ in say_passages("images denied: what does the physician need in an appeal?", hits)]
    assert told[0].endswith("Denied images need the order of the physician in an appeal.")
    assert 2 == len(told)


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
