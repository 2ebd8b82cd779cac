"""A question in Slack gets its answer in the thread: mention, direct message, follow-up, edit, deletion."""

from __future__ import annotations

import time
from pathlib import Path

from slack_events import MENTION, at, deleted, direct, edited, event, mention, message, reply
from slack_scene import Recorder, Running, answered, elements, until, words_of
from slack_stand_in import StandIn

from assistant.errors import SecondCheckError


def test_a_mention_is_acknowledged_placed_and_answered_in_its_thread(running: Running, slack: StandIn) -> None:
    """The placeholder and the answer are one message."""
    running()
    envelope = slack.say("events_api", mention("28 fx, how many 77427?", at(1)))
    (shown,) = answered(slack, at(1))
    assert shown["history"] == ["Working it out…", "Answer to: 28 fx, how many 77427?"]
    assert "Answer to: 28 fx" in words_of(shown)
    assert envelope in slack.acknowledged
    assert len(slack.messages) == 1


def test_the_acknowledgement_does_not_wait_for_the_answer(running: Running, slack: StandIn, recorder: Recorder) -> None:
    """Slack gives three seconds; an answer may take longer."""
    recorder.gate.clear()
    running()
    envelope = slack.say("events_api", mention("77427?", at(1)))
    until(lambda: envelope in slack.acknowledged)
    until(lambda: slack.in_thread(at(1)), "the placeholder")
    assert recorder.asked == []
    recorder.gate.set()
    answered(slack, at(1))


def test_a_direct_message_needs_no_mention(running: Running, slack: StandIn) -> None:
    """In a direct message everything is said to us."""
    running()
    slack.say("events_api", direct("77427?", at(1)))
    assert answered(slack, at(1))[0]["channel"] == "D1"


def test_a_thread_is_a_conversation(running: Running, slack: StandIn, recorder: Recorder) -> None:
    """A follow-up needs no mention and brings the turns before it."""
    running()
    slack.say("events_api", mention("28 fx, Aetna, 77427?", at(1)))
    answered(slack, at(1))
    slack.say("events_api", reply("and for 30?", at(2), at(1)))
    answered(slack, at(1), 2)
    assert recorder.asked[1]["history"] == [
        {"role": "user", "content": "28 fx, Aetna, 77427?"},
        {"role": "assistant", "content": "Answer to: 28 fx, Aetna, 77427?"},
    ]


def test_another_thread_is_another_conversation(running: Running, slack: StandIn, recorder: Recorder) -> None:
    """What was said elsewhere does not carry over."""
    running()
    slack.say("events_api", mention("28 fx, Aetna, 77427?", at(1)))
    answered(slack, at(1))
    slack.say("events_api", mention("and for 30?", at(2)))
    answered(slack, at(2))
    assert recorder.asked[1]["history"] == []


def test_people_may_talk_among_themselves(running: Running, slack: StandIn, recorder: Recorder) -> None:
    """A reply for a colleague, of somebody who asked us nothing, or of thanks gets no answer."""
    running()
    slack.say("events_api", mention("77427?", at(1)))
    answered(slack, at(1))
    for n, (text, user) in enumerate(
        [("<@U2> what do you think of 77427?", "U1"), ("77417 too?", "U3"), ("Thanks! :pray:", "U1")], start=2
    ):
        slack.say("events_api", reply(text, at(n), at(1), user=user))
    slack.say("events_api", event(message("lunch?", at(7))))
    slack.say("events_api", reply("and for 30?", at(9), at(1)))
    answered(slack, at(1), 2)
    assert recorder.questions == ["77427?", "and for 30?"]


def test_an_edited_question_is_answered_anew_in_place(running: Running, slack: StandIn, recorder: Recorder) -> None:
    """The message changes, no second one appears, and the reader is told why."""
    running()
    slack.say("events_api", mention("28 fx, 77427?", at(1)))
    answered(slack, at(1))
    slack.say("events_api", edited(f"{MENTION} 30 fx, 77427?", at(1), f"{MENTION} 28 fx, 77427?"))
    until(lambda: "Answer to: 30 fx, 77427?" in slack.in_thread(at(1))[0]["history"])
    (shown,) = slack.in_thread(at(1))
    assert "after the question was changed" in words_of(shown)
    assert recorder.questions == ["28 fx, 77427?", "30 fx, 77427?"]


