"""The persisted queue as the workers see it: what is next, and how far each question has come."""

from __future__ import annotations

import json
import time
from collections.abc import Collection, Mapping
from typing import Any

from ui.slack.database import Database
from ui.slack.question import OPEN, Question, from_row

_OPEN = ", ".join(f"'{state}'" for state in OPEN)
_FIRST_IN_ITS_THREAD = """NOT EXISTS (SELECT 1 FROM questions AS earlier WHERE earlier.channel = questions.channel
    AND earlier.thread = questions.thread AND earlier.ts < questions.ts AND earlier.state IN ({states}))"""


class Progress:
    """Every step is one transaction: a killed program finds each question where it left it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, number: int) -> Question | None:
        with self._database.reading() as db:
            row = db.execute("SELECT * FROM questions WHERE id = ?", (number,)).fetchone()
        return from_row(row) if row else None

    def earlier(self, question: Question) -> list[Question]:
        """The questions of its thread that came before it and have an answer."""
        with self._database.reading() as db:
            rows = db.execute(
                "SELECT * FROM questions WHERE channel = ? AND thread = ? AND ts < ? AND kind = 'ask'"
                " AND result IS NOT NULL ORDER BY ts", (question.channel, question.thread, question.ts),
            ).fetchall()  # fmt: skip
        return [from_row(row) for row in rows]

    def to_place(self, held: Collection[int]) -> Question | None:
        """The next question that nobody sees a placeholder of, in the order of its thread."""
        first = _FIRST_IN_ITS_THREAD.format(states="'waiting'")
        return self._next(f"state = 'waiting' AND {first}", held)

    def to_do(self, held: Collection[int]) -> Question | None:
        """The next answer to work out, show or take back; never one whose thread still waits for an earlier one."""
        first = _FIRST_IN_ITS_THREAD.format(states=_OPEN)
        return self._next(f"(state = 'deleting' OR (state IN ('placed', 'answered') AND {first}))", held)

    def _next(self, condition: str, held: Collection[int]) -> Question | None:
        with self._database.reading() as db:
            rows = db.execute(
                f"SELECT * FROM questions WHERE {condition} AND due <= ? ORDER BY id LIMIT ?",  # noqa: S608
                (time.time(), len(held) + 1),
            ).fetchall()
        return next((from_row(row) for row in rows if row["id"] not in held), None)

    def placing(self, number: int) -> bool:
        """Said before the placeholder is sent: after a crash it is looked for instead of sent again.

        False when the question was deleted in between.
        """
        return self._change("placing = 1 WHERE id = ? AND state = 'waiting'", number)

    def not_placing(self, number: int) -> None:
        """Slack said that it did not take the placeholder, so there is none to look for."""
        self._change("placing = 0 WHERE id = ?", number)

    def placed(self, number: int, reply: str) -> None:
        self._change(
            "reply = ?, placing = 0, due = 0, tries = 0, state = CASE state WHEN 'waiting' THEN 'placed' ELSE state END"
            " WHERE id = ?", reply, number,
        )  # fmt: skip

    def unplaced(self, number: int) -> None:
        """Somebody deleted our placeholder: another is due."""
        self._change(
            "reply = '', placing = 0, state = 'waiting' WHERE id = ? AND state IN ('placed', 'answered')", number
        )

    def beginning(self, number: int) -> int:
        """How often this question was begun, this time included: one that kills the program is not begun for ever."""
        with self._database.writing() as db:
            db.execute("UPDATE questions SET begun = begun + 1 WHERE id = ?", (number,))
            return int(db.execute("SELECT begun FROM questions WHERE id = ?", (number,)).fetchone()[0])

    def answered(self, question: Question, result: Mapping[str, Any]) -> bool:
        """Keep what was worked out; False when the question changed meanwhile."""
        return self._change(
            "result = ?, state = 'answered', filing = 0, begun = 0, due = 0, tries = 0"
            " WHERE id = ? AND version = ? AND state = 'placed'",
            json.dumps(result), question.id, question.version,
        )  # fmt: skip

    def filing(self, number: int) -> None:
        self._change("filing = 1 WHERE id = ?", number)

    def done(self, question: Question) -> bool:
        """The answer is shown; the address that only this answer needed is forgotten."""
        return self._change(
            "state = 'done', response_url = '', due = 0, tries = 0 WHERE id = ? AND version = ? AND state = 'answered'",
            question.id, question.version,
        )  # fmt: skip

    def deleted(self, number: int) -> None:
        self._change("state = 'deleted', reply = '', placing = 0 WHERE id = ?", number)

    def lost(self, number: int) -> None:
        self._change("state = 'lost', response_url = '' WHERE id = ?", number)

    def put_off(self, number: int, seconds: float) -> None:
        self._change("due = ?, tries = tries + 1 WHERE id = ?", time.time() + seconds, number)

    def pending(self) -> int:
        """How many questions are acknowledged and not answered yet."""
        with self._database.reading() as db:
            return int(db.execute(f"SELECT COUNT(*) FROM questions WHERE state IN ({_OPEN})").fetchone()[0])  # noqa: S608

    def _change(self, change: str, *values: Any) -> bool:
        with self._database.writing() as db:
            return db.execute(f"UPDATE questions SET {change}", values).rowcount == 1  # noqa: S608  Our own words only.
