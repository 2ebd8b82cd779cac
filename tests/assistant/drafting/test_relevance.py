"""How well a line of a source answers a question."""

from __future__ import annotations

import pytest

from assistant.drafting.relevance import Relevance, roots


@pytest.mark.parametrize(
    ("one", "other"),
    [("documented", "documentation"), ("denials", "denied"), ("supervision", "supervise"), ("exam", "visit"),
     ("hello", "greeting"), ("doctor", "physician"), ("downcoded", "reduced")],
)  # fmt: skip
def test_words_for_the_same_thing_meet(one: str, other: str) -> None:
    """Endings and habits of speech do not keep a question from its answer."""
    assert roots(one) & roots(other)


def test_words_that_only_look_alike_do_not_meet() -> None:
    """Delivery is no denial, a plan no planet, and small words are no words."""
    assert not roots("delivery") & roots("denial")
    assert not roots("plan") & roots("planet")
    assert set() == roots("what is the code for it")


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    """All lines speak of images, one of Friday: who asks about Friday wants that one."""
    lines = ["Images are approved before the next session.", "Images of Friday are reviewed later.", "Images stay."]
    rooted = [roots(line) for line in lines]
    relevance = Relevance("images of friday", rooted, ())
    scores = [relevance.of(line, own, set()) for line, own in zip(lines, rooted, strict=True)]
    assert max(scores) == scores[1]


def test_the_matter_asked_lifts_a_line() -> None:
    """Of two lines on images, who asks about the record gets the one on the record."""
    lines = ["Images are acquired.", "Images are signed in the record."]
    rooted = [roots(line) for line in lines]
    relevance = Relevance("images", rooted, ("documentation",))
    assert relevance.of(lines[1], rooted[1], set()) > relevance.of(lines[0], rooted[0], set())
    assert relevance.is_on_the_matter(lines[1]) and not relevance.is_on_the_matter(lines[0])
