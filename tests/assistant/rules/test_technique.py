"""Stereotactic techniques: their own codes, and what has no place beside them."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.rules.technique import is_stereotactic, management, taken_in
from corpus.rulebook import entry

DAY = date(2026, 3, 2)


@pytest.mark.parametrize(("technique", "fractions", "codes"), [
    ("sbrt", 5, ("77435",)), ("sbrt", 6, ("77427",)), ("sbrt", None, ("77435",)),
    ("srs", 1, ("77432",)), ("srs", 3, ("77435",)), ("srs", None, ("77432", "77435")),
    ("imrt", 28, ("77427",)), ("imrt", 2, ("77431",)), ("imrt", 3, ("77427",)), (None, None, ("77427", "77431")),
])  # fmt: skip
def test_the_management_code_of_a_course(technique: str | None, fractions: int | None, codes: tuple[str, ...]) -> None:
    assert management(technique, fractions, DAY) == codes


@pytest.mark.parametrize(("code", "see"), [
    ("77427", ("77435",)), ("77431", ("77435",)), ("77387", ("77373",)), ("77412", ("77373",)), ("77407", ("77373",)),
])  # fmt: skip
def test_what_a_stereotactic_course_takes_in(code: str, see: tuple[str, ...]) -> None:
    known = entry(code)
    assert known is not None
    taken = taken_in(known, "sbrt", 5, DAY)
    assert taken is not None
    assert taken.see == see
    assert taken.references
    assert taken_in(known, "sbrt", 6, DAY) is None
    assert taken_in(known, "imrt", 5, DAY) is None


@pytest.mark.parametrize("code", ["77373", "77435", "77336", "77301"])
def test_what_it_leaves_alone(code: str) -> None:
    known = entry(code)
    assert known is not None
    assert taken_in(known, "sbrt", 5, DAY) is None


def test_length_decides_with_the_name() -> None:
    assert [is_stereotactic("sbrt", n) for n in (1, 5, 6)] == [True, True, False]
