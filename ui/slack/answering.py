"""From a question in the queue to what is shown: the work, kept as JSON, and its message.

The two are apart because a program may be killed between them, and because a kept answer is drawn again when
somebody asks how it was worked out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from pydantic import ValidationError

from assistant.answer import Answer
from ui.slack import blocks, buttons, verdicts, wording
from ui.slack.message import Message
from ui.slack.question import Question
from ui.talk import Asked, Turn, history
from ui.trouble import explained

Result = dict[str, Any]
Verify = Callable[[str], Mapping[str, Any]]


class Answering:
    """What the workers ask. `assistant` is opened once and serves them all."""

    def __init__(self, assistant: Asked, verify: Verify, today: Callable[[], date]) -> None:
        self._assistant = assistant
        self._verify = verify
        self._today = today

    def work_out(self, question: Question, earlier: Sequence[Question]) -> Result:
        """The result, or an apology with its reason: whatever fails, the asker hears of it."""
        try:
            return self._worked_out(question, earlier)
        except Exception as error:  # noqa: BLE001 - explained to the asker, logged by kind and place
            return {"apology": wording.apology(explained(error))}

    def drawn(self, question: Question) -> Message:
        """The message for a result that is kept."""
        result = question.result or {}
        removed = question.removed
        if answer := kept_answer(question):
            return blocks.message(answer, question.id, self._today(), edited=bool(result.get("edited")))
        if "advice" in result:
            return verdicts.of_text(result, removed)
        if "lines" in result:
            return verdicts.of_lines(result["lines"], removed)
        if "card" in result:
            return verdicts.of_code(result["card"], removed)
        if "apology" in result:
            message = verdicts.of_words(str(result["apology"]), removed)
            return message if question.private else message._replace(blocks=_with_retry(message, question))
        return verdicts.of_words(str(result.get("words") or wording.NO_LONGER), removed)

    def in_full(self, question: Question) -> str:
        """A result as plain text, for a file."""
        answer = kept_answer(question)
        return blocks.whole(answer) if answer else self.drawn(question).text

    def _worked_out(self, question: Question, earlier: Sequence[Question]) -> Result:
        if question.kind == "ask":
            return self._asked(question, earlier)
        if not question.text.strip():
            return {"words": _usage(question.kind)}
        if question.kind == "verify":
            return {"advice": [dict(row) for row in self._verify(question.text)["advice"]]}
        try:
            if question.kind == "code":
                from ui.slack.code_card import card

                return {"card": card(question.text, self._today())}
            from ui.slack.claim_lines import checked

            return {"lines": checked(question.text)}
        except ValueError as unreadable:  # a sentence of ours on what was typed
            return {"words": f"{unreadable} {_usage(question.kind)}"}

    def _asked(self, question: Question, earlier: Sequence[Question]) -> Result:
        answer = self._assistant.ask(
            question.text, history=history(turns_of(earlier)), facts={}, corrections=question.corrections
        )
        # The identifiers went before the question was kept, so the assistant saw none: the asker is told all the same.
        removed = tuple(dict.fromkeys((*question.removed, *answer.removed_identifiers)))
        answer = answer.model_copy(update={"removed_identifiers": removed})
        edited = question.version > 0 and not question.corrections
        return {"answer": answer.to_json(), "edited": edited}


def kept_answer(question: Question) -> Answer | None:
    """The answer that is kept; None where there is none, or one that an older version wrote in another form."""
    try:
        return Answer.model_validate((question.result or {})["answer"])
    except (KeyError, ValidationError):
        return None


def turns_of(earlier: Sequence[Question]) -> list[Turn]:
    """The thread as the page keeps a conversation, so that both carry facts over in the same way."""
    answers = [(one, kept_answer(one)) for one in earlier]
    return [Turn(one.text, one.text, answer, one.corrections) for one, answer in answers if answer]


def _with_retry(message: Message, question: Question) -> list[dict[str, Any]]:
    return [*message.blocks, buttons.try_again(question.id)]


def _usage(kind: str) -> str:
    return {"code": wording.CODE_USAGE, "check": wording.CHECK_USAGE}.get(kind, wording.NOTHING_TO_CHECK)
