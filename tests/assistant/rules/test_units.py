"""Units of a course, against the manual's own examples and formulas written a second time, differently."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.rules.finding import CountError, DateError
from assistant.rules.units import units
from assistant.scenario import Scenario
from tests.assistant.rules.told import part, ruling, scenario


def weeks_managed(fractions: int) -> int:
    """77427 by hand: take away fives, then look at what remains in the hand."""
    made = 0
    while fractions >= 5:
        fractions -= 5
        made += 1
    return made + (1 if fractions in (3, 4) else 0)


def weeks_of_physics(fractions: int) -> int:
    """77336 by hand: one at the fifth, tenth, ... fraction; a course that never reaches five has one."""
    return len([at for at in range(1, fractions + 1) if at % 5 == 0]) or 1


@pytest.mark.parametrize(("fractions", "made"), [(6, 1), (8, 2), (18, 4), (62, 12)])
def test_the_manuals_own_examples(fractions: int, made: int) -> None:
    """Section 70.1 prints these four."""
    assert made == ruling("77427", fractions=fractions).units


def test_eight_fractions_and_two_more_add_nothing() -> None:
    """Section 70.1: a resumed course is recounted on the new total."""
    assert ruling("77427", fractions=8).units == 2
    assert ruling("77427", fractions=10).units == 2


@pytest.mark.parametrize("fractions", range(1, 81))
def test_every_course_up_to_eighty(fractions: int) -> None:
    """All four per-five answers agree with formulas written independently."""
    assert weeks_managed(fractions) == ruling("77427", fractions=fractions).units
    assert weeks_of_physics(fractions) == ruling("77336", setting="freestanding", fractions=fractions).units
    ports = ruling("77417", setting="office", fractions=fractions)
    full, left = fractions // 5, fractions % 5
    assert (full, left) == (ports.settled, ports.leftover)
    assert ports.units == (full or None)


@pytest.mark.parametrize(("fractions", "left"), [(26, 1), (27, 2), (28, 3), (29, 4)])
def test_no_authority_settles_what_physics_and_port_images_leave_over(fractions: int, left: int) -> None:
    """The 3-or-4 rule of 77427 is not carried over to them."""
    for code in ("77336", "77417"):
        said = ruling(code, setting="freestanding", fractions=fractions)
        assert (5, 5, 6, left) == (said.units, said.settled, said.started, said.leftover)
        assert said.basis == "partly_counted"
        assert "no authority settles" in said.why


def test_port_images_of_a_course_under_five_are_not_settled() -> None:
    """The manual speaks of weeks of five fractions and of nothing shorter."""
    said = ruling("77417", setting="freestanding", fractions=4)
    assert (said.units, said.verdict, said.started) == (None, "no_data", 1)


def test_management_is_one_unit_a_date() -> None:
    """Six units are six dates, never 6 on one line."""
    said = ruling("77427", fractions=28)
    assert (said.units, said.per_date, said.dates) == (6, 1, 6)
    assert "one each on 6 dates" in said.why


class TestTheChangeOf2026:
    def test_port_images_the_day_before_of_and_after(self) -> None:
        """Medicare pays them in an office until 2025-12-31 and bundles them from 2026-01-01."""
        assert ruling("77417", "2025-12-31", setting="office", fractions=30).units == 6
        for day in ("2026-01-01", "2026-01-02"):
            said = ruling("77417", day, setting="office", fractions=30)
            assert (said.units, said.basis, said.verdict) == (0, "bundled", "pass")

    def test_a_hospital_packages_them_on_both_sides(self) -> None:
        """Status N in 2025 and in 2026: reported, not paid apart."""
        for day in ("2025-12-31", "2026-01-01"):
            said = ruling("77417", day, setting="hospital_outpatient", fractions=30)
            assert (said.units, said.basis) == (0, "packaged")

    def test_without_a_date_both_sides_are_told(self) -> None:
        """No date of service: one ruling a period, so that an answer can say what held before."""
        said = {(r.period.start.year, r.setting): r.units for r in units("77417", Scenario(fractions=30))}
        assert said[2020, "freestanding"] == 6
        assert said[2026, "freestanding"] == 0
        assert said[2025, "hospital_outpatient"] == 0

    def test_an_ended_code_points_to_its_successors(self) -> None:
        """77386 in 2026 is no unit; see 77407 or 77412."""
        said = ruling("77386", "2026-02-10", fractions=30)
        assert (said.units, said.basis, said.see) == (0, "not_valid", ("77407", "77412"))

    def test_a_freestanding_centre_in_2025_is_sent_to_the_g_code(self) -> None:
        """Status I on a Medicare physician claim."""
        said = ruling("77386", setting="freestanding", fractions=30)
        assert (said.units, said.basis, said.see) == (0, "not_valid", ("G6015",))
        assert ruling("G6015", setting="freestanding", fractions=30).units == 30
        assert ruling("77386", setting="hospital_outpatient", fractions=30).units == 30
        assert ruling("G6015", setting="hospital_outpatient", fractions=30).units == 0

    def test_guidance_is_counted_by_session_from_2026(self) -> None:
        """77387 has no value for Medicare to 2025 and one unit a session after."""
        assert ruling("77387", "2025-12-31", setting="freestanding", fractions=20).units == 0
        assert ruling("77387", "2026-01-01", setting="freestanding", fractions=20).units == 20


class TestACourseThatCrossesAChange:
    crossing = (part(13, "2025-12-01..2025-12-31"), part(15, "2026-01-02..2026-01-30"))

    def test_management_runs_across(self) -> None:
        """The rule is the same on both sides, so the fives are counted through."""
        (said,) = units("77427", scenario(sessions=self.crossing))
        assert said.units == 6

    def test_port_images_are_counted_session_by_session(self) -> None:
        """13 fractions in 2025 make 2 full sets; those of 2026 make nothing."""
        before, after = units("77417", scenario(setting="office", sessions=self.crossing))
        assert (before.units, before.leftover) == (2, 3)
        assert (after.units, after.basis) == (0, "bundled")

    def test_delivery_is_counted_by_the_code_of_each_date(self) -> None:
        """G6015 for the sessions of 2025 and nothing of it in 2026."""
        before, after = units("G6015", scenario(setting="freestanding", sessions=self.crossing))
        assert (before.units, after.units) == (13, 0)

    def test_without_the_parts_the_split_is_asked_for(self) -> None:
        """A total alone cannot be split over a change."""
        before, after = units("77417", scenario("2025-12-01..2026-01-30", setting="office", fractions=28))
        assert (before.units, before.verdict, before.basis) == (None, "no_data", "needs_count")
        assert after.units == 0

    def test_a_part_that_straddles_the_change_is_asked_for(self) -> None:
        """ "18 from December to January" does not say how many fell before."""
        straddling = (part(10, "2025-12-01..2025-12-19"), part(18, "2025-12-22..2026-01-20"))
        before, _ = units("77417", scenario(setting="office", sessions=straddling))
        assert before.units is None


class TestShortAndStereotacticCourses:
    def test_a_course_of_two_has_one_77431_and_no_77427(self) -> None:
        assert ruling("77431", fractions=2).units == 1
        said = ruling("77427", fractions=2)
        assert (said.units, said.see) == (0, ("77431",))

    @pytest.mark.parametrize("fractions", [3, 5, 12, 27])
    def test_77431_never_mops_up_a_longer_course(self, fractions: int) -> None:
        said = ruling("77431", fractions=fractions)
        assert (said.units, said.basis, said.see) == (0, "not_this_course", ("77427",))

    def test_stereotactic_body_treatment_of_five(self) -> None:
        """77373 on five dates, 77435 once, no 77427."""
        delivery = ruling("77373", setting="freestanding", fractions=5, technique="sbrt")
        assert (delivery.units, delivery.per_date, delivery.dates) == (5, 1, 5)
        assert ruling("77435", fractions=5, technique="sbrt").units == 1
        management = ruling("77427", fractions=5, technique="sbrt")
        assert (management.units, management.see) == (0, ("77435",))

    def test_six_fractions_are_no_stereotactic_course(self) -> None:
        """Whatever the plan is called, 77427 and a delivery level then."""
        for code in ("77373", "77435"):
            assert (ruling(code, fractions=6).units, ruling(code, fractions=6).basis) == (0, "not_this_course")
        assert ruling("77427", fractions=6, technique="sbrt").units == 1

    def test_a_single_cranial_session_is_managed_with_77432(self) -> None:
        assert ruling("77432", fractions=1, technique="srs").units == 1
        assert ruling("77427", fractions=1, technique="srs").units == 0


class TestTwoADay:
    def test_sessions_count_one_each_two_on_a_date(self) -> None:
        said = ruling("77412", "2026-03-02", setting="freestanding", fractions=60, schedule="bid", distinct_break=True)
        assert (said.units, said.per_date, said.dates, said.provided) == (60, 2, 30, "")

    def test_an_untold_break_is_said(self) -> None:
        """The number stands under a condition, and the sentence says which."""
        said = ruling("77427", fractions=60, schedule="bid")
        assert said.units == 12
        assert "distinct break" in said.provided
        assert said.provided in said.why

    def test_without_a_break_two_sessions_count_once(self) -> None:
        """60 sessions on 30 days are 30 fractions to section 70.1."""
        assert ruling("77427", fractions=60, schedule="bid", distinct_break=False).units == 6


class TestWhileTheCourseRuns:
    def test_only_full_sets_count_so_far(self) -> None:
        """Leftovers are judged once, when the course ends."""
        said = ruling("77427", fractions=25, fractions_so_far=18)
        assert (said.units, said.leftover, said.basis) == (3, 3, "counted_so_far")

    def test_physics_of_a_short_course_is_due_at_its_end(self) -> None:
        assert ruling("77336", setting="office", fractions=3, course_ended=False).units == 0
        assert ruling("77336", setting="office", fractions=3).units == 1


class TestWhoBills:
    def test_a_physician_bills_no_technical_work_in_a_hospital(self) -> None:
        for code in ("77417", "77336"):
            said = ruling(code, setting="hospital_outpatient", biller="professional", fractions=30)
            assert (said.units, said.basis) == (0, "not_this_biller")

    def test_a_hospital_bills_no_management(self) -> None:
        """Status B of OPPS: not a hospital bill."""
        said = ruling("77427", setting="hospital_outpatient", biller="facility", fractions=30)
        assert (said.units, said.basis) == (0, "not_this_biller")

    def test_a_hospital_reports_stereotactic_management_packaged(self) -> None:
        said = ruling("77435", setting="hospital_outpatient", biller="facility", fractions=5)
        assert (said.units, said.basis) == (0, "packaged")


class TestOtherPayers:
    def test_medicares_rule_does_not_bind_aetna(self) -> None:
        said = ruling("77417", "2026-03-02", payer="aetna", setting="office", fractions=30)
        assert (said.units, said.verdict) == (None, "no_data")
        assert "does not bind Aetna" in said.why

    def test_the_coding_guideline_binds_everybody(self) -> None:
        assert ruling("77427", payer="aetna", fractions=28).units == 6

    def test_medicare_advantage_is_counted_as_medicare_with_a_caution(self) -> None:
        said = ruling("77427", payer="medicare_advantage", fractions=28)
        assert said.units == 6
        assert "contract may differ" in said.why


@pytest.mark.parametrize("code", ["77300", "77334"])
def test_what_fractions_do_not_count_is_asked_for(code: str) -> None:
    """Devices and calculations stand in the record; Medicare's limit of a date is told."""
    said = ruling(code, fractions=28, setting="freestanding")
    assert (said.units, said.basis, said.per_date) == (None, "needs_count", 10)


