"""What of the passages found the composer may quote."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.drafts import _holds_on
from corpus.passage import OPEN_END, Passage

PASSAGE = Passage(
    "p", "s", "t", "m", "h", None, 0, 1, "x", "", (), (), (), (), "payer", 20220101, OPEN_END, "in_force", "ours"
)


@pytest.mark.parametrize(
    ("standing", "until", "day", "quoted"),
    [
        ("in_force", OPEN_END, date(2026, 6, 1), True),
        ("in_force", OPEN_END, date(2021, 12, 31), False),
        ("superseded", 20251231, date(2025, 6, 1), True),
        ("superseded", 20251231, date(2026, 1, 1), False),
        ("superseded", OPEN_END, date(2026, 6, 1), False),
        ("disputed", OPEN_END, date(2026, 6, 1), True),
    ],
)
def test_a_text_is_quoted_for_the_days_it_held(standing: str, until: int, day: date, quoted: bool) -> None:
    """A superseded text is quoted for a date of service it covered, and for no later one."""
    assert quoted is _holds_on(replace(PASSAGE, standing=standing, in_force_to=until), day)
