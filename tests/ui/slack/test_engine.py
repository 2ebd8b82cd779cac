"""With the real engine behind it: a conversation keeps payer, date and course, and a button's fact decides."""

from __future__ import annotations

import pytest
from slack_events import at, mention, press, reply
from slack_scene import Running, answered, elements, until, words_of
from slack_stand_in import StandIn

from assistant import Assistant


@pytest.fixture(scope="module")
def engine() -> Assistant:
    return Assistant()


def test_course_and_payer_carry_over(running: Running, slack: StandIn, engine: Assistant) -> None:
    """28 fractions make six, 27 make five, and Medicare is said once."""
    running(assistant=engine)
    slack.say("events_api", mention("Medicare, 28 fx, course ended, how many 77427?", at(1)))
    assert "6" in answered(slack, at(1))[0]["text"]
    slack.say("events_api", reply("and for 27?", at(2), at(1)))
    second = answered(slack, at(1), 2)[1]
    assert "27" in words_of(second)
    assert "5" in second["text"]
    assert "Payer Medicare (from earlier)" in words_of(second)


def test_a_fact_by_button_decides_the_level(running: Running, slack: StandIn, engine: Assistant) -> None:
    """What the engine asks for can be given without typing."""
    running(assistant=engine)
    slack.say("events_api", mention("which delivery code for imrt in 2026, Medicare, no motion management?", at(1)))
    (asking,) = answered(slack, at(1))
    one = next(each for each in elements(asking) if each["action_id"].startswith("fact:isocenters"))
    given = {"action_id": one["action_id"], "type": "button", "value": one["value"]}
    slack.say("interactive", press(given, slack.address, asking))
    until(lambda: len(slack.in_thread(at(1))[0]["history"]) == 3, "the answer with the fact")
    words = words_of(slack.in_thread(at(1))[0])
    assert "77407" in words
    assert "Isocenters 1 (set by you)" in words
