"""Claim lines read out of a question: what lists a claim, and what asks about codes in another way."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.reading.claims import claim_lines, denied_line
from assistant.reading.tokens import read_tokens
from assistant.rules.claim_line import ToldLine

TODAY = date(2026, 11, 22)


def lines(question: str) -> tuple[str, ...]:
    return tuple(written(one) for one in claim_lines(read_tokens(question, TODAY)))


def written(line: ToldLine) -> str:
    units = f" x{line.units}" if line.units is not None else ""
    day = f" {line.day}" if line.day else ""
    return "-".join((line.code, *line.modifiers)) + units + day


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("POS 22, DOS 4/14/2026: 77427-26 x1, 77387-26 x1. OK?", ("77427-26 x1", "77387-26 x1")),
        ("Medicare office 5/4/26: 77407 x5 one line same date, 77427 x1. ok?", ("77407 x5", "77427 x1")),
        ("charges for 2/17/2026: 77263 x1; 77290 x1; 77334 x2", ("77263 x1", "77290 x1", "77334 x2")),
        ("claim:\n77295 x1\n77300 x5", ("77295 x1", "77300 x5")),
        ("2 x 77334, 1 x 77280, 4 units 77300 office ok?", ("77334 x2", "77280 x1", "77300 x4")),
        ("77436 x1, 77437 x2 (two lesions), 77280 x1. Medicare", ("77436 x1", "77437 x2", "77280 x1")),
        ("billed Medicare 3/2026: G6001 + 77439 + 77437, SRT", ("G6001", "77439", "77437")),
        ("pro claim, one date: 77301-26, 77300-26 x9, 77263. Problem?", ("77301-26", "77300-26 x9", "77263")),
        ("UB: 77770 x1, 77316 x1, 57156. clean?", ("77770 x1", "77316 x1", "57156")),
        (
            "5/4/26 77407 x1, 77387 x1; 5/5/26 77427 x1 ok",
            ("77407 x1 2026-05-04", "77387 x1 2026-05-04", "77427 x1 2026-05-05"),
        ),
    ],
)  # fmt: skip
def test_lines_are_read_with_modifiers_units_and_dates(question: str, told: tuple[str, ...]) -> None:
    """Codes in a row with units, or with a word that they were billed, are the lines of a claim."""
    assert told == lines(question)


@pytest.mark.parametrize(
    "question",
    [
        "can we bill 77334 x4 with 77338 x1",
        "77301, 77300 and 77338: which of these take 26?",
        "77407 + 77387 same day, allowed?",
        "77402 / 77407 / 77412 claim hospital, VMAT?",
        "77427 x6, 77336 x5 or x6 for 28 fx?",
        "We billed 77301 and 77338. How many 77300 can we add?",
        "What is the MUE of 77300 x10 and 77334 x10?",
        "77427 x5 on one line for the 25 fx course?",
        "77386 or 77407 x25 in 2026?",
        "What are 77301, 77300, 77338?",
    ],
)
def test_other_questions_list_no_claim(question: str) -> None:
    """A pair, a choice, a number or a meaning is asked for: nothing is judged line by line."""
    assert () == lines(question)


def test_a_denied_line_is_one_code_that_was_billed() -> None:
    """Billed and denied, one code: a line; a limit that is asked about, or two codes, is none."""
    assert (ToldLine("77412"),) == denied_line(read_tokens("denial: POS 22, physician billed 77412, 6/9/2025", TODAY))
    assert () == denied_line(read_tokens("billed 11 of 77300, MUE denial, appeal?", TODAY))
    assert () == denied_line(read_tokens("billed 77412 and 77387, denied", TODAY))


@pytest.mark.parametrize(
    ("question", "listed"),
    [
        ("claim: 77412 x1 + 77387-26 x1 + 77427 x1. Hospital also billed 77412. ok?", 3),
        ("ub04: 77407, 77387, 77427, 77336 all DOS 4/10/26 - scrubber flagged 77427. who is right", 4),
        ("claim 77407 x1, 77427 x1, 77417 x1. The 77417 denied. who is right?", 3),
        ("claim: 77412 x1 + 77427 x1 + 77412 x1", 3),
    ],
)
def test_a_remark_behind_the_list_adds_no_line(question: str, listed: int) -> None:
    """A code that a later sentence names again is told of, and not billed once more."""
    assert listed == len(lines(question))
