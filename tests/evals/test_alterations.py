"""Right sentences altered by one word or number."""

from evals.gate.alterations import altered, still_shown
from evals.gate.labelled import Labelled


def test_one_thing_changes_at_a_time() -> None:
    """Codes, figures, numbers in words, and words that turn a sentence."""
    made = list(altered("Bill 77427 once per five fractions, 6 units."))
    assert "Bill 77431 once per five fractions, 6 units." in made
    assert "Bill 77427 once per five fractions, 7 units." in made
    assert "Bill 77427 once per six fractions, 6 units." in made
    assert "Bill 77427 twice per five fractions, 6 units." in made


def test_only_what_is_still_shown_is_listed() -> None:
    """29 fractions make six units as well, seven units are wrong."""
    said = "28 fractions make 6 units of 77427."
    one = Labelled("Medicare 2026, how many units of 77427?", {}, said, ((said, "right"),))
    assert "29 fractions make 6 units of 77427." in [now for now, _ in still_shown(one)]
    assert "28 fractions make 7 units of 77427." not in [now for now, _ in still_shown(one)]
