"""The one short question back."""

from __future__ import annotations

import pytest

from assistant.drafting.asks import QUESTIONS, asking_for


@pytest.mark.parametrize("fact", QUESTIONS)
def test_every_fact_can_be_asked_for_alone(fact: str) -> None:
    """One fact makes one question with a capital and a question mark."""
    asked = asking_for((fact,))
    assert asked[0].isupper() and asked.endswith("?") and asked.count("?") == 1


def test_two_facts_make_one_question() -> None:
    """Level 2 or 3 hangs on isocenters and motion management."""
    assert "How many isocenters are treated, and is motion actively managed?" == asking_for(
        ("isocenters", "motion_management")
    )
