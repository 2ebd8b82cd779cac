"""The passages of one index build in one SQLite file: by id, by code, by words. Needs nothing but the standard library.

The file is written once and never changed. Codes are a table of their own, so that 77407 finds 77407 and nothing
near it.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

from corpus.index_errors import IndexDamaged
from corpus.passage import OPEN_END, UNKNOWN_START, Passage
from corpus.wanted import EVERYTHING, Wanted
from corpus.words import any_of, telling_words, write_words

TABLES = """
CREATE TABLE passage (row INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, payer_set INTEGER NOT NULL,
    in_force_from INTEGER NOT NULL, in_force_to INTEGER NOT NULL, record TEXT NOT NULL);
CREATE TABLE code (code TEXT NOT NULL, row INTEGER NOT NULL, written INTEGER NOT NULL,
    PRIMARY KEY (code, row)) WITHOUT ROWID;
CREATE TABLE payer_set (number INTEGER PRIMARY KEY, payers TEXT NOT NULL);
CREATE TABLE document (source TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
"""
# Lists travel as JSON and the filter as fixed conditions, so that no statement is ever put together from parts.
# There are few different sets of payers, so that a number in a list decides, not a look-up for each passage.
BY_CODES = """
SELECT passage.row, record, code, written FROM code JOIN passage ON passage.row = code.row
WHERE code IN (SELECT value FROM json_each(:codes))
  AND in_force_from <= :begun_by AND in_force_to >= :not_ended_by
  AND payer_set IN (SELECT value FROM json_each(:payer_sets))
ORDER BY passage.row
"""
BY_WORDS = """
SELECT record, -words.rank FROM words JOIN passage ON passage.row = words.rowid
WHERE words MATCH :words
  AND in_force_from <= :begun_by AND in_force_to >= :not_ended_by
  AND payer_set IN (SELECT value FROM json_each(:payer_sets))
ORDER BY words.rank, passage.row LIMIT :most
"""
SCORES = """
SELECT words.rowid, -words.rank FROM words WHERE words MATCH :words
  AND words.rowid IN (SELECT row FROM code WHERE code IN (SELECT value FROM json_each(:codes)))
"""
BY_IDS = """
SELECT id, record FROM passage WHERE id IN (SELECT value FROM json_each(:ids))
  AND in_force_from <= :begun_by AND in_force_to >= :not_ended_by
  AND payer_set IN (SELECT value FROM json_each(:payer_sets))
"""
COVERED = "SELECT DISTINCT code FROM code WHERE code IN (SELECT value FROM json_each(:codes))"


@dataclass(frozen=True, slots=True)
class Found:
    """A passage, its BM25 score for the question (0 where it shares no word), and the asked codes it has."""

    passage: Passage
    score: float
    written: frozenset[str] = frozenset()  # asked codes that stand in the passage
    about: frozenset[str] = frozenset()  # asked codes that only its source as a whole is about


def write_passages(file: Path, passages: Sequence[Passage], texts: Mapping[str, str]) -> None:
    """Writes the file of a new build. ``texts`` are the documents' texts by source id."""
    numbered = list(enumerate(passages, start=1))
    sets = {payers: number for number, payers in enumerate(dict.fromkeys(p.payers for p in passages))}
    db = sqlite3.connect(file)
    try:
        with db:
            db.executescript(TABLES)
            db.executemany(
                "INSERT INTO passage VALUES (?, ?, ?, ?, ?, ?)",
                (
                    (row, p.id, sets[p.payers], p.in_force_from, p.in_force_to, json.dumps(p.as_record()))
                    for row, p in numbered
                ),
            )
            # The second insert leaves alone what the first has put in: a code that is written counts as written.
            db.executemany("INSERT INTO code VALUES (?, ?, 1)", ((c, row) for row, p in numbered for c in p.codes))
            db.executemany(
                "INSERT OR IGNORE INTO code VALUES (?, ?, 0)", ((c, row) for row, p in numbered for c in p.source_codes)
            )
            db.executemany(
                "INSERT INTO payer_set VALUES (?, ?)", ((n, json.dumps(payers)) for payers, n in sets.items())
            )
            db.executemany("INSERT INTO document VALUES (?, ?)", texts.items())
            write_words(db, numbered)
        db.execute("INSERT INTO words (words) VALUES ('optimize')")
        db.commit()
    finally:
        db.close()


class PassageStore:
    """Reads one build's file. Safe to use from several threads."""

    def __init__(self, file: Path) -> None:
        """Raises IndexDamaged where the file is missing or no SQLite file."""
        self._file = file
        # immutable: nobody writes here any more, so that readers need no locks and leave no files behind.
        address = f"{file.resolve().as_uri()}?mode=ro&immutable=1"
        try:
            self._db = sqlite3.connect(address, uri=True, check_same_thread=False)
        except sqlite3.Error as gone:
            raise _damaged(file, gone) from gone
        self._lock = Lock()
        self._payer_sets = [
            (number, json.loads(payers)) for number, payers in self._rows("SELECT number, payers FROM payer_set", {})
        ]
        self.count = int(self._rows("SELECT count(*) FROM passage", {})[0][0])

    def close(self) -> None:
        """Lets the file go."""
        self._db.close()

    def covered(self, codes: Iterable[str]) -> frozenset[str]:
        """Those of the codes that any passage or source names."""
        return frozenset(code for (code,) in self._rows(COVERED, {"codes": json.dumps(list(codes))}))

    def by_codes(self, codes: Sequence[str], question: str, wanted: Wanted) -> list[Found]:
        """Every passage that names one of the codes, itself or through its source, with its words' score."""
        asked = json.dumps(codes)
        rows = self._rows(BY_CODES, {"codes": asked, **self._filter(wanted)})
        # The asked codes aside: all these passages have them.
        words = any_of(word for word in telling_words(question) if word.upper() not in codes)
        scores = dict(self._rows(SCORES, {"words": words, "codes": asked})) if words else {}
        records: dict[int, str] = {}
        named: dict[tuple[int, int], set[str]] = defaultdict(set)
        for row, record, code, written in rows:
            records[row] = record
            named[row, written].add(code)
        return [
            Found(_passage(record), scores.get(row, 0.0), frozenset(named[row, 1]), frozenset(named[row, 0]))
            for row, record in records.items()
        ]

    def by_words(self, question: str, wanted: Wanted, most: int) -> list[Found]:
        """The best passages by BM25."""
        words = any_of(telling_words(question))
        if not words:
            return []
        rows = self._rows(BY_WORDS, {"words": words, "most": most, **self._filter(wanted)})
        return [Found(_passage(record), score) for record, score in rows]

    def by_ids(self, ids: Sequence[str], wanted: Wanted = EVERYTHING) -> list[Passage]:
        """The wanted ones among the passages with these ids, in the order asked; ids that are gone are left out."""
        records = dict(self._rows(BY_IDS, {"ids": json.dumps(ids), **self._filter(wanted)}))
        return [_passage(records[one]) for one in ids if one in records]

    def text_of(self, source: str) -> str | None:
        """The whole text that a source's character spans count in."""
        rows = self._rows("SELECT text FROM document WHERE source = :source", {"source": source})
        return str(rows[0][0]) if rows else None

    def _filter(self, wanted: Wanted) -> dict[str, object]:
        """The filter as the statements above name it."""
        return {
            "begun_by": OPEN_END if wanted.on is None else wanted.on,
            "not_ended_by": UNKNOWN_START if wanted.on is None else wanted.on,
            "payer_sets": json.dumps([number for number, payers in self._payer_sets if wanted.lets_in(payers)]),
        }

    def _rows(self, sql: str, values: Mapping[str, object]) -> list[tuple[Any, ...]]:
        with self._lock:
            try:
                return self._db.execute(sql, values).fetchall()
            except sqlite3.DatabaseError as broken:
                raise _damaged(self._file, broken) from broken


def _passage(record: str) -> Passage:
    return Passage.from_record(json.loads(record))


def _damaged(file: Path, how: Exception) -> IndexDamaged:
    return IndexDamaged(f"The index file {file} is damaged ({how}). Build it again: secondcheck index")
