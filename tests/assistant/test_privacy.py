"""Identifiers leave, coding facts stay."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.privacy import PLACEHOLDER, remove_identifiers
from assistant.reading.facts import read_facts

HERE = Path(__file__).parent
TODAY = date(2026, 11, 22)
ROWS: list[tuple[str, list[str], list[str], list[str]]] = yaml.safe_load((HERE / "identifiers.yaml").read_text("utf-8"))
QUESTIONS: list[str] = [row[0] for row in yaml.safe_load((HERE / "reading/questions.yaml").read_text("utf-8"))]
IDENTIFIERS = [
    "MRN 4471923", "MRN: 00-447-192", "John Doe", "patient Maria Gonzalez", "dob 3/4/51", "born March 4, 1951",
    "SSN 123-45-6789", "MBI 1EG4-TE5-MK73", "602-555-1234", "jane.doe@clinic.org", "member id W998877665",
    "acct # 55443322",
]  # fmt: skip


@pytest.mark.parametrize(("text", "gone", "kinds", "kept"), ROWS, ids=[row[0][:60] for row in ROWS])
def test_identifiers_go_and_facts_stay(text: str, gone: list[str], kinds: list[str], kept: list[str]) -> None:
    """Each identifier of the table is removed whole, and nothing that coding needs."""
    clean, removed = remove_identifiers(text)
    assert [] == [piece for piece in gone if str(piece) in clean]
    assert kinds == list(removed)
    assert [] == [piece for piece in kept if piece not in clean]


@pytest.mark.parametrize("question", QUESTIONS)
def test_question_without_identifiers_is_untouched(question: str) -> None:
    """None of the hurried coding questions loses a character."""
    assert (question, ()) == remove_identifiers(question)


@pytest.mark.parametrize("identifier", IDENTIFIERS)
def test_reading_is_the_same_after_removal(identifier: str) -> None:
    """A question reads the same with its identifiers removed as without them."""
    question = "30 fx IMRT, Medicare, hospital, finished 3/14/2026, how many 77427?"
    clean, _ = remove_identifiers(f"{identifier}, {question}")
    assert read_facts(question, TODAY).scenario == read_facts(clean, TODAY).scenario


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(IDENTIFIERS), st.sampled_from(IDENTIFIERS), st.sampled_from(QUESTIONS), st.booleans())
def test_identifiers_in_any_question(first: str, second: str, question: str, before: bool) -> None:
    """Wherever two identifiers stand around a question, none of their long words or digits survives."""
    text = f"{first}, {question} {second}" if before else f"{question}; {first} / {second}"
    clean, kinds = remove_identifiers(text)
    digits = [part for one in (first, second) for part in one.split() if sum(c.isdigit() for c in part) > 3]
    assert kinds
    assert [] == [part for part in digits if part.strip(",") in clean]


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_survived(text: str) -> None:
    """No text makes the removal fail, and a text without a hit comes back as it was."""
    clean, kinds = remove_identifiers(text)
    assert kinds or clean == text
    assert bool(kinds) == (PLACEHOLDER in clean) or PLACEHOLDER in text


@pytest.mark.parametrize(
    "piece",
    ["1 ", "a@", "mrn ", "(602", "John ", "patient ", "1-", "a.", "dob ", "m r n ", "A", "3/4/51 ", "1EG4", "7",
     "x@x", "4 4 7 ", "ssn 1 ", "St ", "12 Main ", "@ . ", "Doe, ", "-", "#", "mr "],
)  # fmt: skip
def test_time_is_linear(piece: str) -> None:
    """Fifty thousand characters of anything take well under a second and a half."""
    text = (piece * (50_000 // len(piece) + 1))[:50_000]
    started = time.process_time()
    remove_identifiers(text)
    assert time.process_time() - started < 1.5
