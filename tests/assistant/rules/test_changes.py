"""What changed in the code set, and when."""

from __future__ import annotations

from datetime import date

from assistant.rules.changes import changes_on


def codes_of(changed: tuple[tuple[str, object], ...]) -> set[str]:
    return {code for code, _ in changed}


def test_the_new_code_set_of_2026() -> None:
    """Ended, redefined and new codes of the day, told from any later date."""
    said = changes_on((), date(2026, 3, 1))
    assert said is not None
    assert said.day == date(2026, 1, 1)
    assert codes_of(said.ended) >= {"77014", "77385", "77386", "77401", "G6015"}
    assert codes_of(said.redefined) == {"77387", "77402", "77407", "77412"}
    assert codes_of(said.new) == {"77436", "77437", "77438", "77439"}


def test_the_day_before_and_the_day_itself() -> None:
    before, on_it = changes_on(("77387",), date(2025, 12, 31)), changes_on(("77387",), date(2026, 1, 1))
    assert before is not None
    assert before.day == date(2015, 1, 1)
    assert on_it is not None
    assert on_it.day == date(2026, 1, 1)


def test_a_code_that_never_changed() -> None:
    assert changes_on(("77300",), date(2026, 3, 1)) is None
