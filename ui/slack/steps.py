"""What is done with one question: its placeholder, its answer, its end. Each step may be killed and begun again."""

from __future__ import annotations

import logging
import time

from ui.slack import wording
from ui.slack.answering import Answering, Result
from ui.slack.message import Message
from ui.slack.posting import Posting
from ui.slack.progress import Progress
from ui.slack.question import Question
from ui.slack.trouble import Gone, Later, Refused, Unshowable
from ui.slack.verdicts import of_words
from ui.trouble import explained

log = logging.getLogger("secondcheck.slack")
MOST_BEGINNINGS = 3


class Steps:
    """Raises what `trouble` names where Slack does not take something; the workers know what to do then."""

    def __init__(self, progress: Progress, posting: Posting, answering: Answering) -> None:
        self._progress = progress
        self._posting = posting
        self._answering = answering

    def place(self, question: Question) -> None:
        """Post the placeholder, or find the one that a killed program posted."""
        if question.placing and (found := self._placeholder(question)):
            self._progress.placed(question.id, found)
            return
        if not self._progress.placing(question.id):
            return  # deleted in between
        try:
            reply = self._posting.place(question, of_words(wording.PLACEHOLDER))
        except Later as later:
            if later.seconds is not None:  # a plain no; without a number it may have been taken all the same
                self._progress.not_placing(question.id)
            raise
        self._progress.placed(question.id, reply)

    def do(self, question: Question) -> None:
        """Take the answer back, or work it out and show it."""
        if question.state == "deleting":
            self._take_back(question)
            return
        if question.state == "placed":
            result = self._worked_out(question)
            if not self._progress.answered(question, result):
                return  # edited, corrected or deleted meanwhile: its next turn works it out as it now is
        answered = self._progress.get(question.id)
        if answered is not None and answered.state == "answered":
            self._show(answered)

    def _worked_out(self, question: Question) -> Result:
        if self._progress.beginning(question.id) > MOST_BEGINNINGS:
            log.error("question %d ended the program %d times and is not begun again", question.id, MOST_BEGINNINGS)
            return {"apology": wording.apology(wording.ENDED_THE_PROGRAM)}
        return self._answering.work_out(question, self._progress.earlier(question))

    def _show(self, question: Question) -> None:
        message = self._drawn(question)
        if question.private:
            self._posting.respond(question, message)
        else:
            try:
                message = self._shown_somehow(question, message)
            except Gone:
                self._progress.unplaced(question.id)
                return
            if message.rest:
                self._attach(question, message.rest)
        if self._progress.done(question):
            log.info("question %d answered %.2f s after it came", question.id, time.time() - question.asked_at)

    def _drawn(self, question: Question) -> Message:
        try:
            return self._answering.drawn(question)
        except Exception as error:  # noqa: BLE001 - a fault of ours is told like any other
            return of_words(wording.apology(explained(error)))

    def _shown_somehow(self, question: Question, message: Message) -> Message:
        """As blocks; where Slack does not take them, a sentence and the file."""
        try:
            self._posting.show(question, message)
        except Unshowable:
            plain = of_words(wording.UNSHOWABLE)
            self._posting.show(question, plain)
            return plain._replace(rest=message.rest or self._answering.in_full(question))
        return message

    def _attach(self, question: Question, content: str) -> None:
        if question.filing and self._posting.has_file(question):
            return
        self._progress.filing(question.id)
        try:
            self._posting.attach(question, content)
        except Refused as refused:  # the answer stands; a missing permission must not take it back
            log.warning("the file of question %d was refused: %s", question.id, refused)

    def _take_back(self, question: Question) -> None:
        reply = question.reply or (self._placeholder(question) if question.placing else "")
        if reply:
            try:
                self._posting.take_back(question, reply)
            except Gone:
                log.info("the answer to question %d was deleted already", question.id)
        self._progress.deleted(question.id)

    def _placeholder(self, question: Question) -> str:
        """The placeholder a killed program left behind; without permission to look there, none is known."""
        try:
            return self._posting.find_placeholder(question)
        except (Refused, Gone) as refused:
            log.warning("the thread of question %d cannot be read: %s", question.id, refused)
            return ""
