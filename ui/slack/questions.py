"""The persisted queue as the listeners see it: what was asked, and what happened to it since.

Every change is one transaction, so that a program killed between any two lines finds on its next start exactly
what was acknowledged to Slack, once. Texts come here without identifiers: `listeners` takes them out before.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Collection, Mapping
from typing import Any

from ui.slack.database import Database
from ui.slack.question import OPEN, Kind, Question, from_row

SEEN_DAYS = 3  # Slack repeats an event for an hour, and a signature is good for five minutes
KEPT_DAYS = 90  # a conversation nobody continued in a quarter is over
DAY_SECONDS = 86_400
_OPEN = ", ".join(f"'{state}'" for state in OPEN)


class Questions:
    """What people did. Several threads may ask at once."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def take(
        self, event: str, kind: Kind, *, workspace: str, channel: str, ts: str, thread: str, asker: str, text: str,
        removed: Collection[str] = (), response_url: str = "", result: Mapping[str, Any] | None = None,
    ) -> bool:  # fmt: skip
        """Queue a question; False when this event or this message is known already."""
        state = "answered" if result else "placed" if response_url else "waiting"
        with self._database.writing() as db:
            if not _is_new(db, event):
                return False
            added = db.execute(
                "INSERT OR IGNORE INTO questions (kind, workspace, channel, ts, thread, asker, text, removed, state,"
                " response_url, result, asked_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (kind, workspace, channel, ts, thread, asker, text, json.dumps(list(removed)), state, response_url,
                 json.dumps(result) if result else None, time.time()),
            )  # fmt: skip
            return added.rowcount == 1

    def edit(self, event: str, channel: str, ts: str, text: str, removed: Collection[str]) -> bool:
        """The question reads otherwise now and is worked out again; False when it is none of ours.

        Facts given by button go: the new words may say otherwise, and a fact set by hand would win over them.
        """
        with self._database.writing() as db:
            known = db.execute(
                "SELECT 1 FROM questions WHERE channel = ? AND ts = ? AND kind = 'ask'", (channel, ts)
            ).fetchone()
            if known is None:
                return False
            if _is_new(db, event):
                db.execute(
                    "UPDATE questions SET text = ?, removed = ?, corrections = '{}', version = version + 1, due = 0,"
                    " tries = 0, state = CASE WHEN state IN ('answered', 'done') THEN 'placed' ELSE state END"
                    " WHERE channel = ? AND ts = ? AND kind = 'ask' AND text != ?",
                    (text, json.dumps(list(removed)), channel, ts, text),
                )
            return True

    def delete(self, channel: str, ts: str) -> None:
        """The question is gone: its words go now, its answer as soon as Slack takes the deletion."""
        with self._database.writing() as db:
            db.execute(
                "UPDATE questions SET text = '', corrections = '{}', result = NULL, version = version + 1,"
                " state = CASE WHEN reply = '' AND NOT placing THEN 'deleted' ELSE 'deleting' END, due = 0, tries = 0"
                " WHERE channel = ? AND ts = ? AND kind = 'ask' AND state NOT IN ('deleting', 'deleted')",
                (channel, ts),
            )

    def correct(self, event: str, number: int, facts: Mapping[str, Any]) -> bool:
        """Facts set by hand: the question is worked out again with them. No facts: just again."""
        with self._database.writing() as db:
            row = db.execute(
                "SELECT corrections FROM questions WHERE id = ? AND state IN ('placed', 'answered', 'done')", (number,)
            ).fetchone()
            if row is None or not _is_new(db, event):
                return False
            db.execute(
                "UPDATE questions SET corrections = ?, version = version + 1, state = 'placed', due = 0, tries = 0"
                " WHERE id = ?",
                (json.dumps({**json.loads(row["corrections"]), **facts}), number),
            )
            return True

    def judge(self, event: str, number: int, asker: str, opinion: str) -> bool:
        """A thumb; the last one of each person counts."""
        with self._database.writing() as db:
            if not _is_new(db, event):
                return False
            db.execute("INSERT OR REPLACE INTO opinions VALUES (?, ?, ?, ?)", (number, asker, opinion, time.time()))
            return True

    def get(self, number: int) -> Question | None:
        with self._database.reading() as db:
            row = db.execute("SELECT * FROM questions WHERE id = ?", (number,)).fetchone()
        return from_row(row) if row else None

    def asks_here(self, channel: str, thread: str, asker: str) -> bool:
        """Whether this person has asked us something in this thread."""
        with self._database.reading() as db:
            found = db.execute(
                "SELECT 1 FROM questions WHERE channel = ? AND thread = ? AND asker = ? AND kind = 'ask'"
                " AND state != 'deleted'", (channel, thread, asker),
            )  # fmt: skip
            return found.fetchone() is not None

    def forget_old(self) -> None:
        """Conversations and events that are over leave the file."""
        now = time.time()
        with self._database.writing() as db:
            db.execute("DELETE FROM seen WHERE at < ?", (now - SEEN_DAYS * DAY_SECONDS,))
            db.execute(
                f"DELETE FROM questions WHERE asked_at < ? AND state NOT IN ({_OPEN}, 'deleting')",  # noqa: S608
                (now - KEPT_DAYS * DAY_SECONDS,),
            )


def _is_new(db: sqlite3.Connection, event: str) -> bool:
    """Whether this event is seen for the first time; in the transaction that does what it asks for."""
    return db.execute("INSERT OR IGNORE INTO seen VALUES (?, ?)", (event, time.time())).rowcount == 1
