"""What the rule book states outright: points, payers' rules, disagreements."""

from __future__ import annotations

from tests.assistant.asked import decided


def test_the_record_is_told_when_it_is_asked_for() -> None:
    """A question on units needs no list of documents."""
    assert decided("77387", "documentation", "2026-06-01").points
    assert () == decided("77387", "units", "2026-06-01", fractions=5).points


def test_where_a_part_of_the_work_belongs_is_told_with_its_modifier() -> None:
    """The reading of port images is part of 77427: who asks for 77417-26 wants to know."""
    told = decided("77417", "modifier", "2026-06-01", modifiers=("26",)).points
    assert any("77427" in point.says for _, point in told)
    assert () == decided("77417", "modifier", "2026-06-01", modifiers=("59",)).points


def test_a_payers_own_rule_is_told_for_that_payer_only() -> None:
    """What one payer says binds nobody else; without a payer, none is told."""
    codes = "77301 77373 77385 77386 77387 77412 77417 77427"
    assert () == decided(codes, "coverage", "2026-06-01").payer_rules
    united = decided(codes, "coverage", "2026-06-01", payer="uhc").payer_rules
    assert ("77373", "authorization") in {(code, rule.matter) for code, rule in united}
    assert {"uhc"} == {rule.payer for _, rule in united}
    assert () == decided(codes, "coverage", "2025-12-31", payer="uhc").payer_rules


def test_who_disagrees_is_told_for_the_day() -> None:
    """Three sources count port images otherwise than the manual did."""
    told = {one.source: one.overruled_by for _, one in decided("77417", "frequency", "2025-06-01").disagreements}
    assert "medpayiq-77417" in told
    assert told["medpayiq-77417"]
