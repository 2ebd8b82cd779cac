"""Finding passages in the file of one index build: by code, by words, by id. Needs only the standard library."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

from corpus.index_errors import IndexDamaged
from corpus.passage import OPEN_END, UNKNOWN_START, Passage
from corpus.wanted import EVERYTHING, Wanted
from corpus.words import any_of, telling_words

# Lists travel as JSON and the filter as fixed conditions, so that no statement is ever put together from parts.
# There are few different sets of payers, so that a number in a list decides, not a look-up for each passage.
# The plus keeps SQLite from asking the word table once for each row: 6 ms instead of 180 at 100,000 passages.
# Only the best leave the database: thousands of rows in Python are what made a search slow.
BY_CODES = """
WITH named AS (
  SELECT row, sum(written) AS written FROM code
  WHERE code IN (SELECT value FROM json_each(:codes)) AND written IN (1, :or_written)
    AND in_force_from <= :begun_by AND in_force_to >= :not_ended_by
    AND payer_set IN (SELECT value FROM json_each(:payer_sets))
  GROUP BY row
), scored AS MATERIALIZED (
  SELECT words.rowid AS row, -words.rank AS score FROM words
  WHERE words MATCH :words AND +words.rowid IN (SELECT row FROM named)
), best AS (
  SELECT row, ifnull(score, 0.0) AS score FROM named LEFT JOIN scored USING (row)
  ORDER BY written DESC, score DESC, row LIMIT :most
)
SELECT record, score FROM best JOIN passage USING (row) ORDER BY row
"""
# The same from the other end, for a large index: of the passages with a word, those that write a code.
BY_WORDS_AND_CODES = """
WITH best AS (
  SELECT row, score, written FROM (
    SELECT words.rowid AS row, -words.rank AS score, (
      SELECT count(*) FROM code
      WHERE code IN (SELECT value FROM json_each(:codes)) AND written = 1 AND code.row = words.rowid
        AND in_force_from <= :begun_by AND in_force_to >= :not_ended_by
        AND payer_set IN (SELECT value FROM json_each(:payer_sets))
    ) AS written FROM words WHERE words MATCH :words
  ) WHERE written > 0 ORDER BY written DESC, score DESC, row LIMIT :most
)
SELECT record, score FROM best JOIN passage USING (row) ORDER BY row
"""
BY_WORDS = """
SELECT record, score FROM
  (SELECT rowid AS row, -rank AS score FROM words WHERE words MATCH :words ORDER BY rank LIMIT :reach)
  JOIN passage USING (row)
WHERE in_force_from <= :begun_by AND in_force_to >= :not_ended_by
  AND payer_set IN (SELECT value FROM json_each(:payer_sets))
ORDER BY score DESC, row LIMIT :most
"""
BY_IDS = """
SELECT id, record FROM passage WHERE id IN (SELECT value FROM json_each(:ids))
  AND in_force_from <= :begun_by AND in_force_to >= :not_ended_by
  AND payer_set IN (SELECT value FROM json_each(:payer_sets))
