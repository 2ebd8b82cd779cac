"""A statement and its parts: counting words, leads, reasons cut into sentences."""

from __future__ import annotations

import pytest

from assistant.drafting.statements import Statement, both, in_words, many, reason, sentence, sentences_of
from corpus.rulebook import Reference

MANUAL = (Reference(source="cms-manual-13-70-1"),)


@pytest.mark.parametrize(("number", "said"), [(0, "0 units"), (1, "1 unit"), (6, "6 units")])
def test_many_knows_one_from_several(number: int, said: str) -> None:
    """One unit, several units."""
    assert said == many(number, "unit")


@pytest.mark.parametrize(
    ("codes", "said"), [(("77402",), "77402"), (("77402", "77407", "77412"), "77402, 77407 and 77412"), ((), "")]
)
def test_both_joins_as_one_speaks(codes: tuple[str, ...], said: str) -> None:
    """A comma between the first ones, "and" before the last."""
    assert said == both(codes)


@pytest.mark.parametrize(("number", "said"), [(0, "no"), (6, "six"), (12, "twelve"), (13, "13"), (35, "35")])
def test_small_numbers_of_dates_are_words(number: int, said: str) -> None:
    """ "six dates" is never read as six units; beyond twelve a number is easier to read."""
    assert said == in_words(number)


def test_a_sentence_starts_with_a_capital_behind_a_lead_or_without() -> None:
    """The lead brings the capital along."""
    assert "Bill it." == sentence("", "bill it.")
    assert "In the office, bill it." == sentence("in the office", "bill it.")


def test_stops_inside_codes_and_dates_end_nothing() -> None:
    """A reason is cut between sentences only."""
    why = "77427 began on 2020-01-01. See section 70.1 of it. That is all."
    assert ["77427 began on 2020-01-01.", "See section 70.1 of it.", "That is all."] == sentences_of(why)


def test_a_reason_keeps_its_references_in_every_sentence() -> None:
    """Each sentence of a reason can be cited alone."""
    told = list(reason("The code splits. Each part is billed.", "in the office", MANUAL, "77300"))
    assert [
        Statement("In the office, the code splits.", MANUAL, "77300"),
        Statement("Each part is billed.", MANUAL, "77300"),
    ] == told


def test_a_name_keeps_its_capital_behind_a_lead() -> None:
    """Only words that merely open a sentence lose their capital."""
    (told,) = reason("UnitedHealthcare requires 26.", "from 2026-03-01", (), "77387")
    assert "From 2026-03-01, UnitedHealthcare requires 26." == told.text
