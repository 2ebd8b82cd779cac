"""Modifiers that are described and not ruled."""

from __future__ import annotations

import pytest

from assistant.rules.described_modifiers import clash, described, place
from tests.assistant.rules.told import scenario


@pytest.mark.parametrize("modifier", ["RT", "GA", "53", "Q1", "ZZ"])
def test_a_description_is_no_verdict(modifier: str) -> None:
    assert described(modifier).allowed is None


def test_a_description_names_its_source() -> None:
    assert described("RT").references
    assert not described("ZZ").references


def test_off_campus_modifiers_belong_on_a_hospitals_bill() -> None:
    for modifier in ("PO", "PN"):
        assert place(modifier, scenario(setting="hospital_outpatient", biller="facility")).allowed is True
        assert place(modifier, scenario(setting="office")).allowed is False
        assert place(modifier, scenario()).allowed is None


@pytest.mark.parametrize(("modifiers", "pair"), [
    (("26", "TC"), ("26", "TC")), (("59", "XS"), ("59", "XS")), (("PO", "PN"), ("PN", "PO")), (("26", "59"), None),
    ((), None),
])  # fmt: skip
def test_contradictions(modifiers: tuple[str, ...], pair: tuple[str, str] | None) -> None:
    assert clash(modifiers) == pair