"""
HOW_MANY = "SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH :words LIMIT :most)"
COVERED = "SELECT DISTINCT code FROM code WHERE code IN (SELECT value FROM json_each(:codes))"
# A code has a few dozen passages in the shipped sources; the ranking weighs more than this one score.
MOST_RANKED = 200
REACH = 5  # times as many passages as are wanted, before they are filtered
NO_WORD = '""'  # as a question to the word table: found nowhere
# Scoring takes time for each passage that holds a word. The rarer a word, the more it tells: in a large index the
# common ones are left out once this many passages are to be scored.
MOST_SCORED = 5_000


@dataclass(frozen=True, slots=True)
class Found:
    """A passage, its BM25 score for the question (0 where it shares no word), and the asked codes it has."""

    passage: Passage
    score: float
    written: frozenset[str] = frozenset()  # asked codes that stand in the passage
    about: frozenset[str] = frozenset()  # asked codes that only its source as a whole is about


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
        self._held: dict[str, int] = {}  # passages that hold a word
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
        """The passages that name one of the codes, themselves or through their source, with their words' score.

        Where there are more than anybody ranks, those that write most of the codes and the words.
        """
        # The asked codes aside: all these passages have them.
        words = self._rarer([word for word in telling_words(question) if word.upper() not in codes])
        sought = {"codes": json.dumps(codes), "words": any_of(words) or NO_WORD, "most": MOST_RANKED}
        sought |= self._filter(wanted)
        rows = self._rows(BY_WORDS_AND_CODES, sought) if self.count > MOST_SCORED else []
        for or_written in (1, 0):  # what only its source makes relevant is needed where little else is there
            if len(rows) < MOST_RANKED:
                rows = self._rows(BY_CODES, {**sought, "or_written": or_written})
        return [_named(_passage(record), score, codes) for record, score in rows]

    def by_words(self, question: str, wanted: Wanted, most: int) -> list[Found]:
        """The best passages by BM25."""
        words = self._rarer(telling_words(question))
        if not words:
            return []
        sought = {"words": any_of(words), "most": most, **self._filter(wanted)}
        # Most passages are wanted most of the time: the best of all are filtered, and all only where too few are left.
        rows = self._rows(BY_WORDS, {**sought, "reach": REACH * most})
        if len(rows) < most:
            rows = self._rows(BY_WORDS, {**sought, "reach": -1})
        return [Found(_passage(record), score) for record, score in rows]

    def by_ids(self, ids: Sequence[str], wanted: Wanted = EVERYTHING) -> list[Passage]:
        """The wanted ones among the passages with these ids, in the order asked; ids that are gone are left out."""
        records = dict(self._rows(BY_IDS, {"ids": json.dumps(ids), **self._filter(wanted)}))
        return [_passage(records[one]) for one in ids if one in records]

    def text_of(self, source: str) -> str | None:
        """The whole text that a source's character spans count in."""
        rows = self._rows("SELECT text FROM document WHERE source = :source", {"source": source})
        return str(rows[0][0]) if rows else None

    def _rarer(self, words: list[str]) -> list[str]:
        """The words, rarest first, for as long as no more passages are scored than that; at least one."""
        if self.count * len(words) <= MOST_SCORED:
            return words
        kept: list[str] = []
        scored = 0
        for word in sorted(words, key=self._how_many):
            scored += self._how_many(word)
            if kept and scored > MOST_SCORED:
                break
            kept.append(word)
        return kept

    def _how_many(self, word: str) -> int:
        """How many passages hold the word, counted once and no further than matters: a build never changes."""
        if word not in self._held:
            self._held[word] = int(self._rows(HOW_MANY, {"words": any_of([word]), "most": MOST_SCORED})[0][0])
        return self._held[word]

    def _filter(self, wanted: Wanted) -> dict[str, object]:
        """The filter as the statements above name it."""
        return {
            "begun_by": OPEN_END if wanted.on is None else wanted.on,
            "not_ended_by": wanted.since or wanted.on or UNKNOWN_START,
            "payer_sets": json.dumps([number for number, payers in self._payer_sets if wanted.lets_in(payers)]),
        }

    def _rows(self, sql: str, values: Mapping[str, object]) -> list[tuple[Any, ...]]:
        with self._lock:
            try:
                return self._db.execute(sql, values).fetchall()
            except sqlite3.DatabaseError as broken:
                raise _damaged(self._file, broken) from broken


def _named(passage: Passage, score: float, codes: Sequence[str]) -> Found:
    written = frozenset(codes).intersection(passage.codes)
    return Found(passage, score, written, frozenset(codes).intersection(passage.source_codes) - written)


def _passage(record: str) -> Passage:
    return Passage.from_record(json.loads(record))


def _damaged(file: Path, how: Exception) -> IndexDamaged:
    return IndexDamaged(f"The index file {file} is damaged ({how}). Build it again: secondcheck index")
