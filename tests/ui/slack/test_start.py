"""From nothing to the first answer: keys, manifest, the command itself, one program per folder."""

from __future__ import annotations

import logging
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from slack_events import at, mention
from slack_scene import answered, until, words_of
from slack_stand_in import StandIn

from assistant.errors import InputError, SettingsError
from assistant.settings import load_settings
from ui.slack import manifest
from ui.slack.listeners import COMMANDS, SHORTCUT
from ui.slack.quiet import PlaceOnly
from ui.slack.tokens import Tokens, tokens_from

ROOT = Path(__file__).parents[3]
KEYS = {"SLACK_BOT_TOKEN": "xoxb-b", "SLACK_APP_TOKEN": "xapp-a", "SLACK_SIGNING_SECRET": "s"}


def command(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if not name.startswith("SLACK_")} | environment
    called = [sys.executable, "-m", "assistant.cli", "slack", *arguments]
    return subprocess.run(called, capture_output=True, text=True, cwd=ROOT, env=env, timeout=60)


@pytest.mark.parametrize(("mode", "needed"), [("socket", "SLACK_APP_TOKEN"), ("http", "SLACK_SIGNING_SECRET")])
def test_a_missing_key_is_named_with_the_place_where_slack_shows_it(mode: str, needed: str) -> None:
    """Before anything else is opened."""
    with pytest.raises(SettingsError, match=needed):
        tokens_from({name: value for name, value in KEYS.items() if name != needed}, mode)
    with pytest.raises(SettingsError, match="SLACK_BOT_TOKEN"):
        tokens_from({}, mode)


def test_keys_that_were_mixed_up_are_told_apart() -> None:
    """Slack's own error would not say which."""
    with pytest.raises(SettingsError, match="mixed up"):
        tokens_from({**KEYS, "SLACK_BOT_TOKEN": "xapp-a"}, "socket")


def test_keys_are_not_printed_by_accident() -> None:
    """Neither in a log nor in a traceback."""
    assert "xoxb" not in repr(Tokens("xoxb-b", "xapp-a", "s"))


def test_the_command_says_what_is_missing() -> None:
    """One sentence, no stack trace, exit code 2."""
    ended = command()
    assert ended.returncode == 2
    assert "SLACK_BOT_TOKEN is not set." in ended.stderr
    assert "Traceback" not in ended.stderr


def test_the_manifest_holds_what_the_program_listens_to() -> None:
    """Every command, the shortcut, the events, and no permission that nothing uses."""
    printed = yaml.safe_load(command("--manifest").stdout)
    assert set(COMMANDS) == {one["command"] for one in printed["features"]["slash_commands"]}
    assert [SHORTCUT] == [one["callback_id"] for one in printed["features"]["shortcuts"]]
    assert {"app_mention", "message.channels", "message.im"} <= set(
        printed["settings"]["event_subscriptions"]["bot_events"]
    )
    assert printed["settings"]["socket_mode_enabled"] is True
    assert printed["settings"]["interactivity"]["is_enabled"] is True
    assert printed["features"]["app_home"]["messages_tab_read_only_enabled"] is False
    assert "chat:write" in printed["oauth_config"]["scopes"]["bot"]


def test_the_manifest_for_signed_http_names_the_address() -> None:
    """Everywhere Slack needs it."""
    written = yaml.safe_load(manifest.text("https://coding.example.org"))
    addresses = {
        written["settings"]["interactivity"]["request_url"],
        written["settings"]["event_subscriptions"]["request_url"],
        *(one["url"] for one in written["features"]["slash_commands"]),
    }
    assert {"https://coding.example.org/slack/events"} == addresses
    assert written["settings"]["socket_mode_enabled"] is False


@pytest.mark.parametrize("address", ["http://coding.example.org", "coding.example.org", "https://"])
def test_an_address_without_tls_is_refused(address: str) -> None:
    """Slack would not take it either."""
    with pytest.raises(InputError, match="https"):
        manifest.text(address)


@pytest.mark.parametrize("listed", ["#general", "C1,,C2", ",", "general", "c0123abcd", "C1 C2"])
def test_a_list_that_names_nobody_is_refused(listed: str) -> None:
    """It would let everybody in."""
    with pytest.raises(SettingsError, match="slack_channels"):
        load_settings({"SECONDCHECK_SLACK_CHANNELS": listed})


def test_a_list_of_ids_is_kept() -> None:
    """With or without spaces."""
    assert "C0123ABCD,dm" == load_settings({"SECONDCHECK_SLACK_CHANNELS": "C0123ABCD, dm"}).slack_channels


def test_slacks_libraries_log_where_and_never_what() -> None:
    """Their messages hold whole events."""
    record = logging.LogRecord("slack_sdk", logging.ERROR, "client.py", 7, "MRN %s", ("4471923",), None, "send")
    assert "ERROR client:7 in send" == PlaceOnly().format(record)


@pytest.fixture
def program(slack: StandIn, tmp_path: Path) -> dict[str, Any]:
    """The whole program at the stand-in's address; an index is a minute's work and no matter of these tests."""
    code = (
        "import sys, assistant.commands.documents as documents; documents.bring_up_to_date = lambda folder: None\n"
        "from assistant.errors import SecondCheckError; from assistant.settings import load_settings\n"
        "from ui.slack.start import serve\n"
        "try: serve(load_settings(), sys.argv[1])\n"
        "except SecondCheckError as error: sys.exit(str(error))"
    )
    path = os.pathsep.join([str(ROOT), os.environ["PYTHONPATH"]])
    env = {**os.environ, **KEYS, "SECONDCHECK_DATA_DIR": str(tmp_path), "PYTHONPATH": path}
    return {"args": [sys.executable, "-c", code, slack.api], "env": env, "cwd": ROOT, "text": True}


def test_the_whole_program_answers_and_ends_at_a_signal(slack: StandIn, program: dict[str, Any]) -> None:
    """With the real engine; SIGTERM ends it without a stack trace; a second one on its folder is refused."""
    running = subprocess.Popen(stderr=subprocess.PIPE, **program)
    try:
        until(lambda: slack.connections, "the program to connect")
        slack.say("events_api", mention("28 fx, Medicare, course ended, how many 77427?", at(1)))
        (shown,) = answered(slack, at(1))
        assert re.search(r"6 units", words_of(shown))
        second = subprocess.run(capture_output=True, timeout=60, **program)
        assert "from this data folder already" in second.stderr
    finally:
        running.send_signal(signal.SIGTERM)
    told = running.communicate(timeout=30)[1]
    assert running.returncode == 0
    assert "Traceback" not in told
    assert "28 fx" not in told


def test_keys_that_slack_refuses_end_the_program_with_a_sentence(slack: StandIn, program: dict[str, Any]) -> None:
    """Slack's own word for it and what to do."""
    slack.fail("auth.test", times=5, error="invalid_auth")
    ended = subprocess.run(capture_output=True, timeout=60, **program)
    assert "Slack refused the keys: invalid_auth." in ended.stderr
    assert "xoxb-b" not in ended.stderr
