"""Word search: BM25 by SQLite's own full-text index, inside the passages' file.

Nothing is loaded to search: no arrays, no vocabulary, no package. A five-character code is a word like any other
and stays exact; Porter's stems let "portal imaging" find "port images".
"""

import re
import sqlite3
from collections.abc import Iterable

from corpus.code_numbers import codes_in
from corpus.passage import Passage

CREATE = """
CREATE VIRTUAL TABLE words USING fts5(
    title, heading, text, codes, content='', tokenize='porter unicode61 remove_diacritics 2'
)
"""
# How much a word counts in title, heading, text and codes: a heading says more about a passage than its text.
RANK = "bm25(2.0, 3.0, 1.0, 1.0)"
WORD = re.compile(r"[^\W_]+")
# Words of questions that say nothing about what is asked. "not", "no", "when" and "without" do say something.
EMPTY_WORDS = frozenset(
    "a about all am an and any are as at be been but by can could did do does for from get give had has have he her "
    "his how i if in into is it its just may me my of on or our please shall she should so some such tell than that "
    "the their them then there these they this those to us was we were what which who why will with would you "
    "your vs versus".split()
)

# How many and when is for the rules; as words they would only find other texts with the same numbers in them.
COUNT_OR_DATE = re.compile(
    r"\b\d{1,2}/\d{1,2}/\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b"
    r"|\b\d{1,4}(?=\s*(?:fx|fractions?|sessions?|treatments?|visits?|units?)\b)",
    re.IGNORECASE,
)
# What billers say, and what texts write.
OTHER_NAMES = {
    "fx": "fraction", "fxs": "fractions", "films": "images", "film": "image", "portal": "port", "many": "units",
    "often": "units frequency once every", "igrt": "image guidance", "imrt": "intensity modulated",
    "sbrt": "stereotactic body", "srs": "stereotactic radiosurgery", "mue": "unlikely edit limit",
    "mues": "unlikely edits limits", "ptp": "procedure pair edit", "dos": "date service", "bid": "twice daily",
    "mod": "modifier", "mods": "modifiers", "doc": "physician", "doctor": "physician", "md": "physician",
    "auth": "authorization", "preauth": "prior authorization",
    "uhc": "unitedhealthcare", "snf": "skilled nursing facility", "hopd": "hospital outpatient", "hdr": "brachytherapy",
    "cbct": "cone beam", "em": "evaluation management visit", "otv": "weekly management", "leftover": "remainder left",
    "remainder": "left over", "pc": "professional", "tc": "technical", "sim": "simulation", "dosimetrist": "dosimetry",
    "replacement": "deleted ended", "replaced": "deleted ended", "replaces": "deleted ended",
    "ended": "deleted terminated", "deleted": "ended terminated", "audit": "review probe findings",
    "audits": "reviews probe findings", "chemo": "chemotherapy", "np": "nurse practitioner",
    "mpfs": "physician fee schedule", "opps": "hospital outpatient payment",
}  # fmt: skip
AMERICAN = {"isation": "ization", "centre": "center", "programme": "program", "labour": "labor", "tumour": "tumor"}
BRITISH = re.compile("|".join(AMERICAN))


def write_words(db: sqlite3.Connection, numbered: Iterable[tuple[int, Passage]]) -> None:
    """Fills the word table; the row numbers are those of the passages."""
    db.execute(CREATE)
    db.execute("INSERT INTO words (words, rank) VALUES ('rank', ?)", [RANK])
    db.executemany(
        "INSERT INTO words (rowid, title, heading, text, codes) VALUES (?, ?, ?, ?, ?)",
        (
            (
                row,
                american(_names(passage).lower()),
                american(passage.heading.lower()),
                american(f"{passage.lead}\n{passage.text}".lower()),
                " ".join(passage.codes),
            )
            for row, passage in numbered
        ),
    )


def _names(passage: Passage) -> str:
    """What a source is called by: its title, and the words of its id that the title writes otherwise ("rvuedge")."""
    if passage.words == "theirs":  # the id of an added document is no name
        return passage.title
    written = passage.title.lower()
    return " ".join([passage.title, *(word for word in passage.source.split("-") if word not in written)])


def telling_words(question: str) -> list[str]:
    """The words of a question that say what is asked, in lower case: codes spelt out, counts and dates left out.

    A word of the trade brings its other names along: "fx" is also "fraction".
    """
    asked = COUNT_OR_DATE.sub(" ", question)
    spelt = [*codes_in(asked), *WORD.findall(american(asked.lower()))]
    telling = dict.fromkeys(word.lower() for word in spelt if word.lower() not in EMPTY_WORDS and len(word) > 1)
    named = [name for word in telling for name in OTHER_NAMES.get(word, "").split()]
    return list(dict.fromkeys([*telling, *named]))


def american(text: str) -> str:
    """One spelling for both sides of the ocean: "authorisation" and "authorization" are one word."""
    return BRITISH.sub(lambda found: AMERICAN[found.group()], text)


def any_of(words: Iterable[str]) -> str:
    """Words as the word table wants to be asked for any of them; each quoted, so that none is an operator."""
    return " OR ".join(f'"{word}"' for word in words)
