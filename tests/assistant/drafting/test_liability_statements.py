"""Who bears a denial by a limit or a pair."""

from __future__ import annotations

from tests.assistant.asked import composed, decided
from tests.assistant.drafting.test_composer import faults


def test_the_provider_bears_a_denial_by_the_limit() -> None:
    """No notice moves it to the patient; then the limit, and whether more can be argued."""
    text = composed(decided("77334", "liability", "2026-10-20", of_a_limit=True, payer="medicare"))
    assert text.startswith("The provider bears a denial by Medicare's limit (MUE): no ABN moves it to the patient")
    assert "10 units on one date" in text
    assert "no appeal lifts it" in composed(decided("77427", "liability", "2026-10-20", of_a_limit=True))


def test_another_payer_is_not_answered_for() -> None:
    """Medicare's rule is not UnitedHealthcare's."""
    assert "not in our sources" in composed(decided("77334", "liability", of_a_limit=True, payer="uhc"))


def test_every_sentence_passes_the_gate() -> None:
    """With and without a code, for a limit and for a pair."""
    cases = [("77336", True, "medicare"), ("", True, None), ("77290 77301", False, None), ("77300", True, "aetna")]
    told = [decided(codes, "liability", of_a_limit=limit, payer=payer) for codes, limit, payer in cases]
    assert [] == [fault for one in told for fault in faults(one)]
