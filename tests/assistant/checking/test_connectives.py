"""Words that join sentences and say nothing of billing."""

import pytest

from assistant.checking.connectives import without_connectives


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("By contrast, 77427 is weekly.", "77427 is weekly."),
        ("For the same reason, TC is invalid.", "TC is invalid."),
        ("The pair 77290 and 77285, in contrast, has indicator 0.", "The pair 77290 and 77285 has indicator 0."),
        ("- However, 77427 is weekly.", "- 77427 is weekly."),
        ("In addition, 77300 is billed.", "In addition, 77300 is billed."),
        ("If so, 77300 is billed.", "If so, 77300 is billed."),
        ("In 2026, 77300 is billed.", "In 2026, 77300 is billed."),
        ("77338 is likewise reported once.", "77338 is reported once."),
        ("However", "However"),
    ],
)
def test_only_what_joins_goes(said: str, left: str) -> None:
    """A condition, a date or an addition stays."""
    assert left == without_connectives(said)
