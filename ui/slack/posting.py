"""Every call to Slack that a reader sees the effect of. Raises what `trouble` names and nothing else of Slack's."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

from slack_sdk import WebClient
from slack_sdk.webhook import WebhookClient

from ui.slack.message import Message
from ui.slack.question import Question
from ui.slack.trouble import FROM_SLACK, Later, after_status, meaning

EVENT_TYPE = "second_check_answer"
MOST_REPLIES = 200
WAIT_SECONDS = 10
Call = Callable[..., Any]


class Posting:
    """Calls with one manner: nothing unfurls, nobody is called by name, and a 429 holds back the calls after it."""

    def __init__(self, client: WebClient) -> None:
        self._client = client
        self._until: dict[tuple[str, str], float] = {}
        self._lock = threading.Lock()

    def place(self, question: Question, message: Message) -> str:
        """Post the placeholder in the thread; its ts."""
        posted = self._call(
            self._client.chat_postMessage, question.channel, thread_ts=question.thread, text=message.text,
            blocks=message.blocks, unfurl_links=False, unfurl_media=False, link_names=False, parse="none",
            metadata={"event_type": EVENT_TYPE, "event_payload": {"question": question.key}},
        )  # fmt: skip
        return str(posted["ts"])

    def show(self, question: Question, message: Message) -> None:
        """Turn the placeholder into this message."""
        self._call(
            self._client.chat_update, question.channel, ts=question.reply, text=message.text, blocks=message.blocks,
            link_names=False, parse="none",
        )  # fmt: skip

    def take_back(self, question: Question, reply: str) -> None:
        self._call(self._client.chat_delete, question.channel, ts=reply)

    def attach(self, question: Question, content: str) -> None:
        """Put the rest of a long answer into the thread as a text file."""
        self._call(
            self._client.files_upload_v2, question.channel, named="channel", thread_ts=question.thread,
            content=content, filename=question.file_name, title="The whole answer",
        )  # fmt: skip

    def respond(self, question: Question, message: Message) -> None:
        """Answer a command or a shortcut: only its asker sees it."""
        webhook = WebhookClient(question.response_url, timeout=WAIT_SECONDS, retry_handlers=[])
        try:
            response = webhook.send(
                text=message.text, blocks=message.blocks, response_type="ephemeral", unfurl_links=False,
                unfurl_media=False, replace_original=question.kind != "note",
            )  # fmt: skip
        except FROM_SLACK as error:
            raise meaning(error) from None
        if trouble := after_status(response.status_code, response.headers, response.body):
            raise trouble

    def find_placeholder(self, question: Question) -> str:
        """The ts of the placeholder that stands already; "" when there is none."""
        for one in self._replies(question):
            metadata = one.get("metadata") or {}
            if (metadata.get("event_payload") or {}).get("question") == question.key:
                return str(one["ts"])
        return ""

    def has_file(self, question: Question) -> bool:
        """Whether the file stands in the thread already."""
        return any(
            file.get("name") == question.file_name for one in self._replies(question) for file in one.get("files") or ()
        )

    def _replies(self, question: Question) -> list[dict[str, Any]]:
        """The thread's messages from the question on; what is looked for stands near it."""
        found = self._call(
            self._client.conversations_replies, question.channel, ts=question.thread, oldest=question.ts,
            include_all_metadata=True, limit=MOST_REPLIES,
        )  # fmt: skip
        return list(found.get("messages") or ())

    def _call(self, call: Call, channel: str, *, named: str = "channel", **arguments: Any) -> Any:
        held = (call.__name__, channel)
        with self._lock:
            wait = self._until.get(held, 0.0) - time.monotonic()
        if wait > 0:
            raise Later(wait)
        try:
            return call(**{named: channel}, **arguments)
        except FROM_SLACK as error:
            trouble = meaning(error)
            if isinstance(trouble, Later) and trouble.seconds is not None:
                with self._lock:
                    self._until[held] = time.monotonic() + trouble.seconds
            # Slack's error may repeat what was sent; ours says only what to do.
            raise trouble from None
