"""A claim's lines in sentences: verdict first, reasons, what stands; every one of them passes the gate."""

from __future__ import annotations

from itertools import combinations

import pytest

from assistant.rules.claim_line import ToldLine
from corpus.rulebook import codes
from tests.assistant.asked import composed, decided
from tests.assistant.drafting.test_composer import DATES, SETTINGS, faults
from tests.assistant.rules.test_told_claim import line


def claim(lines: str, dos: str | None = "2026-04-14", **facts: object) -> str:
    told = tuple(line(one) for one in lines.split(", "))
    return composed(decided(" ".join(one.code for one in told), "claim", dos, claim=told, payer="medicare", **facts))


def test_the_verdict_and_its_remedy_come_first() -> None:
    """26 comes off 77427; the rest of the claim stands, and on what."""
    text = claim("77427-26 x1, 77387-26 x1", setting="hospital_outpatient", biller="professional")
    assert text.startswith("Not as billed: take 26 off 77427.")
    assert "77387-26 x1 stands." in text
    assert "77427 x1 stands where 5 fractions" in text


def test_a_claim_that_stands_is_said_to_meet_nothing_held() -> None:
    """No promise of payment: nothing we hold speaks against it."""
    assert claim("G6015 x1, 77014 x1", "2025-08-12", setting="freestanding").startswith(
        "Nothing we hold speaks against these lines."
    )


def test_the_same_remedy_and_reason_are_told_once() -> None:
    """Three lines without 26 are one remedy with three codes and one reason."""
    text = claim("77301 x1, 77300 x7, 77338 x1", setting="hospital_outpatient", biller="professional")
    assert text.startswith("Not as billed: append 26 to 77301, 77300 and 77338.")
    assert text.count("the rest is the facility's") == 1


def test_what_cannot_be_judged_is_named() -> None:
    """A visit is no code of ours; two bills are named where nobody said whose bill it is."""
    text = claim("77427 x1, 99213-25 x1", setting="office")
    assert "99213-25 x1 is not judged: 99213 is not in the rule book" in text
    text = claim("77412 x1, 77427 x1", setting="hospital_outpatient")
    assert "The hospital bills 77412, the physician 77427." in text


def test_the_place_is_asked_for_where_it_decides() -> None:
    """77334 beside 77338 without a place: open, and the place is asked for."""
    text = claim("77338 x1, 77334 x1", "2026-10-20")
    assert text.startswith("Not settled: 77334 x1.")
    assert text.endswith("Where was the service given?")


@pytest.mark.parametrize("biller", [None, "professional", "facility"])
def test_claims_are_said_well_in_every_corner(biller: str | None) -> None:
    """A sample of two codes with modifiers and units on every date and in every setting: the gate changes nothing."""
    pairs = list(combinations(codes(), 2))
    found = []
    for number, (one, other) in enumerate(pairs[::71]):
        lines = (ToldLine(one, ("26",), 1), ToldLine(other, (), 1 + number % 3), ToldLine(other, ("TC",), 1))
        dos, setting = DATES[number % len(DATES)], SETTINGS[number % len(SETTINGS)]
        facts = {"payer": ("medicare", "aetna", None)[number % 3], "fractions": (None, 28)[number % 2]}
        found += faults(decided(f"{one} {other}", "claim", dos, claim=lines, setting=setting, biller=biller, **facts))
    assert found == []
