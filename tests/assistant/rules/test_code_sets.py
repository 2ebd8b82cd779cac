"""Code sets beside the levels."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.rules.code_sets import OTHERS, other_code
from assistant.rules.codes import code_on
from corpus.rulebook import entry


@pytest.mark.parametrize("technique", OTHERS)
@pytest.mark.parametrize("day", [date(2025, 12, 31), date(2026, 1, 1)])
def test_only_living_codes_are_named(technique: str, day: date) -> None:
    said = other_code(technique, day)
    assert said.candidates
    assert all(code_on(code, day).valid for code in said.candidates)


def test_every_code_of_the_sets_is_in_the_rule_book() -> None:
    assert all(entry(code) for codes, _ in OTHERS.values() for code in codes)


def test_superficial_treatment_changed_its_codes() -> None:
    assert other_code("superficial", date(2025, 12, 31)).code == "77401"
    assert other_code("superficial", date(2026, 1, 1)).candidates == ("77437", "77438")
