"""What can be pressed: missing facts, how it was worked out, thumbs, once more."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

import pytest
from hand_made import MANAGEMENT
from slack_events import at, mention, press, reply
from slack_scene import Recorder, Running, answered, elements, until, words_of
from slack_stand_in import Payload, StandIn

from assistant.answer import Answer, Assumed
from assistant.errors import SecondCheckError
from ui.slack.buttons import asked_blocks, pressed

TODAY = date(2026, 11, 22)


def needing(*facts: str) -> Answer:
    return Answer(status="needs_facts", text="It depends.", asks=facts)


def named(message: Payload, words: str) -> Payload:
    """The button with these words."""
    return next(one for one in elements(message) if (one.get("text") or one.get("placeholder"))["text"] == words)


def pressing(button: Payload) -> Payload:
    return {"action_id": button["action_id"], "type": button["type"], "value": button["value"]}


@pytest.mark.parametrize(
    ("fact", "words", "value"),
    [
        ("payer", "Aetna", "aetna"),
        ("setting", "Hospital outpatient", "hospital_outpatient"),
        ("date_of_service", "In 2025", "2025"),
        ("isocenters", "Two or more", 2),
        ("motion_management", "No", False),
        ("course_ended", "Ended", True),
    ],
)
def test_a_missing_fact_is_given_by_button(
    running: Running, slack: StandIn, recorder: Recorder, fact: str, words: str, value: object
) -> None:
    """The answer is worked out with it, in the same message."""
    recorder.answers["units?"] = needing(fact)
    running()
    slack.say("events_api", mention("units?", at(1)))
    (asking,) = answered(slack, at(1))
    recorder.answers["units?"] = MANAGEMENT
    slack.say("interactive", press(pressing(named(asking, words)), slack.address, asking))
    until(lambda: len(recorder.asked) == 2)
    assert recorder.asked[1]["corrections"] == {fact: value}
    until(lambda: "6 units of 77427" in words_of(slack.in_thread(at(1))[0]))
    assert len(slack.messages) == 1


def test_a_day_is_picked_from_a_calendar(running: Running, slack: StandIn, recorder: Recorder) -> None:
    """A date of service is a day, not always a year."""
    recorder.answers["units?"] = needing("date_of_service")
    running()
    slack.say("events_api", mention("units?", at(1)))
    (asking,) = answered(slack, at(1))
    calendar = named(asking, "Pick the day")
    picked = {"action_id": calendar["action_id"], "type": "datepicker", "selected_date": "2025-12-31"}
    slack.say("interactive", press(picked, slack.address, asking))
    until(lambda: len(recorder.asked) == 2)
    assert recorder.asked[1]["corrections"] == {"date_of_service": "2025-12-31"}


def test_two_facts_are_given_one_after_the_other(running: Running, slack: StandIn, recorder: Recorder) -> None:
    """The first stays when the second comes."""
    recorder.answers["units?"] = needing("isocenters", "motion_management")
    running()
    slack.say("events_api", mention("units?", at(1)))
    (asking,) = answered(slack, at(1))
    for n, words in enumerate(["One", "Yes"], start=2):
        slack.say("interactive", press(pressing(named(asking, words)), slack.address, asking))
        until(lambda n=n: len(recorder.asked) == n)
    assert recorder.asked[2]["corrections"] == {"isocenters": 1, "motion_management": True}


def test_a_fact_given_by_button_carries_over(running: Running, slack: StandIn, recorder: Recorder) -> None:
    """The next question in the thread knows it, in words that a later one may overrule."""
    recorder.answers["units?"] = needing("payer")
    running()
    slack.say("events_api", mention("units?", at(1)))
    (asking,) = answered(slack, at(1))
    slack.say("interactive", press(pressing(named(asking, "Aetna")), slack.address, asking))
    until(lambda: len(recorder.asked) == 2)
    slack.say("events_api", reply("and for 30?", at(2), at(1)))
    answered(slack, at(1), 2)
    assert "Aetna" in str(recorder.asked[2]["history"])


def test_an_assumed_payer_can_be_changed() -> None:
    """ "Assuming Medicare" comes with the other payers."""
    answer = Answer(status="answered", text="Six.", assumed=(Assumed(fact="payer", value="medicare"),))
    (menu,) = asked_blocks(answer, 7, TODAY)[0]["elements"]
    words = [option["text"]["text"] for option in menu["options"]]
    assert "Aetna" in words
    assert "Medicare" not in words
    chosen = pressed({"action_id": menu["action_id"], "type": "static_select", "selected_option": menu["options"][2]})
    assert chosen is not None
    assert (7, "payer") == chosen[:2]


@pytest.mark.parametrize(
    "action",
    [
        {}, {"action_id": "fact"}, {"action_id": "fact:payer:x:y", "value": "not json"},
        {"action_id": "fact:payer:1:x", "value": '[1, "password", "x"]'},
        {"action_id": "fact:payer:1:x", "value": "7"}, {"action_id": "fact:payer:1:x", "value": None},
        {"action_id": "fact:date_of_service:1", "type": "datepicker", "selected_date": None},
        {"action_id": "fact:date_of_service:1", "type": "datepicker", "selected_date": "2026-13-45"},
    ],
)  # fmt: skip
def test_a_press_that_says_nothing_is_nothing(action: Payload) -> None:
    """Whatever a client sends."""
    assert pressed(action) is None


def test_every_action_of_a_message_has_a_name_of_its_own() -> None:
    """Slack refuses a message in which two are alike."""
    asks = ("payer", "setting", "date_of_service", "isocenters", "motion_management", "technique", "course_ended")
    blocks = asked_blocks(needing(*asks), 1, TODAY)
    names = [one["action_id"] for block in blocks for one in block.get("elements", []) if "action_id" in one]
    assert len(names) == len(set(names)) > 20
    assert all(len(block["elements"]) <= 25 for block in blocks)


def test_how_it_was_worked_out_opens_a_window(running: Running, slack: StandIn, recorder: Recorder) -> None:
    """With every finding, its reference, and the sources linked."""
    recorder.answers["28 fx?"] = MANAGEMENT
    running()
    slack.say("events_api", mention("28 fx?", at(1)))
    (shown,) = answered(slack, at(1))
    slack.say("interactive", press(pressing(named(shown, "How this was worked out")), slack.address, shown))
    (view,) = until(lambda: slack.views)
    words = words_of(view)
    assert "28 fractions = 5 sets of 5 and 3 left over" in words
    assert "<https://www.cms.gov/manual|Medicare Claims Processing Manual, chapter 13>" in words
    assert len(view["title"]["text"]) <= 24


def test_a_window_that_does_not_open_is_said_to(running: Running, slack: StandIn, recorder: Recorder) -> None:
    """Slack gives three seconds; after that a press is worth nothing."""
    slack.fail("views.open", error="expired_trigger_id")
    recorder.answers["28 fx?"] = MANAGEMENT
    running()
    slack.say("events_api", mention("28 fx?", at(1)))
    (shown,) = answered(slack, at(1))
    slack.say("interactive", press(pressing(named(shown, "How this was worked out")), slack.address, shown))
    until(lambda: slack.private)
    assert "Press the button once more" in words_of(slack.private[0])


def test_thumbs_are_stored_once_per_person(running: Running, slack: StandIn, tmp_path: Path) -> None:
    """The last one counts, and each is thanked for."""
    service = running()
    slack.say("events_api", mention("77427?", at(1)))
    (shown,) = answered(slack, at(1))
    for words in ("👍", "👎"):
        slack.say("interactive", press(pressing(named(shown, words)), slack.address, shown))
        until(lambda words=words: len(slack.private) == (1 if words == "👍" else 2))
    service.stop()
    with sqlite3.connect(tmp_path / "slack.sqlite") as db:
        assert [(1, "U1", "down")] == db.execute("SELECT question, asker, opinion FROM opinions").fetchall()
    assert "did not help" in words_of(slack.private[1])
    assert slack.private[0]["replace_original"] is False


def test_a_press_in_another_channel_counts_for_nothing(running: Running, slack: StandIn, recorder: Recorder) -> None:
    """A number guessed elsewhere opens no answer of this channel."""
    recorder.answers["28 fx?"] = MANAGEMENT
    running()
    slack.say("events_api", mention("28 fx?", at(1)))
    (shown,) = answered(slack, at(1))
    for words in ("How this was worked out", "👍"):
        envelope = slack.say("interactive", press(pressing(named(shown, words)), slack.address, shown, channel="C2"))
        until(lambda envelope=envelope: envelope in slack.acknowledged)
    until(lambda: slack.private)
    assert not slack.views
    assert "no longer kept" in words_of(slack.private[0])


def test_a_press_on_another_message_counts_for_nothing(running: Running, slack: StandIn, recorder: Recorder) -> None:
    """The number of a button may be that of an older file: only the message that shows the answer counts."""
    recorder.answers["28 fx?"] = MANAGEMENT
    running()
    slack.say("events_api", mention("28 fx?", at(1)))
    (shown,) = answered(slack, at(1))
    older = {**shown, "ts": "1.1"}
    slack.say("interactive", press(pressing(named(shown, "How this was worked out")), slack.address, older))
    until(lambda: slack.private)
    assert "no longer kept" in words_of(slack.private[0])


def test_once_more_after_an_apology(running: Running, slack: StandIn, recorder: Recorder) -> None:
    """The apology turns into the answer."""
    recorder.answers["77427?"] = SecondCheckError("The index is shut.")
    running()
    slack.say("events_api", mention("77427?", at(1)))
    (sorry,) = answered(slack, at(1))
    del recorder.answers["77427?"]
    slack.say("interactive", press(pressing(named(sorry, "Try again")), slack.address, sorry))
    until(lambda: slack.in_thread(at(1))[0]["text"] == "Answer to: 77427?")


def test_a_press_said_again_counts_once(running: Running, slack: StandIn, recorder: Recorder) -> None:
    """A replayed press asks nothing anew."""
    recorder.answers["units?"] = needing("payer")
    running()
    slack.say("events_api", mention("units?", at(1)))
    (asking,) = answered(slack, at(1))
    payload = press(pressing(named(asking, "Aetna")), slack.address, asking)
    for _ in range(3):
        envelope = slack.say("interactive", payload)
        until(lambda envelope=envelope: envelope in slack.acknowledged)
    slack.say("events_api", reply("next?", at(2), at(1)))
    answered(slack, at(1), 2)
    assert [one["question"] for one in recorder.asked] == ["units?", "units?", "next?"]
