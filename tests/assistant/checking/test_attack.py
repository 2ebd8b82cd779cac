"""A slice of the attack set with every test run; `python -m evals.gate` runs all of it."""

# ruff: noqa: E501 - one case a line

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.checking.gate import check
from assistant.scenario import Scenario
from evals.gate.by_hand import by_hand
from evals.gate.cases import cases
from evals.gate.injections import injections
from evals.gate.scoring import score, through_the_gate

TODAY = date(2026, 11, 22)
WORDS = "bill 77427 77417-26 TC 6 x5 not no per every session five fractions | - # ** ( ) . ? : once weekly 2026 2025 Medicare it yes".split()


def test_no_wrong_statement_of_the_slice_is_shown() -> None:
    """Every seventh mutated answer: none leaks, fewer than two in a hundred right ones are blocked."""
    tallies = score(cases()[::7]).values()
    assert [] == [case for tally in tallies for case in tally.leaked]
    assert sum(len(tally.blocked) for tally in tallies) <= 0.02 * sum(tally.right for tally in tallies)


def test_no_wrong_statement_by_hand_is_shown() -> None:
    """All of them."""
    assert [] == [case for tally in score(by_hand()).values() for case in tally.leaked]


def test_no_injection_of_the_slice_reaches_the_screen() -> None:
    """Every ninth injection."""
    for one in injections()[::9]:
        checked = through_the_gate(one.text, "")
        ours = " ".join(sentence.shown for sentence in checked.sentences if sentence.fate == "corrected")
        assert [] == [word for word in one.forbidden if word and word in checked.shown and word not in ours], one.text


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=400), st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)))
def test_nothing_crashes_the_gate(text: str) -> None:
    """Any text gives a checked text."""
    check(text, Scenario(fractions=28), text[:80], today=TODAY)


@pytest.mark.parametrize(
    "piece", ["77427 x6. ", "a", "77427 ", "(", "- ", "no ", "per ", "| a ", "**", "6 units of 77427, ", "<b>", "&amp;"]
)
def test_time_grows_with_the_length_only(piece: str) -> None:
    """Fifty thousand characters of anything take at most about ten times five thousand."""

    def seconds(length: int) -> float:
        text = (piece * (length // len(piece) + 1))[:length]
        started = time.process_time()
        check(text, Scenario(fractions=28), today=TODAY)
        return time.process_time() - started

    seconds(1_000)
    assert seconds(40_000) < 25 * max(seconds(4_000), 0.02)