@pytest.mark.parametrize("impossible", [-3, 0, 27.5, 4000, "many", True])
def test_impossible_counts_are_refused_with_a_way_out(impossible: object) -> None:
    with pytest.raises(CountError, match=r"Give|Say"):
        units("77427", Scenario(fractions=impossible))  # type: ignore[arg-type]


def test_parts_that_exceed_the_course_are_refused() -> None:
    with pytest.raises(CountError, match="Correct one of the two"):
        units("77427", scenario(fractions=10, sessions=(part(11, "2025-05-01"),)))


def test_reversed_dates_are_refused() -> None:
    with pytest.raises(DateError, match="Swap"):
        units("77427", scenario("2026-02-01..2026-01-01", fractions=10))


@given(st.integers(1, 200))
def test_one_more_fraction_never_takes_a_unit_away(fractions: int) -> None:
    """Per-five codes grow with the fractions and never beyond the sets that were started."""
    for code in ("77427", "77417"):
        now, then = (
            ruling(code, setting="freestanding", fractions=n).units or 0 for n in (fractions, min(fractions + 1, 200))
        )
        assert now <= then <= -(-(fractions + 1) // 5)
    physics = ruling("77336", setting="freestanding", fractions=fractions)
    assert (physics.units or 0) <= -(-fractions // 5)


@given(st.lists(st.integers(1, 40), min_size=1, max_size=5))
def test_a_course_makes_the_same_however_it_was_told(parts: list[int]) -> None:
    """In parts or as a total: the ended course is one course."""
    told = tuple(part(n, f"2025-0{at + 1}-01..2025-0{at + 1}-28") for at, n in enumerate(parts))
    for code in ("77427", "77336", "77417"):
        (in_parts,) = units(code, scenario(setting="freestanding", sessions=told))
        assert ruling(code, setting="freestanding", fractions=sum(parts)).units == in_parts.units


def test_a_code_that_begins_inside_the_course_counts_its_own_sessions() -> None:
    """Ten sessions in December and 18 in January: the levels count the 18, never the 28."""
    course = scenario(
        "2025-12-15..2026-01-23", fractions=28, technique="imrt", setting="hospital_outpatient",
        sessions=(part(10, "2025-12-15..2025-12-31"), part(18, "2026-01-01..2026-01-23")),
    )  # fmt: skip
    assert [0, 18] == [one.units for one in units("77407", course)]
