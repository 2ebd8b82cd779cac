"""A reply to what was asked back answers it."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.conversation import Conversation

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("question", "asked", "reply", "fact", "value"),
    [
        ("which HDR delivery code", "How many channels are used?", "5", "channels", 5),
        ("how many 77300 for a vmat plan", "How many fields and arcs does the plan have?", "two", "fields", 2),
        ("which isodose code for the implant", "How many sources or channels are used?", "12", "sources", 12),
        ("superficial machine, which code", "At what energy in kV is it given?", "120", "kilovolts", 120),
    ],
)
def test_a_bare_number_is_what_was_asked_for(question: str, asked: str, reply: str, fact: str, value: int) -> None:
    """It counts channels, fields, sources or kilovolts, and no fractions that could be too many."""
    after = Conversation.start(TODAY).hear(question).answered(asked).hear(reply)
    assert (value, None, ()) == (getattr(after.scenario, fact), after.scenario.fractions, after.problems)
