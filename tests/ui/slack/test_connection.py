"""The socket may be cut, replaced, noisy, or not there yet: the next question is answered all the same."""

from __future__ import annotations

import pytest
from slack_events import at, mention
from slack_scene import Running, answered, until
from slack_stand_in import StandIn


def test_a_cut_connection_is_made_again(running: Running, slack: StandIn) -> None:
    """What was said meanwhile comes with the next connection."""
    running()
    slack.say("events_api", mention("before", at(1)))
    answered(slack, at(1))
    slack.drop()
    slack.say("events_api", mention("while cut", at(2)))
    answered(slack, at(2))
    assert slack.connections >= 2


def test_slack_may_ask_for_a_new_connection(running: Running, slack: StandIn) -> None:
    """It does every few hours; no question falls between."""
    running()
    until(lambda: slack.connections == 1)
    slack.ask_to_reconnect()
    until(lambda: slack.connections == 2)
    slack.say("events_api", mention("after", at(1)))
    answered(slack, at(1))


@pytest.mark.parametrize("noise", [b"\xff\xfe\x00", "no json", "{", "[]", '{"type": "events_api"}', "\x00" * 3])
def test_noise_on_the_socket_stops_nothing(running: Running, slack: StandIn, noise: str | bytes) -> None:
    """Whatever it is, the next question is answered."""
    running()
    until(lambda: slack.connections)
    slack.whisper(noise)
    slack.say("events_api", mention("77427 \ud83d?", at(1)))
    assert answered(slack, at(1))[0]["text"] == "Answer to: 77427 ??"


def test_a_slack_that_is_down_at_the_start_is_waited_for(running: Running, slack: StandIn) -> None:
    """The program need not be started again."""
    slack.fail("apps.connections.open", status=503)
    running()
    slack.say("events_api", mention("77427?", at(1)))
    answered(slack, at(1))
