"""Writing the passages of one index build into one SQLite file: by id, by code, by words.

The file is written once and never changed. Codes are a table of their own, so that 77407 finds 77407 and nothing
near it.
"""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path

from corpus.passage import Passage
from corpus.words import write_words

TABLES = """
CREATE TABLE passage (row INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, payer_set INTEGER NOT NULL,
    in_force_from INTEGER NOT NULL, in_force_to INTEGER NOT NULL, record TEXT NOT NULL);
CREATE TABLE code (code TEXT NOT NULL, row INTEGER NOT NULL, written INTEGER NOT NULL, payer_set INTEGER NOT NULL,
    in_force_from INTEGER NOT NULL, in_force_to INTEGER NOT NULL, PRIMARY KEY (code, written, row)) WITHOUT ROWID;
CREATE TABLE payer_set (number INTEGER PRIMARY KEY, payers TEXT NOT NULL);
CREATE TABLE document (source TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
"""


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
            # What is filtered by stands beside each code, so that a code in many passages costs one scan.
            db.executemany(
                "INSERT INTO code VALUES (?, ?, ?, ?, ?, ?)",
                (
                    (code, row, code in p.codes, sets[p.payers], p.in_force_from, p.in_force_to)
                    for row, p in numbered
                    for code in dict.fromkeys((*p.codes, *p.source_codes))
                ),
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
