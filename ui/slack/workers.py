"""The threads that empty the queue: one places placeholders, two work answers out and show them.

A placeholder never waits for another question's answer, and within a thread nothing is answered before the
question above it. What Slack does not take now is put off in the queue, so that a worker never sleeps on it.
"""

from __future__ import annotations

import logging
import sqlite3
import threading
import time
from collections.abc import Callable

from ui.slack.progress import Progress
from ui.slack.question import Question
from ui.slack.steps import Steps
from ui.slack.trouble import Gone, Later, Refused, Unshowable, back_off
from ui.trouble import explained

log = logging.getLogger("secondcheck.slack")
ANSWERING_THREADS = 2
LONGEST_WAIT_SECONDS = 0.5  # how late a put-off question may be taken up again
GIVE_UP_SECONDS = 86_400  # an outage of Slack's loses nothing within a day
BROKEN_SECONDS = 5.0
MOST_FAULTS = 5


class Workers:
    """Started after the queue is open; what was pending when the program last ended comes first."""

    def __init__(self, progress: Progress, steps: Steps) -> None:
        self._progress = progress
        self._steps = steps
        self._held: set[int] = set()
        self._news = threading.Condition()
        self._stopping = False
        self._threads: list[threading.Thread] = []

    def start(self) -> None:
        steps: list[tuple[str, Callable[[], bool]]] = [("place", self.place_one)]
        steps += [(f"answer-{n + 1}", self.answer_one) for n in range(ANSWERING_THREADS)]
        for name, step in steps:
            thread = threading.Thread(target=self._work, args=(step,), name=f"slack-{name}", daemon=True)
            thread.start()
            self._threads.append(thread)

    def stop(self, seconds: float = 10) -> None:
        """Finish what is in hand; the rest stays in the queue for the next start."""
        with self._news:
            self._stopping = True
            self._news.notify_all()
        for thread in self._threads:
            thread.join(seconds)

    def wake(self) -> None:
        """Something was added."""
        with self._news:
            self._news.notify_all()

    def place_one(self) -> bool:
        """Post the next placeholder; False when there is none to post."""
        return self._one(self._progress.to_place, self._steps.place)

    def answer_one(self) -> bool:
        """Work out, show or take back the next answer; False when there is none."""
        return self._one(self._progress.to_do, self._steps.do)

    def _work(self, step: Callable[[], bool]) -> None:
        while not self._stopping:
            try:
                if step():
                    self.wake()
                    continue
            except Exception as error:  # noqa: BLE001 - a full disk must not end the thread that waits for room
                log.error("the queue is in trouble: %s", type(error).__name__)  # noqa: TRY400  No traceback: see quiet
                time.sleep(BROKEN_SECONDS)
            with self._news:
                if not self._stopping:
                    self._news.wait(LONGEST_WAIT_SECONDS)

    def _one(self, find: Callable[[set[int]], Question | None], work: Callable[[Question], None]) -> bool:
        with self._news:
            question = find(self._held)
            if question is None:
                return False
            self._held.add(question.id)
        try:
            self._with_patience(question, work)
        finally:
            with self._news:
                self._held.discard(question.id)
        return True

    def _with_patience(self, question: Question, work: Callable[[Question], None]) -> None:
        try:
            work(question)
        except Later as later:
            if time.time() - question.asked_at > GIVE_UP_SECONDS:
                self._lose(question, "a day without success")
                return
            wait = later.seconds if later.seconds is not None else back_off(question.tries)
            self._progress.put_off(question.id, wait)
        except (Gone, Refused, Unshowable) as refused:
            self._lose(question, str(refused))
        except sqlite3.Error:
            raise  # the disk's trouble, not this question's
        except Exception as error:  # noqa: BLE001 - one question must not hold up all others
            explained(error)  # logs its kind and place
            if question.tries >= MOST_FAULTS:
                self._lose(question, "a fault of ours")
                return
            self._progress.put_off(question.id, back_off(question.tries))

    def _lose(self, question: Question, why: str) -> None:
        log.error("question %d is given up: %s", question.id, why)
        self._progress.lost(question.id)
