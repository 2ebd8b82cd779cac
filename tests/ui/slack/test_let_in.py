"""Who gets an answer: the lists of workspaces and channels, and never a program."""

from __future__ import annotations

from typing import Any

import pytest
from slack_events import at, command, direct, edited, event, mention, message, press, shortcut
from slack_scene import Recorder, Running, answered, until
from slack_stand_in import BOT, Payload, StandIn

from ui.slack.allowed import Allowed

ELSEWHERE = {"ts": "1", "channel": "C9"}
LISTS = Allowed(frozenset({"T1"}), frozenset({"C1"}))


@pytest.mark.parametrize(
    ("kind", "payload"),
    [
        ("events_api", mention("77427?", at(1), team="T9")),
        ("events_api", mention("77427?", at(1), team="T1", user_team="T9")),
        ("events_api", mention("77427?", at(1), source_team="T9")),
        ("events_api", mention("77427?", at(1), channel="C9")),
        ("events_api", direct("77427?", at(1))),
        ("events_api", {**mention("77427?", at(1), team=""), "team_id": None}),
        ("slash_commands", command("/code", "77417", "http://127.0.0.1:1", channel="C9")),
        ("slash_commands", {**command("/code", "77417", "http://127.0.0.1:1"), "team_id": "T9"}),
        ("interactive", {**shortcut("bill 77427", "http://127.0.0.1:1"), "user": {"id": "U", "team_id": "T9"}}),
        ("interactive", press({"action_id": "thumb:up", "value": "1"}, "http://127.0.0.1:1", ELSEWHERE)),
    ],
)  # fmt: skip
def test_outside_the_lists_nothing_happens(
    running: Running, slack: StandIn, recorder: Recorder, kind: str, payload: Payload
) -> None:
    """No answer, no placeholder, no row; only the acknowledgement that stops the repeats."""
    if payload.get("event"):
        payload["event"].pop("team", None) if payload["team_id"] is None else None
    service = running(allowed=LISTS)
    envelope = slack.say(kind, payload)
    until(lambda: envelope in slack.acknowledged)
    assert service.questions.get(1) is None
    assert recorder.asked == []
    assert {call.method for call in slack.calls} <= {"auth.test", "apps.connections.open"}


def test_inside_the_lists_it_answers(running: Running, slack: StandIn) -> None:
    """The list lets in whom it names."""
    running(allowed=LISTS)
    slack.say("events_api", mention("77427?", at(1)))
    answered(slack, at(1))


def test_direct_messages_are_named_on_the_list(running: Running, slack: StandIn) -> None:
    """Their channels have no ID that anybody knows beforehand."""
    running(allowed=Allowed.from_words("T1", "C1, dm"))
    slack.say("events_api", direct("77427?", at(1)))
    answered(slack, at(1))


@pytest.mark.parametrize("body", [{}, {"team_id": ""}, {"event": "x"}, {"team": None, "channel": None}])
def test_a_request_that_names_nothing_is_outside(body: dict[str, Any]) -> None:
    """A list that is set fails closed."""
    assert not LISTS.permits(body)
    assert not Allowed(workspaces=frozenset({"T1"})).permits(body)
    assert not Allowed(channels=frozenset({"C1"})).permits(body)
    assert Allowed().permits(body)


@pytest.mark.parametrize(
    "more",
    [
        {"user": BOT},
        {"bot_id": "BBOT", "user": "U7"},
        {"bot_id": "BOTHER", "user": "U7"},
        {"subtype": "bot_message", "user": ""},
        {"user": "USLACKBOT"},
        {"subtype": "channel_join"},
        {"bot_profile": {"name": "another program"}},
    ],
)
def test_no_program_is_answered(running: Running, slack: StandIn, recorder: Recorder, more: dict[str, Any]) -> None:
    """Two programs that answer each other never end; our own messages come back to us as events too."""
    service = running()
    envelope = slack.say("events_api", event(message(f"<@{BOT}> 77427?", at(1), **more)))
    until(lambda: envelope in slack.acknowledged)
    assert service.questions.get(1) is None
    assert recorder.asked == []


def test_an_edit_by_a_program_is_none(running: Running, slack: StandIn, recorder: Recorder) -> None:
    """Our own update of the placeholder comes back as an edit."""
    service = running()
    envelope = slack.say("events_api", edited(f"<@{BOT}> 77427?", at(1), "before", bot_id="BBOT"))
    until(lambda: envelope in slack.acknowledged)
    assert service.questions.get(1) is None
