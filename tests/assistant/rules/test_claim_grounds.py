"""Who is taken to bill a line that does not say."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.rules.claim_grounds import inferred_biller

DAY = date(2026, 3, 2)


@pytest.mark.parametrize(("code", "setting", "biller", "modifiers", "expected"), [
    ("77427", "hospital_outpatient", None, (), "professional"),
    ("77412", "hospital_outpatient", None, (), "facility"),
    ("77334", "hospital_outpatient", None, ("26",), "professional"),
    ("77334", "hospital_outpatient", None, (), "facility"),
    ("77412", "hospital_outpatient", "professional", (), "professional"),
    ("77412", "office", None, (), None),
    ("99213", "hospital_outpatient", None, (), None),
])  # fmt: skip
def test_whoever_the_code_or_the_modifier_belongs_to(
    code: str, setting: str, biller: str | None, modifiers: tuple[str, ...], expected: str | None
) -> None:
    assert inferred_biller(code, DAY, setting, biller, modifiers) == expected
