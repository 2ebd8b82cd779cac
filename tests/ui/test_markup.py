"""An answer as HTML: links, folds, labels, and nothing of a user's text alive in it."""

from __future__ import annotations

from hand_made import DISAGREEING, MANAGEMENT, VERDICT

from ui import marked, markup


def test_citation_numbers_lead_to_their_citation() -> None:
    """`[1]` is a link to the fold below; a number that cites nothing stays text."""
    answer = MANAGEMENT.model_copy(update={"text": "Six [1], not seven [9]."})
    html = markup.answer_text(answer, "a0")
    assert '<a class="sc-cite" href="#a0-1"' in html
    assert "seven [9]." in html
    assert 'id="a0-1"' in markup.evidence(answer, "a0")


def test_two_turns_do_not_share_a_target() -> None:
    """The first citation of the second answer is another target than that of the first."""
    assert 'id="a1-1"' in markup.evidence(MANAGEMENT, "a1")


def test_passages_say_whose_words_they_are() -> None:
    """A digest is labelled as ours, a document's passage as its own."""
    html = markup.evidence(DISAGREEING, "a")
    assert html.index("in our words") < html.index("One unit stands") < html.index("from the document")


def test_nothing_in_a_document_becomes_html() -> None:
    """Tags in titles and passages are shown, not obeyed."""
    html = markup.evidence(DISAGREEING, "a")
    assert "<script" not in html
    assert "<b>bold" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "$45 or $50 per _image_" in html


def test_a_disagreement_opens_where_the_answer_speaks_of_it() -> None:
    """One that stands beside the question waits folded, one the answer names is read at once and comes first."""
    named = DISAGREEING.model_copy(update={"text": "MedPayIQ's page is overruled."})
    assert 'sc-disagree" open' in markup.evidence(named, "a")
    assert 'sc-disagree"><summary' in markup.evidence(DISAGREEING, "a")


def test_bullets_become_a_list() -> None:
    """Lines that begin with a dash are items."""
    answer = MANAGEMENT.model_copy(update={"text": "Bill:\n- 77373 five times\n- 77435 once\nNo 77427."})
    html = markup.answer_text(answer, "a")
    assert "<p>Bill:</p><ul><li>77373 five times</li><li>77435 once</li></ul><p>No 77427.</p>" in html


def test_no_empty_frames() -> None:
    """Without citations, findings and facts there is nothing to fold."""
    bare = MANAGEMENT.model_copy(update={"citations": (), "findings": (), "units": (), "scenario": {}, "assumed": ()})
    assert (markup.evidence(bare, "a"), markup.chips(bare)) == ("", "")


def test_statements_are_marked_in_their_order() -> None:
    """Each sentence of a pasted text carries its verdict, reason and reference."""
    rows = marked.statements(VERDICT["advice"])
    assert [row.label for row in rows] == ["Does not hold", "Holds", "Cannot be verified"]
    assert rows[0].reasons == ("28 fractions make 6 units: 5 full sets and 3 left over.",)


def test_a_sentence_is_as_good_as_its_worst_advice() -> None:
    """One wrong piece of advice in a sentence marks the sentence."""
    right = {"sentence": "s", "finding": "pass", "why": "a", "reference": ""}
    rows = marked.statements([right, {**right, "finding": "fail", "why": "b"}])
    assert [(row.label, row.reasons) for row in rows] == [("Does not hold", ("b",))]


def test_unknown_findings_never_hold() -> None:
    """A finding the page does not know is shown as not verified."""
    assert marked.statements([{"sentence": "s", "finding": "maybe"}])[0].label == "Cannot be verified"


def test_what_is_shown_beside_its_sources_is_not_called_verified() -> None:
    """A statement that no table of the date settles says whose it is; one that is withheld cannot be verified."""
    row = {"sentence": "s", "finding": "no_data", "why": "a"}
    labels = [marked.statements([{**row, "shown": shown}])[0].label for shown in (True, False)]
    assert [marked.ATTRIBUTED, "Cannot be verified"] == labels


def test_pasted_text_is_no_html() -> None:
    """Tags in a pasted mail are shown as typed."""
    assert "Just &lt;i&gt;append&lt;/i&gt; it for $5 and $6." in marked.report(VERDICT)


def test_a_text_without_advice_says_so() -> None:
    """Nothing to check is said, not left blank."""
    assert "No billing advice was found" in marked.report({"advice": []})
