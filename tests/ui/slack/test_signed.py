"""Signed HTTP: what Slack signed is heard, everything else is refused, whatever it looks like."""

from __future__ import annotations

import http.client
import json
import time
import urllib.parse
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from slack_events import at, command, mention
from slack_scene import SECRET, Recorder, Running, answered, until
from slack_sdk.signature import SignatureVerifier
from slack_stand_in import StandIn

from ui.slack.service import Service, http_server
from ui.slack.web_server import MOST_BYTES, PATH, WebServer

Send = Callable[..., int]


@pytest.fixture
def service(running: Running) -> Service:
    return running(socket=False)


@pytest.fixture
def server(service: Service) -> Iterator[WebServer]:
    web = http_server(service, "127.0.0.1", 0)
    service.start(web)
    return web


@pytest.fixture
def send(server: WebServer) -> Send:
    """Sends a body, signed as Slack signs unless told otherwise; the status."""

    def sent(
        payload: Any, *, secret: str = SECRET, at_time: float | None = None, body: bytes | None = None,
        without: str = "", path: str = PATH, **headers: str,
    ) -> int:  # fmt: skip
        signed = payload if isinstance(payload, bytes) else json.dumps(payload).encode()
        stamp = str(int(time.time() if at_time is None else at_time))
        text = signed.decode("utf-8", "replace")
        signature = SignatureVerifier(secret).generate_signature(timestamp=stamp, body=text) or ""
        given = {
            "Content-Type": "application/json", "X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": signature,
        } | {name.replace("_", "-"): value for name, value in headers.items()}  # fmt: skip
        given.pop(without, None)
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
        connection.request("POST", path, signed if body is None else body, given)
        response = connection.getresponse()
        response.read()
        connection.close()
        return response.status

    return sent


def nothing_happened(service: Service, recorder: Recorder, slack: StandIn) -> bool:
    return service.questions.get(1) is None and not recorder.asked and not slack.messages


def test_a_signed_question_is_answered(send: Send, slack: StandIn) -> None:
    """The same answers as over the socket."""
    assert 200 == send(mention("77427?", at(1)))
    assert answered(slack, at(1))[0]["text"] == "Answer to: 77427?"


def test_the_address_is_verified_as_slack_asks(server: WebServer, send: Send) -> None:
    """Slack sends a challenge before it sends anything else."""
    assert 200 == send({"type": "url_verification", "challenge": "abc", "token": "t"})


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        ({"secret": "another secret"}, 401),
        ({"at_time": time.time() - 301}, 401),
        ({"at_time": time.time() + 3600}, 401),
        ({"at_time": 0}, 401),
        ({"body": json.dumps(mention("99999?", at(1))).encode()}, 401),
        ({"without": "X-Slack-Signature"}, 401),
        ({"without": "X-Slack-Request-Timestamp"}, 401),
        ({"X_Slack_Signature": ""}, 401),
        ({"X_Slack_Signature": "v0=é"}, 401),
        ({"X_Slack_Signature": "v0="}, 401),
        ({"X_Slack_Request_Timestamp": "soon"}, 401),
        ({"X_Slack_Request_Timestamp": "-1"}, 401),
        ({"X_Slack_Request_Timestamp": "9" * 400}, 401),
        ({"path": "/"}, 404),
        ({"path": "/slack/events/../admin"}, 404),
    ],
)
def test_what_slack_did_not_sign_is_refused(
    send: Send, service: Service, recorder: Recorder, slack: StandIn, wrong: dict[str, Any], expected: int
) -> None:
    """A wrong secret, an old or future timestamp, an altered body, a missing header: nothing is asked or stored."""
    assert expected == send(mention("77427?", at(1)), **wrong)
    assert nothing_happened(service, recorder, slack)


def test_a_body_that_is_no_utf8_is_refused(send: Send, service: Service, recorder: Recorder, slack: StandIn) -> None:
    """Two bodies must not read as one text."""
    assert 400 == send(b'{"type": "event_callback", "event": {"text": "\xff\xfe"}}')
    assert nothing_happened(service, recorder, slack)


def test_a_body_that_is_no_json_is_refused(send: Send, service: Service, recorder: Recorder, slack: StandIn) -> None:
    """Signed or not, it asks nothing."""
    assert send(b"{") != 200 or nothing_happened(service, recorder, slack)
    assert send(b"") != 500 or nothing_happened(service, recorder, slack)
    assert nothing_happened(service, recorder, slack)


def test_a_body_beyond_any_size_is_refused_unread(send: Send) -> None:
    """By its length, before a byte of it is kept."""
    assert 413 == send(mention("77427?", at(1)), Content_Length=str(MOST_BYTES + 1))
    assert 411 == send(mention("77427?", at(1)), Content_Length="-5")


def test_a_request_sent_again_as_it_was_is_answered_once(
    send: Send, service: Service, recorder: Recorder, slack: StandIn
) -> None:
    """A replay within the five minutes that a signature is good for."""
    now = time.time()
    event, slash = mention("77427?", at(1)), command("/code", "77417", slack.address)
    for _ in range(3):
        assert 200 == send(event, at_time=now)
        assert 200 == send(
            urllib.parse.urlencode(slash).encode(), at_time=now, Content_Type="application/x-www-form-urlencoded"
        )
    answered(slack, at(1))
    until(lambda: service.progress.pending() == 0)
    assert recorder.questions == ["77427?"]
    assert len(slack.private) == 1


def test_a_storm_of_retries_is_one_question(send: Send, recorder: Recorder, slack: StandIn) -> None:
    """Many at the same moment, each acknowledged."""
    payload = mention("77427?", at(1), event_id="Ev0")
    with ThreadPoolExecutor(16) as pool:
        statuses = list(pool.map(lambda n: send(payload, X_Slack_Retry_Num=str(n)), range(60)))
    assert statuses == [200] * 60
    answered(slack, at(1))
    time.sleep(0.3)
    assert recorder.questions == ["77427?"]
    assert len(slack.messages) == 1


def test_what_could_not_be_stored_is_not_acknowledged(
    send: Send, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Slack says it again; an acknowledgement would have lost it."""

    def full(*_: Any, **__: Any) -> bool:
        raise OSError("no space left on device")

    monkeypatch.setattr(service.questions, "take", full)
    assert 500 == send(mention("77427?", at(1)))


def test_it_listens_on_this_computer_only(server: WebServer) -> None:
    """A proxy with TLS stands before it; nobody else reaches it."""
    from assistant.settings import Settings

    assert "127.0.0.1" == Settings().slack_host
    assert "127.0.0.1" == server.server_address[0]


def test_events_we_do_not_know_are_done_with(send: Send, recorder: Recorder) -> None:
    """Unacknowledged they would come again and again."""
    assert 200 == send({"type": "event_callback", "team_id": "T1", "event": {"type": "reaction_added", "user": "U1"}})
    assert recorder.asked == []
