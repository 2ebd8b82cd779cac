"""Documents cut into passages along their structure."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.blocks import blocks_of
from corpus.chunking import LONGEST_BLOCK, document_text, passages_of

ANSWERS = """Coding Question: May 77417 be billed with modifier 26?
Coding Response: No. The reading is part of 77427.

Coding Question: How is image guidance documented?
Coding Response: Shifts are approved before the next treatment."""


def test_a_passage_is_a_verbatim_slice_of_its_document(paper) -> None:
    """The character span of every passage cuts exactly its text out of the document's text."""
    document = paper(
        "a",
        {"Units": "One unit.\n\n- 77427 per five fractions\n- 77336 per week", "More": " ".join(map(str, range(900)))},
    )
    text = document_text(document)
    passages = passages_of(document)
    assert len(passages) > 3
    assert [passage.text for passage in passages] == [text[passage.start : passage.end] for passage in passages]


def test_questions_stay_with_their_answers(paper) -> None:
    """Every question and its answer are one passage, and none holds two of them."""
    first, second = passages_of(paper("a", {"FAQ": ANSWERS}))
    assert "modifier 26?" in first.text
    assert "part of 77427" in first.text
    assert second.text.startswith("Coding Question: How")
    assert ("77417", "77427") == first.codes


def test_a_long_answer_repeats_its_question(paper) -> None:
    """Where an answer is longer than a passage, its later parts carry the question as lead."""
    long = (
        ANSWERS
        + "\n"
        + "\n".join(f"Sentence {number} about shifts and approvals in the record." for number in range(60))
    )
    *_, last = passages_of(paper("a", {"FAQ": long}))
    assert last.lead.startswith("Coding Question: How is image guidance documented?")
    assert "How is image guidance" in last.searched_text


def test_table_rows_stay_with_their_header(paper) -> None:
    """A table too long for one passage is cut between rows, and every part knows the header."""
    rows = [f"| 774{number:02d} | {number} per course | hospital and freestanding alike |" for number in range(60)]
    table = "\n".join(["| Code | Units | Setting |", "|---|---|---|", *rows])
    passages = passages_of(paper("a", {"Units": table}))
    assert len(passages) > 1
    for passage in passages[1:]:
        assert passage.lead == "| Code | Units | Setting |"
        assert passage.text.startswith("| 774")
        assert passage.text.endswith("|")


def test_the_heading_names_codes_for_its_text(paper) -> None:
    """A passage under the heading "Port images, 77417" is about 77417 though its text does not repeat it."""
    (passage,) = passages_of(paper("a", {"Port images, 77417": "Paid once per five fractions."}))
    assert passage.codes == ("77417",)


def test_particulars_of_the_source_come_along(paper) -> None:
    """Dates become whole numbers, unknown ones open; payers, authority, standing and page are those of the source."""
    (known,) = passages_of(
        paper(
            "a", {"S": "Text 77427-26."}, in_force_from=date(2026, 1, 1), in_force_to=date(2026, 6, 30), payers=("uhc",)
        )
    )
    (unknown,) = passages_of(paper("b", {"S": "Text."}))
    assert (20260101, 20260630) == (known.in_force_from, known.in_force_to)
    assert (0, 99991231) == (unknown.in_force_from, unknown.in_force_to)
    assert (("uhc",), "society", "in_force", 1, ("26",)) == (
        known.payers,
        known.authority,
        known.standing,
        known.page,
        known.modifiers,
    )


def test_an_id_survives_changes_elsewhere(paper) -> None:
    """A passage keeps its id when another section changes, and gets a new one when its own words change."""
    (before, _) = passages_of(paper("a", {"One": "Same words.", "Two": "Old."}))
    (after, _) = passages_of(paper("a", {"One": "Same words.", "Two": "New and longer."}))
    (other, _) = passages_of(paper("a", {"One": "Other words.", "Two": "Old."}))
    assert before.id == after.id
    assert before.id != other.id


def test_repeated_boilerplate_is_one_passage(paper) -> None:
    """A sentence printed under ten headings can be cited once."""
    document = paper("a", {f"Heading {number}": "Create a free account." for number in range(10)})
    assert len(passages_of(document)) == 1


@given(st.text(alphabet=st.sampled_from("ab .?\n|-QA:1234567890"), max_size=4000))
def test_blocks_lose_nothing(text: str) -> None:
    """Whatever the text, its blocks follow each other without overlap and hold every visible character."""
    blocks = blocks_of(text, LONGEST_BLOCK)
    assert all(one.end <= other.start for one, other in pairwise(blocks))
    assert "".join("".join(text[block.start : block.end].split()) for block in blocks) == "".join(text.split())


@pytest.mark.parametrize("unit", ["A sentence of about forty characters here. ", "word ", "nospace"])
def test_prose_never_grows_beyond_the_longest_block(paper, unit: str) -> None:
    """Prose of any length, even without a full stop or a space, gives passages that the model can read whole."""
    text = unit * (20_000 // len(unit))
    assert all(len(passage.text) <= LONGEST_BLOCK for passage in passages_of(paper("a", {"S": text})))
