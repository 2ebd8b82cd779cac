"""Modifiers on codes, by component, column, edit and payer, on both sides of their changes."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.rules.modifiers import modifier, modifier_by_period
from assistant.scenario import Scenario
from corpus.rulebook import codes, entry
from tests.assistant.rules.told import scenario

HOSPITAL = {"setting": "hospital_outpatient", "biller": "professional"}


@pytest.mark.parametrize("day", ["2025-12-31", "2026-01-01", "2026-01-02"])
@pytest.mark.parametrize("code", ["77417", "77427", "77402", "77407", "77412", "77336", "77373"])
@pytest.mark.parametrize("part", ["26", "TC"])
def test_what_has_one_part_takes_neither_26_nor_tc(code: str, part: str, day: str) -> None:
    """Technical only, professional only, or bundled: nothing to split, for any payer."""
    for facts in ({}, HOSPITAL, {"payer": "aetna"}):
        assert modifier(code, part, scenario(day, **facts)).allowed is False


class TestImageGuidance:
    def test_it_takes_no_26_before_2026(self) -> None:
        assert modifier("77387", "26", scenario("2025-12-31", **HOSPITAL)).allowed is False

    def test_the_physician_in_a_hospital_needs_26(self) -> None:
        said = modifier("77387", "26", scenario("2026-01-01", **HOSPITAL))
        assert (said.allowed, said.required) == (True, True)
        assert modifier("77387", "none", scenario("2026-01-01", **HOSPITAL)).allowed is False

    def test_in_an_office_nothing_prefers_a_form(self) -> None:
        for form in ("26", "none"):
            said = modifier("77387", form, scenario("2026-01-01", setting="office"))
            assert (said.allowed, said.required) == (True, False)

    def test_tc_is_bundled(self) -> None:
        """The component alone (1) would wrongly allow it; the TC row has status B."""
        assert modifier("77387", "TC", scenario("2026-01-01", setting="office")).allowed is False

    @pytest.mark.parametrize(("day", "allowed"), [("2026-02-28", None), ("2026-03-01", True), ("2026-03-02", True)])
    def test_unitedhealthcare_requires_26_from_march(self, day: str, allowed: bool | None) -> None:
        said = modifier("77387", "26", scenario(day, payer="uhc", setting="office"))
        assert (allowed, bool(allowed)) == (said.allowed, said.required)

    def test_another_payer_is_not_known(self) -> None:
        """Some deny with 26, some without: no_data, never a pass."""
        assert modifier("77387", "26", scenario("2026-04-01", payer="cigna")).allowed is None


def test_a_code_that_splits() -> None:
    """26 in a hospital is the physician's duty; TC there is not his to bill."""
    said = modifier("77334", "26", scenario("2026-03-01", **HOSPITAL))
    assert (said.allowed, said.required) == (True, True)
    assert modifier("77334", "TC", scenario("2026-03-01", **HOSPITAL)).allowed is False
    assert modifier("77334", "TC", scenario("2026-03-01", setting="office")).allowed is True
    assert (
        modifier("77334", "26", scenario("2026-03-01", setting="hospital_outpatient", biller="facility")).allowed
        is False
    )


def test_pc_is_a_trap() -> None:
    """A wrong procedure on the patient, not the professional component."""
    for code in ("77387", "77427", "99213"):
        said = modifier(code, "PC", Scenario())
        assert (said.allowed, said.instead) == (False, "26")


def test_25_belongs_on_a_visit() -> None:
    assert modifier("77427", "25", Scenario()).allowed is False
    assert modifier("99213", "25", Scenario()).allowed is True


@pytest.mark.parametrize(("code", "allowed"), [("77427", False), ("77763", True)])
@pytest.mark.parametrize("form", ["58", "78", "79"])
def test_global_modifiers_go_by_the_global_days(code: str, form: str, allowed: bool) -> None:
    """XXX has no global period; low-dose-rate applications have ninety days."""
    assert modifier(code, form, scenario("2025-03-01")).allowed is allowed


def test_50_goes_by_the_bilateral_column_and_only_where_it_is_held() -> None:
    assert modifier("77334", "50", scenario("2025-12-31")).allowed is False


@pytest.mark.parametrize("form", ["76", "77"])
def test_a_repeat_does_not_lift_an_absolute_limit(form: str) -> None:
    """77417 twice in the same five fractions stays one."""
    assert modifier("77417", form, scenario("2025-05-01")).allowed is False
    assert modifier("77280", form, scenario("2025-05-01")).allowed is None


@pytest.mark.parametrize(("other", "allowed"), [("77301", False), ("77412", None)])
def test_59_stands_or_falls_with_the_pair(other: str, allowed: bool | None) -> None:
    """Indicator 0 is never opened; without an edit there is nothing to open."""
    said = modifier("77417", "59", scenario("2024-08-01", codes=("77417", other)))
    assert said.allowed is allowed


def test_59_opens_an_indicator_1() -> None:
    assert modifier("77334", "59", scenario("2024-08-01", codes=("77334", "77338"))).allowed is True
    assert modifier("77334", "XS", scenario("2024-08-01", codes=("77334", "77338"))).allowed is True
    assert modifier("77334", "59", scenario("2024-08-01")).allowed is None


def test_an_unknown_modifier_is_no_data() -> None:
    assert modifier("77427", "ZZ", Scenario()).allowed is None


def test_a_modifier_on_an_ended_code_is_answered_by_the_end() -> None:
    said = modifier("G6002", "26", scenario("2026-01-01"))
    assert said.allowed is False
    assert "ended on 2025-12-31" in said.why


def test_by_period_tells_both_sides() -> None:
    rulings = modifier_by_period("77387", "26", Scenario(setting="office"))
    assert [ruling.allowed for ruling in rulings] == [False, True]
    assert date(2026, 1, 1) == rulings[1].period.start


@pytest.mark.parametrize("code", codes())
def test_component_and_rows_agree(code: str) -> None:
    """Where a code splits, 26 is allowed in an office; where it does not, nothing is."""
    known = entry(code)
    assert known is not None
    for day in (date(2025, 6, 1), date(2026, 6, 1)):
        component = known.pc_tc_on(day)
        if component is None or known.period_on(day) is None:
            continue
        allowed = modifier(code, "26", Scenario(setting="office").on(day)).allowed
        assert allowed is (component.pc_tc == "1")
