"""What is skipped because it cannot find anything: the signs and kinds that say so, held against real answers."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from types import ModuleType

import pytest

import assistant.checking
import assistant.reading
from assistant.checking.clauses.clause_reading import Background, ClauseReading
from assistant.checking.clauses.clauses import clauses
from assistant.checking.clauses.frames import NEEDS, OWNERS, READERS
from assistant.checking.composing.rows import composed
from assistant.checking.composing.whole_rows import AFTER_THE_RULES, BEFORE_THE_RULES, signs_of
from assistant.checking.coverage.left_open import LOOKS
from assistant.checking.marking.marks import marks
from assistant.checking.marking.shapes import needed, shape
from assistant.checking.sentences import sentences
from assistant.reading.patterns import Seldom
from assistant.reading.text import normalise
from evals.gate.answers import answers
from evals.gate.by_hand import by_hand
from evals.gate.real_drafts import drafts

TODAY = date(2026, 11, 22)


@lru_cache(maxsize=1)
def said() -> tuple[str, ...]:
    """Sentences of all the answers that people and models wrote."""
    texts = [one.text for one in (*by_hand(), *answers(), *drafts())]
    return tuple(dict.fromkeys(sentence.text for text in texts for sentence in sentences(text)))


def modules() -> Iterator[ModuleType]:
    for package in (assistant.checking, assistant.reading):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            yield importlib.import_module(found.name)


def seldom() -> dict[str, Seldom]:
    """Every guarded pattern by the module and name it stands under."""
    return {
        f"{module.__name__}.{name}{key}": one
        for module in modules()
        for name, held in vars(module).items()
        for key, one in (held.items() if isinstance(held, dict) else [("", held)])
        if isinstance(one, Seldom)
    }


@pytest.mark.parametrize("name", sorted(seldom()))
def test_a_pattern_never_matches_where_none_of_its_signs_stands(name):
    """A sign too few would make the reader overlook what the pattern is for."""
    pattern = seldom()[name]
    read = [normalise(sentence) for sentence in said()]
    texts = [text.lower for text in read] + ([] if pattern.pattern.flags & re.I else [text.plain for text in read])
    assert [] == [text for text in texts if not pattern.possible(text) and pattern.pattern.search(text)]


def test_a_pattern_is_tried_where_one_of_its_signs_stands():
    """The sign alone decides nothing: the pattern does."""
    column = Seldom(r"column [12]", "column")
    assert [False, True, True] == [column.possible(text) for text in ("row 1", "column 1", "columns")]
    assert [None, None, "column 1"] == [
        found and found.group() for found in map(column.search, ("row 1", "columns", "in column 1"))
    ]


def readings() -> Iterator[ClauseReading]:
    """Every clause of those sentences, as if its codes had been asked about."""
    for sentence in said():
        for clause in clauses(list(composed(sentence, TODAY))):
            background = Background(("77427", "77336"), "question", {"fractions": 28}, "units", TODAY, (), 28, "imrt")
            reading = ClauseReading(clause, background)
            if not reading.told.problem:
                yield reading


def test_a_reader_says_nothing_of_a_clause_without_its_marks():
    """A reader that is skipped for what a clause lacks would have said, claimed and changed nothing."""
    wrong = set()
    for reading in readings():
        for reader in (*OWNERS, *READERS):
            skipped = reader in NEEDS and NEEDS[reader].isdisjoint(reading.signs)
            before = _state(reading) if skipped else None
            reader(reading)
            if skipped and before != _state(reading):
                wrong.add(reader.__name__)
    assert set() == wrong


def _state(reading: ClauseReading) -> tuple[object, ...]:
    denied = reading.denied
    return (
        list(reading.advice), set(reading.claimed), list(reading.marks), reading.codes, reading.inherited,
        set(denied.verbs), set(denied.objects), set(denied.codes), set(denied.loose),
    )  # fmt: skip


def test_a_look_finds_nothing_in_a_clause_without_its_signs():
    """What is left open is found by kinds and words; without one of them there is nothing to find."""
    wrong = set()
    for reading in readings():
        signs = {*reading.kinds, *(mark.said for mark in reading.marks)}
        wrong |= {
            look.__name__ for look, needs in LOOKS.readers if needs and needs.isdisjoint(signs) and list(look(reading))
        }
    assert set() == wrong


def test_a_step_changes_nothing_in_a_row_without_its_signs():
    """A step that is skipped for what a row lacks would have handed it on as it is."""
    wrong = set()
    for sentence in said():
        for row in (marks(normalise(sentence), TODAY), list(composed(sentence, TODAY))):
            signs = signs_of(row)
            steps = [(step, needs) for step, needs in (*BEFORE_THE_RULES, *AFTER_THE_RULES) if needs is not None]
            wrong |= {step.__name__ for step, needs in steps if needs.isdisjoint(signs) and step(row) != row}
    assert set() == wrong


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("THING NUM", "THING NUM"),
        ("NUM UNIT? AT_MOST? (WORD|EVERY){1,3} DASH? NUM THING?", "NUM WORD|EVERY NUM"),
        ("(NUM|ONCE) UNIT? WORD{0,2} LEFT", "NUM|ONCE LEFT"),
        ("EVERY (THING (WORD|NUM)?)+", "EVERY THING"),
        ("NUM|ONCE", "NUM|ONCE"),
        ("NUM LEFT|NUM BELOW TURN?", "LEFT|BELOW"),
        ("NUM|ONCE?", ""),
        ("(?<!PROFESSIONAL) WORD (?=(WORD|OK){0,3} BUNDLED)", "WORD BUNDLED"),
    ],
)
def test_a_row_needs_the_marks_that_no_choice_and_no_quantifier_spares(pattern, names):
    """What is optional or denied may be missing; of a choice, one way has to stand there."""
    choices = [{shape(name).pattern.strip("[]") for name in one.split("|")} for one in names.split()]
    assert choices == needed(pattern)
