"""Whatever is told: every rule answers, and an answer is never more than its evidence."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.rules.finding import RulesError
from assistant.rules.frequency import frequency
from assistant.rules.level import crosswalk, delivery_level
from assistant.rules.modifiers import modifier_by_period
from assistant.rules.pairs import pair
from assistant.rules.status import status_by_period
from assistant.rules.units import units
from assistant.scenario import Period, Scenario
from corpus.rulebook import codes

NOTHING = {"bundled", "packaged", "not_valid", "not_this_biller", "not_this_technique", "not_this_course"}
ANY_CODE = st.sampled_from((*codes(), "77418", "99213", "7741", "XYZ", ""))
ANY_DAY = st.dates(date(2013, 1, 1), date(2028, 1, 1))
ANY_DATES = st.builds(lambda day, length: Period(day, day + timedelta(days=length)), ANY_DAY, st.integers(0, 500))


def maybe(*values: object) -> st.SearchStrategy[object]:
    return st.sampled_from((None, *values))


SCENARIOS = st.builds(
    Scenario,
    payer=maybe("medicare", "medicare_advantage", "medicaid", "uhc", "aetna", "bcbs:tx", "other"),
    setting=maybe("freestanding", "office", "hospital_outpatient", "hospital_inpatient", "asc", "snf"),
    biller=maybe("professional", "facility", "global"),
    dos=st.none() | ANY_DATES,
    fractions=st.none() | st.integers(1, 80),
    fractions_so_far=st.none() | st.integers(0, 80),
    course_ended=maybe(True, False),
    schedule=maybe("qd", "bid", "other"),
    distinct_break=maybe(True, False),
    technique=maybe("2d", "3d", "imrt", "srs", "sbrt", "proton", "electrons", "mixed", "hdr", "superficial", "iort"),
    isocenters=maybe(1, 2),
    motion_management=maybe(True, False),
    codes=st.lists(ANY_CODE, max_size=3).map(tuple),
    modifiers=st.lists(st.sampled_from(["26", "TC", "59"]), max_size=2).map(tuple),
)


def contradicts_itself(scenario: Scenario) -> bool:
    """More fractions given so far than the course has."""
    return scenario.fractions is not None and (scenario.fractions_so_far or 0) > scenario.fractions


@settings(max_examples=400)
@given(ANY_CODE, SCENARIOS)
def test_units_never_pass_without_a_number_and_a_source(code: str, scenario: Scenario) -> None:
    if contradicts_itself(scenario):
        with pytest.raises(RulesError, match="Correct"):
            units(code, scenario)
        return
    rulings = units(code, scenario)
    assert rulings
    for ruling in rulings:
        assert ruling.why
        if ruling.verdict == "no_data":
            assert ruling.units is None
        if ruling.verdict == "pass":
            assert ruling.units is not None
            assert ruling.references
        if ruling.verdict == "not_applicable" or ruling.basis in NOTHING:
            assert ruling.units == 0
        if ruling.units:
            assert ruling.units <= max(scenario.fractions or 0, scenario.fractions_so_far or 0, 1)


@settings(max_examples=300)
@given(ANY_CODE, SCENARIOS)
def test_periods_of_units_leave_no_gap(code: str, scenario: Scenario) -> None:
    """Per setting, the rulings cover the dates told, each day once."""
    if scenario.dos is None or contradicts_itself(scenario):
        return
    rulings = units(code, scenario)
    for setting in {ruling.setting for ruling in rulings if ruling.setting} or {None}:
        own = sorted(ruling.period for ruling in rulings if ruling.setting in (setting, None))
        assert own[0].start == scenario.dos.start
        assert own[-1].end == scenario.dos.end
        assert all(b.start - a.end == timedelta(days=1) for a, b in pairwise(own))


@settings(max_examples=300)
@given(
    ANY_CODE,
    ANY_CODE,
    st.sampled_from(["26", "TC", "PC", "25", "50", "58", "59", "76", "RT", "PO", "none", "ZZ", ""]),
    SCENARIOS,
)
def test_the_other_rules_answer_anything(code: str, other: str, modifier: str, scenario: Scenario) -> None:
    for told in modifier_by_period(code, modifier, scenario):
        assert told.why
        assert not (told.required and told.allowed is not True)
    for status in status_by_period(code, scenario):
        assert status.why
        assert status.references or status.treatment == "no_data" or status.letter == ""
    assert pair(code, other, scenario).why
    assert frequency(code, "session", scenario).why
    level = delivery_level(scenario)
    assert level.why
    assert level.code is None or level.references
    assert crosswalk(code, scenario).why
