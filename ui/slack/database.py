"""The SQLite file behind the queue: its tables, and one connection that several threads share in turn."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assistant.errors import InputError

FILE_NAME = "slack.sqlite"
SCHEMA = """
CREATE TABLE IF NOT EXISTS questions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given twice: buttons of old messages carry it
    kind TEXT NOT NULL,
    workspace TEXT NOT NULL,
    channel TEXT NOT NULL,
    ts TEXT NOT NULL,
    thread TEXT NOT NULL,
    asker TEXT NOT NULL,
    text TEXT NOT NULL,
    removed TEXT NOT NULL DEFAULT '[]',
    corrections TEXT NOT NULL DEFAULT '{}',
    state TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 0,
    placing INTEGER NOT NULL DEFAULT 0,
    filing INTEGER NOT NULL DEFAULT 0,
    reply TEXT NOT NULL DEFAULT '',
    response_url TEXT NOT NULL DEFAULT '',
    result TEXT,
    tries INTEGER NOT NULL DEFAULT 0,
    begun INTEGER NOT NULL DEFAULT 0,
    due REAL NOT NULL DEFAULT 0,
    asked_at REAL NOT NULL,
    UNIQUE (channel, ts, kind)
);
CREATE INDEX IF NOT EXISTS questions_of_a_thread ON questions (channel, thread, ts);
CREATE INDEX IF NOT EXISTS questions_to_do ON questions (state, due);
CREATE TABLE IF NOT EXISTS seen (key TEXT PRIMARY KEY, at REAL NOT NULL);
CREATE TABLE IF NOT EXISTS opinions (
    question INTEGER NOT NULL, asker TEXT NOT NULL, opinion TEXT NOT NULL, at REAL NOT NULL,
    PRIMARY KEY (question, asker)
);
"""


class Database:
    """One connection under one lock: a write takes a millisecond, and SQLite has one writer anyway."""

    def __init__(self, folder: Path | None) -> None:
        """`folder` None keeps everything in memory. Raises InputError where the file is no database of ours."""
        path = ":memory:"
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
            file = folder / FILE_NAME
            file.touch(mode=0o600)  # conversations are for the user who runs this, not for the whole machine
            path = str(file)
        self._lock = threading.RLock()
        self._connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        self._connection.row_factory = sqlite3.Row
        try:
            # What was acknowledged to Slack must outlive a power cut: FULL, although NORMAL is faster.
            self._connection.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;")
            self._connection.executescript(SCHEMA)
        except sqlite3.DatabaseError as damaged:
            raise InputError(
                f"The queue of questions from Slack, {path}, cannot be used.", f"{damaged}.",
                "Move it away and start again; questions that were pending in it are lost.",
            ) from damaged  # fmt: skip

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it or nothing."""
        with self._lock:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            yield self._connection

    def close(self) -> None:
        with self._lock:
            self._connection.close()
