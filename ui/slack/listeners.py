"""What Slack tells us, put into the queue before it is acknowledged: a crash in between, and Slack says it again."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from slack_bolt import Ack, App
from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError

from assistant.privacy import remove_identifiers
from ui.slack import buttons, wording, working_view
from ui.slack.answering import kept_answer
from ui.slack.incoming import Deleted, Said, read_event
from ui.slack.question import Kind
from ui.slack.questions import Questions
from ui.slack.spoken import plain_words

Body = dict[str, Any]
SHORTCUT = "second_check_this"
COMMANDS: dict[str, tuple[Kind, str]] = {"/code": ("code", wording.LOOKING), "/check": ("check", wording.CHECKING)}


class Listeners:
    """Each listener is quick: it removes identifiers, writes one row and wakes the workers."""

    def __init__(self, questions: Questions, wake: Callable[[], None], bot_user: str) -> None:
        self._questions = questions
        self._wake = wake
        self._bot_user = bot_user

    def register(self, app: App) -> None:
        for event in ("app_mention", "message"):
            app.event(event)(self.event)
        for command in COMMANDS:
            app.command(command)(self.command)
        app.message_shortcut(SHORTCUT)(self.shortcut)
        app.action(re.compile(f"^{buttons.FACT}:"))(self.fact)
        app.action(buttons.AGAIN)(self.again)
        app.action(re.compile("^thumb:"))(self.thumb)
        # The window must open within seconds of the press, so it is opened right after the acknowledgement.
        app.action(buttons.WORKING)(ack=acknowledge, lazy=[self.working])

    def event(self, body: Body) -> None:
        """A mention, a message, an edit, a deletion."""
        heard = read_event(body, self._bot_user)
        if isinstance(heard, Deleted):
            self._questions.delete(heard.channel, heard.ts)
        elif heard is not None:
            self._hear(heard, f"event:{body.get('event_id') or heard.channel + heard.ts}")
        self._wake()

    def command(self, body: Body, ack: Ack) -> None:
        """`/code` and `/check`: only the asker sees the answer."""
        kind, placeholder = COMMANDS[body["command"]]
        if self._private(kind, body, str(body.get("text") or ""), body["channel_id"], body["user_id"]):
            ack(text=placeholder, response_type="ephemeral")
        else:
            ack()  # a repeated request

    def shortcut(self, body: Body, ack: Ack) -> None:
        """Somebody's message read as advice; told to the one who asked, not to the one who wrote it."""
        text = str((body.get("message") or {}).get("text") or "")
        self._private("verify", body, text, body["channel"]["id"], body["user"]["id"])
        ack()

    def fact(self, body: Body, ack: Ack) -> None:
        """A missing fact, given by button, menu or calendar."""
        given = buttons.pressed(body["actions"][0])
        if given is not None and self._belongs(body, given.number):
            self._questions.correct(_key(body), given.number, {given.fact: given.value})
            self._wake()
        ack()

    def again(self, body: Body, ack: Ack) -> None:
        """Once more, after an apology."""
        number = _number(body)
        if self._belongs(body, number):
            self._questions.correct(_key(body), number, {})
            self._wake()
        ack()

    def thumb(self, body: Body, ack: Ack) -> None:
        """An opinion: stored with its number, and thanked for."""
        number, opinion = _number(body), body["actions"][0]["action_id"].partition(":")[2]
        if (
            opinion in wording.NOTED
            and self._belongs(body, number)
            and self._questions.judge(_key(body), number, body["user"]["id"], opinion)
        ):
            self._note(body, wording.NOTED[opinion])
        ack()

    def working(self, body: Body, client: WebClient) -> None:
        """The window with every rule that was asked."""
        question = self._questions.get(_number(body)) if self._belongs(body, _number(body)) else None
        answer = kept_answer(question) if question else None
        if answer is None:
            self._note(body, wording.NO_LONGER)
            return
        try:
            client.views_open(trigger_id=body["trigger_id"], view=working_view.view(answer))
        except (SlackClientError, OSError):  # too late, or too many at once
            self._note(body, wording.PRESS_AGAIN)

    def _hear(self, said: Said, key: str) -> None:
        text, removed = remove_identifiers(said.text)
        if said.edited and self._questions.edit(key, said.channel, said.ts, text, removed):
            return
        if not said.addressed and (said.is_courtesy or not self._goes_on(said)):
            return
        self._questions.take(
            key, "ask", workspace=said.workspace, channel=said.channel, ts=said.ts, thread=said.thread,
            asker=said.asker, text=text, removed=removed,
        )  # fmt: skip

    def _goes_on(self, said: Said) -> bool:
        """A reply without a mention is for us when its writer has asked us in this thread before."""
        return said.thread != said.ts and self._questions.asks_here(said.channel, said.thread, said.asker)

    def _private(self, kind: Kind, body: Body, written: str, channel: str, asker: str) -> bool:
        text, removed = remove_identifiers(plain_words(written, self._bot_user))
        trigger = str(body["trigger_id"])
        taken = self._questions.take(
            f"trigger:{trigger}", kind, workspace=str(body.get("team_id") or ""), channel=channel, ts=trigger,
            thread=trigger, asker=asker, text=text, removed=removed, response_url=str(body["response_url"]),
        )  # fmt: skip
        self._wake()
        return taken

    def _note(self, body: Body, words: str) -> None:
        """A sentence that only the presser sees."""
        key = f"note:{_key(body)}"
        self._questions.take(
            key, "note", workspace="", channel=body["channel"]["id"], ts=key, thread=key, asker=body["user"]["id"],
            text="", response_url=str(body["response_url"]), result={"words": words},
        )  # fmt: skip
        self._wake()

    def _belongs(self, body: Body, number: int) -> bool:
        """A press counts only on the very message that shows the answer: numbers can be guessed, and a file be new."""
        question, message = self._questions.get(number), str(body["container"].get("message_ts") or "")
        return question is not None and (question.channel, question.reply) == (body["channel"]["id"], message)


def acknowledge(ack: Ack) -> None:
    ack()


def _key(body: Body) -> str:
    return f"press:{body['trigger_id']}:{body['actions'][0]['action_id']}"


def _number(body: Body) -> int:
    value = str(body["actions"][0].get("value") or "")
    return int(value) if value.isdecimal() else -1
