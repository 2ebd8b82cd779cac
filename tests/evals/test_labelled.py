"""Drafts of a real small model and answers of others, labelled by hand, through the gate."""

import pytest

from evals.gate.answers import answers
from evals.gate.labelled import LABELS, Labelled, score_sentences
from evals.gate.real_drafts import drafts, score_drafts


def test_two_hundred_questions_were_drafted_cold_and_warm() -> None:
    """Each question has a draft at temperature 0 and at 0.8."""
    cold = {one.question for one in drafts() if one.temperature == 0.0}
    warm = {one.question for one in drafts() if one.temperature == 0.8}
    assert cold == warm
    assert 200 <= len(cold)


def test_labels_cover_every_text() -> None:
    """Each sentence stands in its text, in order, and has one of the four labels."""
    for draft in (*drafts(), *answers()):
        at = 0
        for sentence, label in draft.sentences:
            assert label in LABELS
            at = draft.text.index(sentence, at) + len(sentence)


def test_nothing_wrong_is_shown() -> None:
    """Half of the bare drafts advise something wrong; behind the gate none does."""
    score = score_drafts()
    assert 200 <= score.wrong_texts
    assert [] == [sentence for _, sentence in score.leaked]
    assert 0 == score.wrong_shown


def test_no_wrong_sentence_of_the_answers_of_others_is_shown() -> None:
    """Three sets that were written without sight of the reader."""
    score = score_sentences(answers())
    assert 400 <= score.of("wrong")
    assert [] == [sentence for _, sentence in score.leaked]


def test_a_head_is_no_whole_sentence() -> None:
    """What is shown up to its joint counts as withheld, and is told apart."""
    said = "6 units of 77427, so the flibber is content."
    score = score_sentences([Labelled("28 fractions, units of 77427?", {}, said, ((said, "right"),))])
    assert (0, 1) == (score.sentences["right", True], len(score.blocked))
    assert [("right", said)] == [(label, sentence) for label, sentence, _ in score.heads]


@pytest.mark.parametrize(("label", "leaked", "blocked"), [("wrong", 1, 0), ("right", 0, 0)])
def test_a_shown_sentence_counts_by_its_label(label: str, leaked: int, blocked: int) -> None:
    """The score can fail: what is shown and labelled wrong is a leak."""
    said = "6 units of 77427."
    score = score_sentences([Labelled("28 fractions, units of 77427?", {}, said, ((said, label),))])
    assert (leaked, blocked) == (len(score.leaked), len(score.blocked))