def test_an_edit_while_the_answer_is_worked_out_wins(running: Running, slack: StandIn, recorder: Recorder) -> None:
    """The answer to what is no longer asked is never shown."""
    recorder.gate.clear()
    service = running()
    slack.say("events_api", mention("28 fx, 77427?", at(1)))
    until(recorder.begun.is_set)
    slack.say("events_api", edited(f"{MENTION} 30 fx, 77427?", at(1), f"{MENTION} 28 fx, 77427?"))
    until(lambda: (found := service.questions.get(1)) and found.version == 1)
    recorder.gate.set()
    (shown,) = answered(slack, at(1))
    assert shown["history"] == ["Working it out…", "Answer to: 30 fx, 77427?"]


def test_a_link_that_unfurls_is_no_edit(running: Running, slack: StandIn, recorder: Recorder) -> None:
    """Slack reports it as a change; the words are the same."""
    running()
    slack.say("events_api", mention("77427?", at(1)))
    answered(slack, at(1))
    slack.say("events_api", edited(f"{MENTION} 77427?", at(1), f"{MENTION} 77427?"))
    slack.say("events_api", reply("next?", at(2), at(1)))
    answered(slack, at(1), 2)
    assert recorder.questions == ["77427?", "next?"]


def test_a_deleted_question_takes_its_answer_along(running: Running, slack: StandIn, tmp_path: Path) -> None:
    """Neither the message nor its words stay."""
    service = running()
    slack.say("events_api", mention("a question to regret", at(1)))
    answered(slack, at(1))
    slack.say("events_api", deleted(at(1)))
    until(lambda: not slack.messages, "the answer to go")
    until(lambda: (found := service.questions.get(1)) and found.state == "deleted")
    service.stop()
    assert b"regret" not in b"".join(file.read_bytes() for file in tmp_path.iterdir())


def test_a_question_deleted_while_it_is_worked_out_leaves_nothing(
    running: Running, slack: StandIn, recorder: Recorder
) -> None:
    """The placeholder goes, and no answer comes."""
    recorder.gate.clear()
    service = running()
    slack.say("events_api", mention("77427?", at(1)))
    until(recorder.begun.is_set)
    slack.say("events_api", deleted(at(1)))
    until(lambda: (found := service.questions.get(1)) and found.state == "deleting")
    recorder.gate.set()
    until(lambda: not slack.messages, "the placeholder to go")
    time.sleep(0.2)
    assert slack.called("chat.update") == []


def test_a_failure_is_an_apology_with_its_reason(running: Running, slack: StandIn, recorder: Recorder) -> None:
    """What, why and next step of our own errors, and a button to try again."""
    recorder.answers["77427?"] = SecondCheckError("The index is shut.", "Nobody opened it.", "Open it.")
    running()
    slack.say("events_api", mention("77427?", at(1)))
    (shown,) = answered(slack, at(1))
    assert "Sorry, there is no answer this time. The index is shut. Nobody opened it. Open it." in words_of(shown)
    assert [one["action_id"] for one in elements(shown)] == ["again"]


def test_a_foreign_failure_keeps_its_words_to_itself(
    running: Running, slack: StandIn, recorder: Recorder, capfd: object
) -> None:
    """A message that may quote a patient is not repeated."""
    recorder.answers["77427?"] = RuntimeError("MRN 4471923")
    running()
    slack.say("events_api", mention("77427?", at(1)))
    (shown,) = answered(slack, at(1))
    assert "Something failed on our side" in words_of(shown)
    assert "4471923" not in words_of(shown)


def test_a_bare_mention_is_answered_by_the_engine(running: Running, slack: StandIn, recorder: Recorder) -> None:
    """Nothing asked is the engine's business, not ours."""
    running()
    slack.say("events_api", mention("", at(1)))
    answered(slack, at(1))
    assert recorder.questions == [""]
