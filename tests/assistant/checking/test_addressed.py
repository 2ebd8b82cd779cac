"""Whom a sentence is addressed to."""

import pytest

from assistant.checking.addressed import without_address


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Hi Karen, 77427 is 6 units.", "77427 is 6 units."),
        ("Hello, no modifier on 77295.", "no modifier on 77295."),
        ("Good morning Dr. Smith - bill 77427.", "bill 77427."),
        ("Olga, 77336 takes no modifier.", "77336 takes no modifier."),
        ("Sam - six units.", "six units."),
        ("Hey, thanks for asking.", "Hey, thanks for asking."),
        ("Formerly, 77014 was billed.", "Formerly, 77014 was billed."),
        ("Medicare, however, pays no unit.", "Medicare, however, pays no unit."),
        ("Two, because 77336 counts fives.", "Two, because 77336 counts fives."),
        ("77300 goes by field, Kim.", "77300 goes by field."),
        ("77300 goes by field, per NCCI.", "77300 goes by field, per NCCI."),
        ("Karen bills 77427.", "Karen bills 77427."),
    ],
)
def test_only_a_greeting_or_a_name_goes(said: str, left: str) -> None:
    """A word that tells a time, a number or a payer stays, and so does a mere courtesy."""
    assert left == without_address(said)
