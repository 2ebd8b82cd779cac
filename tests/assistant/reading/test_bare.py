"""What a question without a verb asks."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.reading.bare import is_about_a_limit, is_about_one_date, told_units
from assistant.reading.facts import read_facts
from assistant.reading.tokens import read_tokens

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        ("77290 w/ 77280, Medicare hospital 5/2026", "pair"),
        ("77336 plus 77370, Medicare office, Mar 2026", "pair"),
        ("77338 beside 77301, Medicare hospital 2026", "pair"),
        ("77435 and 77470 in the same course, Medicare 2026", "pair"),
        ("77295 77300 DOS 3/4/2026", "pair"),
        ("77263 and 77290 different days Medicare 2026", "validity"),
        ("second 77338? Medicare office 2026", "units"),
        ("77437 x2? Medicare 2026", "units"),
        ("77263 again at boost? Medicare 2026", "units"),
        ("77290 twice, supine and prone, Medicare 2026", "units"),
        ("ended after 17 fx instead of 25, June 2026, 77427 x 3 or x 4?", "units"),
        ("77431 for last two fx of the course, Medicare 2026", "definition"),
        ("77401 DOS Dec 2025, two lesions same day Medicare", "units"),
        ("77402 MAI? Medicare 2026", "units"),
        ("77385 DOS 3/4/2026", "validity"),
        ("3/4/26 77385", "validity"),
        ("77336 billed 26 by the doc, Medicare May 2026", "modifier"),
        ("77387, bare or 26? UHC 5/2026", "modifier"),
        ("77014, doctor's claim, Aug 2025", "modifier"),
        ("MPFS status of 77520, 2026", "coverage"),
        ("APC of 77301 in 2026", "coverage"),
        ("OPPS 2026: what do we get for 77790?", "coverage"),
        ("was 77014 still a code in 2025?", "validity"),
    ],
)
def test_what_is_asked_without_a_verb(question: str, intent: str) -> None:
    """Codes and the few words beside them ask for a pair, units, a modifier or a payment; a code alone for validity."""
    assert intent == read_facts(question, TODAY).intent


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("77437 x2 on one date", {"77437": 2}),
        ("two 77387 on the same date", {"77387": 2}),
        ("second 77301 after replan", {"77301": 2}),
        ("14 calcs on one date, 77300", {"": 14}),
        ("77332, five boards", {"": 5}),
        ("77427 x 3 or x 4", {}),
        ("one or two 77427", {}),
        ("DOS 3/4/26 77385", {}),
        ("77427 x 6 weeks", {}),
    ],
)
def test_units_a_question_proposes(question: str, told: dict[str, int]) -> None:
    """The number beside a code is its proposed units; a day of a date, weeks and an open choice are none."""
    assert told == told_units(read_tokens(question, TODAY))


@pytest.mark.parametrize(
    ("question", "one_date", "limit"),
    [
        ("MUE of 77336 hospital", True, True),
        ("four lesions, 77401 units", True, False),
        ("77427 units = 5 on the line", True, True),
        ("77523, 2 units/day?", True, False),
        ("77427 units for a course of protons", False, False),
        ("daily 77387 units", False, False),
    ],
)
def test_questions_about_one_date(question: str, one_date: bool, limit: bool) -> None:
    """A limit, a line or lesions of one day need no length of course; a course does."""
    tokens = read_tokens(question, TODAY)
    assert (one_date, limit) == (is_about_one_date(tokens), is_about_a_limit(tokens))
