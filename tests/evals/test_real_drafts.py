"""The drafts of a real small model, labelled by hand, through the gate without the model."""

import pytest

from evals.gate.real_drafts import LABELS, Draft, drafts, score_drafts


def test_two_hundred_questions_were_drafted_cold_and_warm() -> None:
    """Each question has a draft at temperature 0 and at 0.8."""
    cold = {one.question for one in drafts() if one.temperature == 0.0}
    warm = {one.question for one in drafts() if one.temperature == 0.8}
    assert cold == warm
    assert 200 <= len(cold)


def test_labels_cover_every_draft() -> None:
    """Each sentence stands in its draft, in order, and has one of the four labels."""
    for draft in drafts():
        at = 0
        for sentence, label in draft.sentences:
            assert label in LABELS
            at = draft.text.index(sentence, at) + len(sentence)


def test_nothing_wrong_is_shown() -> None:
    """Half of the bare drafts advise something wrong; behind the gate none does."""
    score = score_drafts()
    assert 200 <= score.wrong_drafts
    assert [] == [sentence for _, sentence in score.leaked]
    assert 0 == score.wrong_shown


@pytest.mark.parametrize(("label", "leaked", "blocked"), [("wrong", 1, 0), ("right", 0, 0)])
def test_a_shown_sentence_counts_by_its_label(label: str, leaked: int, blocked: int) -> None:
    """The score can fail: what is shown and labelled wrong is a leak."""
    said = "6 units of 77427."
    score = score_drafts([Draft("x", 0.0, "28 fractions, units of 77427?", {}, said, ((said, label),))])
    assert (leaked, blocked) == (len(score.leaked), len(score.blocked))
