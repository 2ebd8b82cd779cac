"""The texts that the gate is timed on."""

import re

from evals.bench.gate import WORDS, texts


def test_texts_are_long_enough_and_share_no_text():
    made = texts(60)
    assert all(WORDS <= len(text.split()) < 2 * WORDS for text in made)
    assert len(made) == len(set(made))


def test_a_run_can_be_repeated():
    assert texts(5) == texts(60)[:5]


def test_sentences_do_not_come_twice():
    sentences = [one for text in texts(60) for one in re.split(r"(?<=[.!?]) ", text) if len(one) > 60]
    assert len(set(sentences)) > 0.97 * len(sentences)
