"""Nothing is lost, doubled or out of order: repeats, restarts, rate limits, cut connections, many at once."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from slack_events import at, direct, mention, reply
from slack_scene import Recorder, Running, answered, until, words_of
from slack_stand_in import StandIn

from ui.slack.question import Question

ROOT = Path(__file__).parents[3]


def test_an_event_said_again_is_answered_once(running: Running, slack: StandIn, recorder: Recorder) -> None:
    """Each repeat is acknowledged, because Slack would go on otherwise."""
    running()
    payload = mention("77427?", at(1), event_id="Ev0")
    repeats = [slack.say("events_api", payload, retry=n) for n in range(40)]
    until(lambda: set(repeats) <= set(slack.acknowledged), "every repeat to be acknowledged")
    answered(slack, at(1))
    slack.say("events_api", reply("and then?", at(2), at(1)))
    answered(slack, at(1), 2)
    assert recorder.questions == ["77427?", "and then?"]
    assert len(slack.called("chat.postMessage")) == 2


def test_a_message_that_comes_as_two_events_is_one_question(
    running: Running, slack: StandIn, recorder: Recorder
) -> None:
    """Slack reports a mention in a channel as a mention and as a message."""
    running()
    both = mention("77427?", at(1))
    as_message = {**both, "event_id": "Ev-other", "event": {**both["event"], "type": "message"}}
    for payload in (both, as_message):
        slack.say("events_api", payload)
    answered(slack, at(1))
    slack.say("events_api", mention("done?", at(2)))
    answered(slack, at(2))
    assert recorder.questions == ["77427?", "done?"]


def test_a_thread_is_answered_in_its_order(running: Running, slack: StandIn, recorder: Recorder) -> None:
    """Although two workers are free and the first answer is slow."""
    recorder.gate.clear()
    running()
    for n in range(1, 6):
        slack.say("events_api", mention(f"question {n}", at(n), thread_ts=at(1)))
    until(lambda: len(slack.in_thread(at(1))) == 5, "five placeholders")
    recorder.gate.set()
    shown = answered(slack, at(1), 5)
    assert [one["text"] for one in shown] == [f"Answer to: question {n}" for n in range(1, 6)]
    assert recorder.questions == [f"question {n}" for n in range(1, 6)]
    assert [len(one["history"]) for one in recorder.asked] == [0, 2, 4, 6, 8]


def test_another_thread_does_not_wait(running: Running, slack: StandIn, recorder: Recorder) -> None:
    """One slow answer holds up its own thread only."""
    recorder.gate.clear()
    recorder.ungated.add("quick")
    running()
    slack.say("events_api", mention("slow", at(1)))
    until(recorder.begun.is_set)
    slack.say("events_api", mention("quick", at(2)))
    answered(slack, at(2))
    assert slack.in_thread(at(1))[0]["text"] == "Working it out…"


@pytest.mark.parametrize("manner", ["slow", "placing"])
def test_a_killed_program_answers_what_was_pending_once(
    running: Running, slack: StandIn, recorder: Recorder, tmp_path: Path, manner: str
) -> None:
    """Killed while it worked, or after Slack took the placeholder and before we knew."""
    folder = tmp_path / "data"
    if manner == "placing":
        slack.fail("chat.postMessage", after=True)
        slack.fail("conversations.replies", times=50, status=500)
    command = [sys.executable, str(Path(__file__).with_name("serve_apart.py")), slack.api, str(folder), "slow"]
    apart = subprocess.Popen(command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)})
    try:
        until(lambda: slack.connections, "the program to connect")
        envelope = slack.say("events_api", mention("28 fx, 77427?", at(1)))
        until(lambda: envelope in slack.acknowledged)
        until(lambda: len(slack.in_thread(at(1))) == 1, "the placeholder")
    finally:
        apart.kill()
        apart.wait()
    slack.drop()
    slack._failures.clear()
    running(folder=folder)
    (shown,) = answered(slack, at(1))
    time.sleep(0.3)
    assert shown["history"] == ["Working it out…", "Answer to: 28 fx, 77427?"]
    assert len(slack.called("chat.postMessage")) == 1
    assert recorder.questions == ["28 fx, 77427?"]


def test_what_was_shown_is_not_shown_again(running: Running, slack: StandIn, recorder: Recorder) -> None:
    """A restart finds nothing to do, also when Slack repeats the event after it."""
    first = running()
    payload = mention("77427?", at(1))
    slack.say("events_api", payload)
    answered(slack, at(1))
    until(lambda: first.progress.pending() == 0)
    first.stop()
    second = running()
    envelope = slack.say("events_api", payload, retry=1)
    until(lambda: envelope in slack.acknowledged)
    slack.say("events_api", reply("and then?", at(2), at(1)))
    answered(slack, at(1), 2)
    assert recorder.questions == ["77427?", "and then?"]
    assert recorder.asked[1]["history"][0]["content"] == "77427?"
    until(lambda: second.progress.pending() == 0)


def test_an_answer_is_worked_out_once_although_slack_says_429(
    running: Running, slack: StandIn, recorder: Recorder
) -> None:
    """The kept answer waits for as long as Slack says, and the next call too."""
    slack.fail("chat.update", times=2, status=429, retry_after="1")
    running()
    slack.say("events_api", mention("77427?", at(1)))
    answered(slack, at(1))
    calls = [call.at for call in slack.called("chat.update")]
    assert recorder.questions == ["77427?"]
    assert len(calls) == 3
    assert min(after - before for before, after in itertools.pairwise(calls)) >= 0.95


def test_a_placeholder_refused_with_429_is_sent_later(running: Running, slack: StandIn) -> None:
    """And others in the same channel do not run into the same refusal meanwhile."""
    slack.fail("chat.postMessage", status=429, retry_after="1")
    running()
    slack.say("events_api", mention("first", at(1)))
    slack.say("events_api", mention("second", at(2)))
    answered(slack, at(1))
    answered(slack, at(2))
    posted = slack.called("chat.postMessage")
    assert len(posted) == 3
    assert posted[1].at - posted[0].at >= 0.95


def test_while_one_channel_is_held_back_another_is_answered(running: Running, slack: StandIn) -> None:
    """No worker sleeps on a 429."""
    slack.fail("chat.update", status=429, retry_after="60")
    running()
    slack.say("events_api", mention("held back", at(1)))
    until(lambda: slack.called("chat.update"))
    slack.say("events_api", direct("elsewhere", at(2)))
    answered(slack, at(2))
    assert slack.in_thread(at(1))[0]["history"] == ["Working it out…"]


def test_a_placeholder_whose_fate_is_unknown_is_looked_for(running: Running, slack: StandIn) -> None:
    """The connection broke after Slack had taken it: there is still one."""
    slack.fail("chat.postMessage", after=True)
    running()
    slack.say("events_api", mention("77427?", at(1)))
    (shown,) = answered(slack, at(1))
    assert shown["text"] == "Answer to: 77427?"
    assert len(slack.called("chat.postMessage")) == 1


def test_a_server_in_trouble_is_waited_for(running: Running, slack: StandIn, recorder: Recorder) -> None:
    """500 and broken connections cost seconds and no answer."""
    slack.fail("chat.update", status=500)
    slack.fail("chat.update", after=True)
    running()
    slack.say("events_api", mention("77427?", at(1)))
    answered(slack, at(1))
    until(lambda: len(slack.called("chat.update")) >= 3)
    assert recorder.questions == ["77427?"]


def test_a_placeholder_that_somebody_deleted_is_posted_anew(
    running: Running, slack: StandIn, recorder: Recorder
) -> None:
    """The asker still waits for an answer."""
    recorder.gate.clear()
    running()
    slack.say("events_api", mention("77427?", at(1)))
    until(lambda: slack.messages)
    slack.messages.clear()
    recorder.gate.set()
    (shown,) = answered(slack, at(1))
    assert shown["text"] == "Answer to: 77427?"


def test_a_closed_channel_is_given_up(running: Running, slack: StandIn) -> None:
    """What will never succeed is not tried for ever, and nobody else waits for it."""
    slack.fail("chat.postMessage", error="is_archived")
    service = running()
    slack.say("events_api", mention("77427?", at(1)))
    until(lambda: (found := service.questions.get(1)) and found.state == "lost")
    slack.say("events_api", mention("elsewhere", at(2)))
    answered(slack, at(2))
    assert len(slack.called("chat.postMessage")) == 2


def test_a_form_that_slack_refuses_becomes_a_file(running: Running, slack: StandIn) -> None:
    """The answer reaches its reader in some form."""
    slack.fail("chat.update", error="invalid_blocks")
    running()
    slack.say("events_api", mention("77427?", at(1)))
    (shown,) = answered(slack, at(1))
    until(lambda: slack.files)
    assert "it is in the file below" in words_of(shown)
    assert slack.files[0]["content"].startswith("Answer to: 77427?")


def test_a_fault_in_drawing_is_an_apology(running: Running, slack: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    """And the thread goes on."""

    def broken(*_: object, **__: object) -> None:
        raise KeyError("MRN 4471923")

    running()
    monkeypatch.setattr("ui.slack.blocks.message", broken)
    slack.say("events_api", mention("77427?", at(1)))
    (shown,) = answered(slack, at(1))
    assert "Something failed on our side" in words_of(shown)
    monkeypatch.undo()
    slack.say("events_api", reply("and then?", at(2), at(1)))
    assert "Answer to: and then?" in words_of(answered(slack, at(1), 2)[1])


def test_a_fault_in_one_question_holds_up_no_other(
    running: Running, slack: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is tried again with patience, and given up in the end."""
    service = running()
    steps = service.workers._steps
    do = steps.do

    def faulty(question: Question) -> None:
        if question.text == "faulty":
            raise KeyError("a fault")
        do(question)

    monkeypatch.setattr(steps, "do", faulty)
    monkeypatch.setattr("ui.slack.workers.back_off", lambda tries: 0.0)
    slack.say("events_api", mention("faulty", at(1)))
    slack.say("events_api", mention("well", at(2)))
    answered(slack, at(2))
    until(lambda: (found := service.questions.get(1)) and found.state == "lost")


def test_fifty_questions_at_once(running: Running, slack: StandIn, recorder: Recorder) -> None:
    """None lost, none doubled, in order in each of ten threads."""
    running()
    for n in range(50):
        thread = n % 10 + 1
        text = f"thread {thread} question {n // 10}"
        slack.say("events_api", mention(text, at(100 * (n // 10) + thread), thread_ts=at(thread)))
    for thread in range(1, 11):
        shown = answered(slack, at(thread), 5)
        assert [one["text"] for one in shown] == [f"Answer to: thread {thread} question {n}" for n in range(5)]
    assert len(recorder.asked) == 50
    assert len(slack.called("chat.postMessage")) == 50
