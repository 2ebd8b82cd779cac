"""Any text is read: nothing crashes, no character is claimed twice, time grows with the length only."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.reading.facts import read_facts
from assistant.reading.tokens import Mention, read_tokens

TODAY = date(2026, 11, 22)


@settings(max_examples=400, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    """No text makes the reader of facts fail, and its spans lie inside the text."""
    reading = read_facts(text, TODAY)
    places: list[Mention] = [*reading.facts, *reading.problems]
    for one in places:
        assert 0 <= one.start <= one.end <= len(text)


FRAGMENTS = [
    "28 fx", "77417", "-26", "/", "77385/6", "and", "or", "to", "before 2026", "Medicare", "MA", "hospital",
    "BID", "x6",
    "(6)", "2/30/2026", "12/15/25", "-", "how many", "?", "stopped after", "boost of", "of", "weeks daily", "50.4 Gy",
    "in",
    "per", "modifier", "TC", "G6015", "7 7 4 1 7", "\n", "|", "may", "March", "no", "not in a", "level 2 or",
    "½", "²", "",
]  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=25), st.sampled_from(["", " ", "  ", "\u00a0"]))
def test_any_order_of_our_own_words_is_read(fragments: list[str], between: str) -> None:
    """The field's own words in any order never make the reader fail, and no count is impossible."""
    reading = read_facts(between.join(fragments), TODAY)
    fractions = reading.scenario.fractions
    assert fractions is None or 1 <= fractions <= 100


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=20))
def test_no_character_is_claimed_twice(fragments: list[str]) -> None:
    """Codes, modifiers, dates and numbers never overlap."""
    tokens = read_tokens(" ".join(fragments), TODAY)
    taken: set[int] = set()
    mentions: list[Mention] = [*tokens.modifiers, *tokens.dates, *tokens.numbers]
    for one in mentions:
        span = set(range(one.start, one.end))
        assert not span & taken
        taken |= span


PIECES = [
    "7 ", "77417-26-", "-", "(", "a ", "2026-", "1/", "may ", "bcbs ", "28/", "MA ", "one ", "26/", "7", "x",
    "½",
    "28 fx ", "77385/6/", "77402, 07 and ", "before ",
    "level 2 or ", "twenty ", "of ", "per 5 fractions ", "A", "\u200b",
    "Mar 3-", "is it ok ", "?", "says ", "1.8 Gy ", "boost ", "stopped after ", "single ", "bid x ", "g6",
    "modifier 26 and ",
    "45 Gy total 1.8 Gy per fx ", "what ", "how is ", "did ", "has ",
]  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_time_is_linear(piece: str) -> None:
    """Fifty thousand characters of anything are read in well under two seconds of processor time."""
    text = (piece * (50_000 // len(piece) + 1))[:50_000]
    started = time.process_time()
    read_facts(text, TODAY)
    assert time.process_time() - started < 2.0
