"""A stand-in for Slack on this computer: its Web API, its socket, and the addresses it hands out."""

from __future__ import annotations

import contextlib
import json
import threading
import time
import urllib.parse
from collections import deque
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple

from websockets.exceptions import ConnectionClosed
from websockets.sync.server import ServerConnection, serve

BOT = "UBOT"
Payload = dict[str, Any]


class Failure(NamedTuple):
    status: int
    headers: dict[str, str]
    error: str
    after: bool  # done all the same, and then the connection breaks: nobody knows


class Call(NamedTuple):
    method: str
    given: Payload
    at: float


class StandIn:
    """Keeps what was posted, answers as told, and says events over the socket until they are acknowledged."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.messages: dict[tuple[str, str], Payload] = {}
        self.private: list[Payload] = []
        self.files: list[Payload] = []
        self.views: list[Payload] = []
        self.acknowledged: dict[str, float] = {}
        self.said_at: dict[str, float] = {}
        self.connections = 0
        self._uploads: dict[str, bytes] = {}
        self._failures: dict[str, deque[Failure]] = {}
        self._unacknowledged: dict[str, str] = {}
        self._number = 0
        self._lock = threading.RLock()
        self._open: list[ServerConnection] = []
        self._web = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._web.daemon_threads = True
        self._socket = serve(self._converse, "127.0.0.1", 0)
        threading.Thread(target=lambda: self._web.serve_forever(poll_interval=0.05), daemon=True).start()
        threading.Thread(target=self._socket.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._web.server_address[1]}"

    @property
    def api(self) -> str:
        return f"{self.address}/api/"

    def stop(self) -> None:
        self.drop()
        self._socket.shutdown()
        self._web.shutdown()
        self._web.server_close()

    def number(self) -> int:
        with self._lock:
            self._number += 1
            return self._number

    def ts(self) -> str:
        return f"1800000000.{self.number():06d}"

    # What a test arranges

    def fail(
        self,
        method: str,
        times: int = 1,
        *,
        status: int = 200,
        retry_after: str = "",
        error: str = "",
        after: bool = False,
    ) -> None:
        """The next calls of `method` fail in this way."""
        headers = {"Retry-After": retry_after} if retry_after else {}
        self._failures.setdefault(method, deque()).extend([Failure(status, headers, error, after)] * times)

    def say(self, kind: str, payload: Payload, *, envelope: str = "", retry: int = 0) -> str:
        """Send an envelope over the socket; its id."""
        envelope = envelope or f"env-{self.number()}"
        said: Payload = {"type": kind, "envelope_id": envelope, "payload": payload, "accepts_response_payload": True}
        if retry:
            said |= {"retry_attempt": retry, "retry_reason": "timeout"}
        with self._lock:
            self._unacknowledged[envelope] = json.dumps(said)
            self.said_at[envelope] = time.monotonic()
            receiver = self._open[-1] if self._open else None
        if receiver:
            self._send(receiver, json.dumps(said))
        return envelope

    def drop(self) -> None:
        """Cut every socket, as a network does."""
        with self._lock:
            cut, self._open = self._open, []
        for connection in cut:
            connection.socket.close()

    def ask_to_reconnect(self) -> None:
        """Slack asks for a fresh socket every few hours."""
        with self._lock:
            receiver = self._open[-1]
        self._send(receiver, json.dumps({"type": "disconnect", "reason": "refresh_requested"}))

    def whisper(self, noise: str | bytes) -> None:
        """Send something that is no envelope."""
        with self._lock:
            receiver = self._open[-1]
        with contextlib.suppress(ConnectionClosed, OSError):
            receiver.send(noise)

    # What a test looks at

    def called(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method == method]

    def in_thread(self, thread: str) -> list[Payload]:
        """Our messages in a thread, in the order they were posted."""
        with self._lock:
            return [one for one in self.messages.values() if one["thread_ts"] == thread]

    # The socket

    def _converse(self, connection: ServerConnection) -> None:
        with self._lock:
            self.connections += 1
            self._open.append(connection)
            missed = list(self._unacknowledged.values())
        self._send(connection, json.dumps({"type": "hello", "num_connections": 1}))
        for said in missed:
            self._send(connection, said)
        try:
            for heard in connection:
                envelope = str(json.loads(heard).get("envelope_id"))
                with self._lock:
                    self._unacknowledged.pop(envelope, None)
                    self.acknowledged.setdefault(envelope, time.monotonic())
        except (ConnectionClosed, OSError, ValueError):
            pass
        with self._lock:
            if connection in self._open:
                self._open.remove(connection)

    def _send(self, connection: ServerConnection, said: str) -> None:
        with contextlib.suppress(ConnectionClosed, OSError):  # it is said again on the next socket
            connection.send(said)

    # The Web API

    def answer(self, method: str, given: Payload) -> tuple[int, dict[str, str], Payload | None]:
        """Status, headers and object; no object breaks the connection."""
        with self._lock:
            self.calls.append(Call(method, given, time.monotonic()))
            waiting = self._failures.get(method)
            failure = waiting.popleft() if waiting else None
            if failure and not failure.after:
                error = failure.error or ("ratelimited" if failure.status == 429 else "internal_error")
                return failure.status, failure.headers, {"ok": False, "error": error}
            known: Callable[[Payload], Payload] | None = getattr(self, "_" + method.replace(".", "_").lower(), None)
            done = known(given) if known else {"ok": False, "error": "unknown_method"}
            return (0, {}, None) if failure else (200, {}, done)

    def respond(self, given: Payload) -> tuple[int, dict[str, str], Payload | None]:
        return self.answer("respond", given)

    def upload(self, name: str, content: bytes) -> None:
        self._uploads[name] = content

    def _respond(self, given: Payload) -> Payload:
        self.private.append(given)
        return {"ok": True}

    def _auth_test(self, _given: Payload) -> Payload:
        return {
            "ok": True,
            "user_id": BOT,
            "bot_id": "BBOT",
            "team_id": "T1",
            "url": self.address,
            "team": "t",
            "user": "b",
        }

    def _apps_connections_open(self, _given: Payload) -> Payload:
        return {"ok": True, "url": f"ws://127.0.0.1:{self._socket.socket.getsockname()[1]}/link"}

    def _chat_postmessage(self, given: Payload) -> Payload:
        ts = self.ts()
        self.messages[given["channel"], ts] = {**given, "ts": ts, "history": [given["text"]]}
        return {"ok": True, "ts": ts, "channel": given["channel"]}

    def _chat_update(self, given: Payload) -> Payload:
        message = self.messages.get((given["channel"], given["ts"]))
        if message is None:
            return {"ok": False, "error": "message_not_found"}
        message |= {"text": given["text"], "blocks": given["blocks"], "updated": time.monotonic()}
        message["history"].append(given["text"])
        return {"ok": True, "ts": given["ts"]}

    def _chat_delete(self, given: Payload) -> Payload:
        gone = self.messages.pop((given["channel"], given["ts"]), None)
        return {"ok": True} if gone else {"ok": False, "error": "message_not_found"}

    def _conversations_replies(self, given: Payload) -> Payload:
        replies = [
            {"ts": one["ts"], "metadata": one.get("metadata")}
            for (channel, _), one in self.messages.items()
            if channel == given["channel"] and one["thread_ts"] == given["ts"]
        ]
        files = [{"ts": "9", "files": [file]} for file in self.files if file["thread_ts"] == given["ts"]]
        return {"ok": True, "messages": [*replies, *files]}

    def _files_getuploadurlexternal(self, given: Payload) -> Payload:
        name = f"F{self.number()}"
        self._uploads[name] = str(given["filename"]).encode()
        return {"ok": True, "file_id": name, "upload_url": f"{self.address}/upload/{name}/{given['filename']}"}

    def _files_completeuploadexternal(self, given: Payload) -> Payload:
        for file in given["files"]:
            name, _, content = self._uploads[file["id"]].decode().partition("\n")
            self.files.append(
                {"name": name, "content": content, "channel": given["channel_id"], "thread_ts": given["thread_ts"]}
            )
        return {"ok": True, "files": given["files"]}

    def _views_open(self, given: Payload) -> Payload:
        self.views.append(given["view"])
        return {"ok": True, "view": {}}


def _handler(slack: StandIn) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            data = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            kind, _, name = self.path.strip("/").partition("/")
            if kind == "upload":
                file, _, title = name.partition("/")
                slack.upload(file, title.encode() + b"\n" + data)
                self._reply(200, {}, {"ok": True})
            elif kind == "respond":
                status, headers, done = slack.respond(json.loads(data))
                self._reply(status, headers, "ok" if done and done["ok"] else done)
            else:
                self._reply(*slack.answer(name, _given(data, self.headers.get("Content-Type") or "")))

        def _reply(self, status: int, headers: dict[str, str], done: Any) -> None:
            if done is None:
                self.connection.close()
                return
            body = (done if isinstance(done, str) else json.dumps(done)).encode()
            self.send_response(status)
            for header, value in {
                "Content-Type": "application/json",
                "Content-Length": str(len(body)),
                **headers,
            }.items():
                self.send_header(header, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            pass

    return Handler


def _given(data: bytes, content_type: str) -> Payload:
    """The arguments of a call, whichever way Slack's client wrote them."""
    if content_type.startswith("application/json"):
        return dict(json.loads(data or b"{}"))
    given: Payload = dict(urllib.parse.parse_qsl(data.decode()))
    for name in ("blocks", "metadata", "files", "view"):
        if isinstance(given.get(name), str):
            given[name] = json.loads(given[name])
    return given
