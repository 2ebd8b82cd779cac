"""Refused lines, exchanged modifiers and codes that fall away: read beside their reason, and not without it."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.checking.verify import verify

TODAY = date(2026, 11, 22)
SHUT = "hospital outpatient Medicare Nov 2026, 77301 and 77470 on one date, denied"
DEVICES = "hospital outpatient Medicare Nov 2026, 77332 and 77333 on one date"


def _shown(question: str, text: str) -> bool:
    return verify(text, question, today=TODAY).shown.startswith(text)


@pytest.mark.parametrize(
    "text",
    [
        "The pair has indicator 0, so the denial stands.",
        "An appeal won't help, because the pair has indicator 0.",
        "The denial of 77470 is correct, since the pair has indicator 0.",
    ],
)
def test_a_refusal_stands_on_the_reason_told_beside_it(text: str) -> None:
    """ "The denial stands" repeats what a shut edit comes to."""
    assert _shown(SHUT, text)


@pytest.mark.parametrize(
    "text",
    [
        "The pair has indicator 1, so the denial stands.",
        "The denial of 77301 is correct, since the pair has indicator 0.",
        "The denial stands unless 59 is added, since the pair has indicator 0.",
        "The denial does not stand, since the pair has indicator 0.",
        "The pair has indicator 0, so appeal it.",
    ],
)
def test_a_refusal_stands_on_no_other_reason(text: str) -> None:
    """Another indicator, the code that pays, an exception or an appeal leave the sentence unshown."""
    assert not _shown(SHUT, text)


def test_which_code_of_a_pair_falls_away_is_looked_up() -> None:
    """ "Loses to" names the column-two code, and never the other way round."""
    assert _shown(DEVICES, "77332 loses to 77333 and no modifier opens the edit.")
    assert not _shown(DEVICES, "77333 loses to 77332 and no modifier opens the edit.")


def test_a_modifier_is_exchanged_for_the_right_one_only() -> None:
    """PC gives way to 26; what gives way to PC or TC is not shown."""
    question = "77387-PC of a hospital-based doctor was rejected, Medicare 2026"
    assert _shown(question, "Replace PC with 26.")
    assert not any(_shown(question, text) for text in ("Replace PC with TC.", "Replace 26 with PC."))


def test_who_bills_one_part_carries_its_modifier_only() -> None:
    """TC is the equipment owner's, and who reads bills neither that nor the whole."""
    question = "technical-only entity POS 11, another group reads: 77300 and 77334, Medicare 2026"
    assert _shown(question, "The equipment owner bills 77300-TC.")
    assert not _shown(question, "26 for the owner of the equipment, TC for the reading group.")
    assert not _shown(question, "The reading group bills 77300 globally.")
