"""What should be said: each matter asks its rules, for the codes and dates that were told."""

from __future__ import annotations

import pytest

from assistant.rules.finding import CountError
from tests.assistant.asked import decided


def test_only_what_was_asked_is_asked_of_the_rules() -> None:
    """A question on units rules on no modifier, no pair and no payment."""
    decision = decided("77427", "units", "2026-06-01", fractions=28)
    assert [6] == [one.units for one in decision.units]
    assert not (decision.modifiers or decision.pairs or decision.statuses or decision.billers or decision.changes)


def test_a_question_without_a_code_rules_on_the_level() -> None:
    """3-D with one isocenter and active motion management: level 3, 77412."""
    facts = {"technique": "3d", "isocenters": 1, "motion_management": True}
    decision = decided("", "which_code", "2026-06-01", **facts)
    assert decision.level is not None and "77412" == decision.level.code


def test_an_ended_code_leads_to_its_successors_and_asks() -> None:
    """77386 on 2026-02-10: 77407 or 77412, by isocenters and motion management."""
    decision = decided("77386", "validity", "2026-02-10")
    assert decision.level is not None
    assert ("77407", "77412") == decision.level.candidates
    assert ("isocenters", "motion_management") == decision.asks


def test_a_number_of_an_ended_code_asks_for_no_level() -> None:
    """Who counts 77386 gets the codes to look at; two more questions would not give the number."""
    assert () == decided("77386", "units", "2026-02-10", fractions=28).asks


def test_units_without_fractions_ask_for_them() -> None:
    """A number is wanted and the count is missing; a plan needs no count."""
    assert ("fractions",) == decided("77427", "units", "2026-06-01").asks
    assert () == decided("77301", "units", "2026-06-01").asks
    assert () == decided("77427", "frequency", "2026-06-01").asks


def test_delivery_by_name_keeps_only_the_level_that_fits() -> None:
    """All three levels were named by "delivery"; one isocenter of IMRT leaves 77407."""
    facts = {"technique": "imrt", "isocenters": 1, "motion_management": False, "fractions": 20}
    decision = decided("77402 77407 77412 77427", "units", "2026-06-01", **facts)
    assert {"77407", "77427"} == {one.code for one in decision.units}


def test_a_comparison_chooses_no_level() -> None:
    """ "77407 or 77412, what is the difference" wants both."""
    assert decided("77402 77407 77412", "comparison", "2026-06-01").level is None


@pytest.mark.parametrize("fractions", [-3, 0, 4000])
def test_facts_that_cannot_be_are_refused(fractions: int) -> None:
    """No course has so many fractions, or so few."""
    with pytest.raises(CountError):
        decided("77427", "units", fractions=fractions)


def test_changes_are_those_at_the_first_day_told() -> None:
    """January 1, 2026 is the date of most of them."""
    changes = decided("77014 77387", "what_changed", "2026-01-01").changes
    assert changes is not None
    assert "77014" in {code for code, _ in changes.ended}


def test_the_day_of_an_answer_is_the_last_one_told() -> None:
    """A course from December to January is answered as of January."""
    assert "2026-01-31" == decided("77427", "validity", "2025-12-01..2026-01-31").day.isoformat()
    assert "2026-11-22" == decided("77427", "validity").day.isoformat()


def test_two_levels_by_name_are_decided_by_the_case() -> None:
    """ "VMAT delivery units" means one level: which one the isocenters and the motion decide."""
    told = {"technique": "imrt", "isocenters": 1, "motion_management": False, "fractions": 28}
    decided_on = decided("77407 77412", "units", "2026-03-02", **told)
    assert ["77407"] == [ruling.code for ruling in decided_on.units]
    assert decided_on.level is not None and decided_on.level.code == "77407"
    assert decided("77407 77412", "supervision", "2026-03-02", **told).level is None


def test_a_reviewer_of_levels_is_heard_where_no_code_is_named() -> None:
    """ "Gated breast, eviCore": what eviCore asks of level 3 belongs to the open level."""
    told = decided("", "which_code", "2026-06-01", motion_management=True, reviewers=("evicore",))
    assert {"77412"} == {code for code, rule in told.payer_rules if rule.matter == "level"}
    assert () == decided("", "which_code", "2026-06-01", motion_management=True).payer_rules


@pytest.mark.parametrize(
    ("codes", "told", "letters"),
    [
        ("77417 77427", {"setting": "hospital_outpatient"}, {"N"}),
        ("77417 77412", {"setting": "office"}, {"B"}),
        ("77338 77334", {"setting": "hospital_outpatient"}, set()),  # its table settles it
    ],
)
def test_where_no_table_settles_a_pair_the_status_of_its_codes_is_told(
    codes: str, told: dict[str, str], letters: set[str]
) -> None:
    """Port images beside management or delivery: no edit, and still not paid."""
    decision = decided(codes, "pair", "2026-10-15", **told)
    assert letters == {one.letter for one in decision.statuses if one.code == "77417"}
    assert bool(letters) == bool(decision.statuses)


@pytest.mark.parametrize(("inner", "outer"), [("77290", "77301"), ("77280", "77301"), ("77300", "77771")])
def test_of_a_code_inside_another_no_status_of_its_own_is_told(inner: str, outer: str) -> None:
    """ "Can 77290 be billed, 77301 comes two weeks later": it is inside on whatever date."""
    decision = decided(f"{inner} {outer}", "coverage", "2026-06-01")
    ((_, inside),) = decision.pairs
    assert f"{inner} is inside {outer}" in inside.why
    assert () == decision.statuses
    assert decided("77301 77336", "coverage", "2026-06-01").statuses
