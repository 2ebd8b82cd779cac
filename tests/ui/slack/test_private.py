"""What only the asker sees: /code, /check, second-check this. And what is in no store: patients."""

from __future__ import annotations

from pathlib import Path

import pytest
from slack_events import MENTION, at, command, direct, edited, mention, shortcut
from slack_scene import Recorder, Running, answered, until, words_of
from slack_stand_in import Payload, StandIn

PATIENT = "MRN 4471923, John Doe, dob 3/4/1951, call 555-201-4477"
SECRETS = (b"4471923", b"John Doe", b"3/4/1951", b"555-201-4477")


def told(slack: StandIn, number: int = 1) -> Payload:
    """The last private answer once there are `number`."""
    until(lambda: len(slack.private) >= number, f"{number} private answers")
    return slack.private[number - 1]


def test_code_says_what_the_rules_say_on_a_date(running: Running, slack: StandIn) -> None:
    """To the asker alone, acknowledged at once with a placeholder that is replaced."""
    running()
    envelope = slack.say("slash_commands", command("/code", "77417 2026-03-02 medicare", slack.address))
    said = told(slack)
    assert said["response_type"] == "ephemeral"
    assert said["replace_original"] is True
    words = words_of(said)
    assert "77417" in words
    assert "March 2, 2026" in words
    assert "Medicare" in words
    assert "Modifier" in words
    assert envelope in slack.acknowledged
    assert not slack.messages


@pytest.mark.parametrize("text", ["", "77417 sometime soon", "77417 13/45/2026"])
def test_code_that_cannot_be_read_gets_its_usage(running: Running, slack: StandIn, text: str) -> None:
    """With an example to copy."""
    running()
    slack.say("slash_commands", command("/code", text, slack.address))
    assert "/code 77417 2025-05-01 medicare" in words_of(told(slack))


def test_an_unknown_code_is_said_to_be_one(running: Running, slack: StandIn) -> None:
    """Not an error, an answer."""
    running()
    slack.say("slash_commands", command("/code", "77147", slack.address))
    assert "77147" in words_of(told(slack))


def test_check_judges_pasted_lines_with_a_heading(running: Running, slack: StandIn) -> None:
    """As `secondcheck check` does; each line with its verdict and reason."""
    running()
    pasted = (
        "payer,setting,biller,dos_from,code,modifiers,units\n"
        "medicare,hospital_outpatient,facility,2026-02-10,77386,,1\n"
        "medicare,freestanding,professional,2026-02-10,77427,,1"
    )
    slack.say("slash_commands", command("/check", pasted, slack.address))
    words = words_of(told(slack))
    assert "2 lines:" in words
    assert "77386" in words
    assert "Fail" in words


def test_check_reads_lines_without_a_heading(running: Running, slack: StandIn) -> None:
    """In the order that the usage names."""
    running()
    line = "2026-02-10, 77386, , 1, medicare, hospital_outpatient, facility"
    slack.say("slash_commands", command("/check", line, slack.address))
    words = words_of(told(slack))
    assert "1 line: 0 pass, 1 fail, 0 without data." in words
    assert line in words


def test_check_without_lines_says_how(running: Running, slack: StandIn) -> None:
    """The usage, with a line to copy."""
    running()
    slack.say("slash_commands", command("/check", "  ", slack.address))
    assert "Paste claim lines after the command" in words_of(told(slack))


def test_a_message_is_second_checked(running: Running, slack: StandIn) -> None:
    """The real gate says which statements hold; the writer is not exposed."""
    running()
    text = "For 28 fractions bill 6 units of 77427 to Medicare. For 28 fractions bill 9 units of 77427 to Medicare."
    slack.say("interactive", shortcut(text, slack.address))
    words = words_of(told(slack))
    assert "Second check." in words
    assert "9 units" in words
    assert "Does not hold" in words
    assert not slack.messages


def test_a_message_without_words_is_said_to_be_one(running: Running, slack: StandIn) -> None:
    """A picture holds no advice we could read."""
    running()
    slack.say("interactive", shortcut("", slack.address))
    assert "no text that could be read" in words_of(told(slack))


def test_a_private_answer_waits_out_a_429(running: Running, slack: StandIn) -> None:
    """And comes once."""
    slack.fail("respond", status=429, retry_after="1")
    service = running()
    slack.say("slash_commands", command("/code", "77417", slack.address))
    told(slack)
    until(lambda: service.progress.pending() == 0)
    assert len(slack.private) == 1


def test_an_address_that_expired_is_given_up(running: Running, slack: StandIn) -> None:
    """Half an hour later nobody waits for it."""
    slack.fail("respond", status=404, error="expired_url")
    service = running()
    slack.say("slash_commands", command("/code", "77417", slack.address))
    until(lambda: (found := service.questions.get(1)) and found.state == "lost")


def test_identifiers_reach_no_store_no_log_and_no_engine(
    running: Running, slack: StandIn, recorder: Recorder, tmp_path: Path, capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    """However they come: asked, edited, in a command, in somebody's message, with a failure on top."""
    caplog.set_level("DEBUG")
    slack.fail("chat.update", error="invalid_blocks")
    service = running()
    slack.say("events_api", direct(f"{PATIENT}: 28 fx, 77427?", at(1)))
    answered(slack, at(1))
    slack.say("events_api", mention("28 fx?", at(2)))
    answered(slack, at(2))
    slack.say("events_api", edited(f"{MENTION} {PATIENT} 30 fx?", at(2), "x"))
    until(lambda: len(recorder.asked) == 3)
    slack.say("slash_commands", command("/check", f"2026-02-10, 77427, , 1, medicare\n{PATIENT}", slack.address))
    slack.say("interactive", shortcut(f"{PATIENT}. Bill 77427 six times.", slack.address))
    told(slack, 2)
    service.stop()
    kept = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    heard = str(recorder.asked).encode()
    logged = "".join(capfd.readouterr()).encode() + caplog.text.encode()
    assert b"fx" in kept
    for secret in SECRETS:
        assert secret not in kept
        assert secret not in heard
        assert secret not in logged


def test_the_asker_is_told_what_was_removed(running: Running, slack: StandIn) -> None:
    """And that Slack itself still shows it."""
    running()
    slack.say("events_api", direct(f"{PATIENT}: 28 fx, 77427?", at(1)))
    words = words_of(answered(slack, at(1))[0])
    assert "record number" in words
    assert "Your message still stands in Slack" in words


def test_nothing_is_kept_on_disk_where_the_setting_says_so(running: Running, slack: StandIn, tmp_path: Path) -> None:
    """The conversation still carries over while the program runs."""
    running(folder=None)
    slack.say("events_api", mention("77427?", at(1)))
    answered(slack, at(1))
    assert list(tmp_path.iterdir()) == []


def test_forty_thousand_characters_are_handled(running: Running, slack: StandIn) -> None:
    """The longest message Slack takes gets the engine's own sentence about length."""
    from assistant import Assistant

    running(assistant=Assistant())
    envelope = slack.say("events_api", mention("77427 " * 6_660, at(1)))
    (shown,) = answered(slack, at(1))
    assert "characters" in words_of(shown)
    assert envelope in slack.acknowledged
