"""What Slack's events say, without Slack: words, mentions, courtesy."""

from __future__ import annotations

import pytest
from slack_events import MENTION, at, edited, event, mention, message
from slack_stand_in import BOT

from ui.slack.incoming import Deleted, Said, read_event
from ui.slack.spoken import plain_words


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (f"{MENTION} 28 fx &amp; done", "28 fx & done"),
        (f"<@{BOT}|second-check> 77427?", "77427?"),
        ("is <@U2> right?", "is someone right?"),
        ("&lt;5 fractions &gt; 2", "<5 fractions > 2"),
        ("see <https://payer.example/x|the policy>", "see the policy"),
        ("<https://payer.example/x>", "https://payer.example/x"),
        ("<mailto:a@b.example|a@b.example>", "a@b.example"),
        ("<tel:5552014477|555-201-4477>", "555-201-4477"),
        ("<!here> in <#C1|billing> and <#C2>", "in #billing and a channel"),
        ("&amp;lt; is written so", "&lt; is written so"),
        ("a < b and c > d", "a < b and c > d"),
        ("77427 \ud83d x6", "77427 ? x6"),
    ],
)
def test_words_are_read_as_they_were_typed(written: str, meant: str) -> None:
    """Slack's marks are not the asker's words."""
    assert meant == plain_words(written, BOT)


@pytest.mark.parametrize("text", ["Thanks!", "thank you so much", "ok", "👍", ":pray: thx", "Great, thanks.", "got it"])
def test_courtesy_wants_no_answer(text: str) -> None:
    """Between people it would be noise."""
    said = read_event(event(message(text, at(2), thread_ts=at(1))), BOT)
    assert isinstance(said, Said)
    assert said.is_courtesy


@pytest.mark.parametrize("text", ["ok and for 30?", "77427", "thanks, and 77417?", "great. what if Aetna"])
def test_a_question_is_no_courtesy(text: str) -> None:
    """However politely it begins."""
    said = read_event(event(message(text, at(2), thread_ts=at(1))), BOT)
    assert isinstance(said, Said)
    assert not said.is_courtesy


def test_a_stone_in_place_of_a_message_is_a_deletion() -> None:
    """Slack leaves one where the message had replies."""
    heard = read_event(edited("This message was deleted.", at(1), "before", subtype="tombstone"), BOT)
    assert Deleted("C1", at(1)) == heard


def test_a_mention_added_by_an_edit_is_a_question() -> None:
    """People forget it at first."""
    heard = read_event(edited(f"{MENTION} 77427?", at(1), "77427?"), BOT)
    assert isinstance(heard, Said)
    assert heard.addressed
    assert heard.edited


def test_an_edit_of_a_channel_message_that_is_none_of_ours_is_unaddressed() -> None:
    """It is neither kept nor answered."""
    heard = read_event(edited("lunch at one", at(1), "lunch at noon"), BOT)
    assert isinstance(heard, Said)
    assert not heard.addressed


@pytest.mark.parametrize(
    "body",
    [
        {}, {"event": None}, {"event": []}, {"event": {}}, event({"type": "message"}),
        event(message("x", "1", user=None)),
        event({"type": "message", "subtype": "message_changed"}),
        event({"type": "message", "subtype": "message_deleted"}),
    ],
)  # fmt: skip
def test_an_event_without_words_says_nothing(body: dict[str, object]) -> None:
    """Whatever is missing from it."""
    assert read_event(body, BOT) is None


def test_a_reply_keeps_the_thread_it_stands_in() -> None:
    """A message that begins one is its own."""
    reply, root = read_event(mention("x", at(2), thread_ts=at(1)), BOT), read_event(mention("x", at(3)), BOT)
    assert isinstance(reply, Said)
    assert isinstance(root, Said)
    assert (at(1), at(3)) == (reply.thread, root.thread)
