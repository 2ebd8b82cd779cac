"""Signed HTTP, for those whose Slack cannot use Socket Mode. TLS is the business of the proxy in front of it."""

from __future__ import annotations

import logging
import re
import sys
import threading
from collections.abc import Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from slack_bolt import App, BoltRequest, BoltResponse

log = logging.getLogger("secondcheck.slack")
PATH = "/slack/events"
MOST_BYTES = 1_000_000  # Slack's largest request is far below
LONGEST_READ_SECONDS = 10
TIMESTAMP = re.compile(r"[0-9]{1,12}")


class Refusal(Exception):
    """A request that Slack would not send; `status` is the answer."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class _Handler(BaseHTTPRequestHandler):
    timeout = LONGEST_READ_SECONDS
    server: WebServer

    def do_POST(self) -> None:
        try:
            body = self._body()
            self._refuse_unsigned()
            self._answer(self.server.app.dispatch(self._request(body)))
        except Refusal as refusal:
            self._answer(BoltResponse(status=refusal.status, body=""))

    def do_GET(self) -> None:
        self._answer(BoltResponse(status=404, body=""))

    def _body(self) -> str:
        if self.path.partition("?")[0] != PATH:
            raise Refusal(404)
        length = self.headers.get("Content-Length") or ""
        if not length.isdecimal():
            raise Refusal(411)
        if int(length) > MOST_BYTES:
            self.close_connection = True
            raise Refusal(413)
        try:
            # Strict: a signature is made over bytes, and no two byte strings may read as the same text.
            return self.rfile.read(int(length)).decode("utf-8")
        except UnicodeDecodeError:
            raise Refusal(400) from None

    def _request(self, body: str) -> BoltRequest:
        headers: dict[str, str | Sequence[str]] = dict(self.headers.items())
        try:
            return BoltRequest(body=body, headers=headers)
        except (ValueError, RecursionError):  # no JSON, or none that anybody would send
            raise Refusal(400) from None

    def _refuse_unsigned(self) -> None:
        """Headers that Bolt's verification would stumble over; it looks at everything else itself."""
        timestamp, signature = self.headers.get("X-Slack-Request-Timestamp"), self.headers.get("X-Slack-Signature")
        if not (timestamp and signature and TIMESTAMP.fullmatch(timestamp) and signature.isascii()):
            raise Refusal(401)

    def _answer(self, response: BoltResponse) -> None:
        body = (response.body or "").encode("utf-8")
        self.send_response(response.status)
        for name, value in response.first_headers_without_set_cookie().items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  The name is the library's.
        """Addresses and paths of callers are nobody's business."""


class WebServer(ThreadingHTTPServer):
    """Listens at `host` only; port 0 takes a free one."""

    daemon_threads = True
    request_queue_size = 128  # Slack repeats what it could not deliver, and then everything comes at once

    def __init__(self, app: App, host: str, port: int) -> None:
        self.app = app
        super().__init__((host, port), _Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002
        """A caller that hung up, mostly; the library's own would print where from."""
        kind = sys.exc_info()[0]
        log.warning("a request broke off: %s", kind.__name__ if kind else "")

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def start(self) -> None:
        threading.Thread(target=self.serve_forever, name="slack-web", daemon=True).start()

    def stop(self) -> None:
        self.shutdown()
        self.server_close()
