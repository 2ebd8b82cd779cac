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


def test_supervision_is_told_of_the_place_that_was_told() -> None:
    """General in the hospital, direct in the office; both where no place was told."""
    hospital = decided("77412", "supervision", "2026-06-01", setting="hospital_outpatient").points
    office = decided("77412", "supervision", "2026-06-01", setting="office").points
    anywhere = decided("77412", "supervision", "2026-06-01").points
    assert any("general supervision" in point.says for _, point in hospital)
    assert not any("office" in point.says for _, point in hospital)
    assert any("direct supervision is required" in point.says for _, point in office)
    assert {*hospital, *office} == set(anywhere)


def test_supervision_without_a_code_is_that_of_delivery() -> None:
    """ "Must the physician be on site" means while the beam is on."""
    assert {"77402", "77407", "77412"} == {code for code, _ in decided("", "supervision", "2026-06-01").points}


def test_a_point_on_one_place_is_told_to_who_asks_about_it() -> None:
    """That a nursing facility may not bill 77427 answers nobody in a hospital."""
    inside = decided("77427", "who_bills", "2026-06-01", setting="snf").points
    outside = decided("77427", "who_bills", "2026-06-01").points
    assert any("skilled nursing facility" in point.says for _, point in inside)
    assert not any("skilled nursing facility" in point.says for _, point in outside)


def test_who_reviews_for_a_payer_is_told_with_its_own_rules() -> None:
    """eviCore is no payer, yet its rule on 77387 is asked for by its name."""
    told = decided("77387", "coverage", "2026-06-01", reviewers=("evicore",)).payer_rules
    assert {"evicore"} == {rule.payer for _, rule in told}
