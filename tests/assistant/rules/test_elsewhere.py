"""Where a course of another length or technique is billed."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.rules.elsewhere import elsewhere
from corpus.rulebook import entry


@pytest.mark.parametrize(("code", "day", "technique", "fractions", "codes"), [
    ("77427", date(2026, 3, 2), None, 2, ("77431",)),
    ("77427", date(2026, 3, 2), "sbrt", 2, ("77435",)),
    ("77431", date(2026, 3, 2), None, 12, ("77427",)),
    ("77373", date(2026, 3, 2), None, 6, ("77402", "77407", "77412")),
    ("77435", date(2026, 3, 2), None, 6, ("77427",)),
    ("77336", date(2026, 3, 2), None, 6, ()),
])  # fmt: skip
def test_codes_that_serve_the_course(
    code: str, day: date, technique: str | None, fractions: int, codes: tuple[str, ...]
) -> None:
    known = entry(code)
    assert known is not None
    assert elsewhere(known, day, technique, fractions) == codes
