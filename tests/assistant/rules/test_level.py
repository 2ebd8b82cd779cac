"""The delivery code: levels from 2026, code sets of the setting before."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.rules.level import crosswalk, delivery_level
from tests.assistant.rules.told import scenario

FIRST = "2026-01-01"


@pytest.mark.parametrize(("facts", "code"), [
    ({"technique": "electrons"}, "77402"),
    ({"technique": "2d", "isocenters": 1}, "77402"),
    ({"technique": "2d", "isocenters": 1, "motion_management": True}, "77402"),
    ({"technique": "2d", "isocenters": 2}, "77412"),
    ({"technique": "3d", "isocenters": 1, "motion_management": False}, "77407"),
    ({"technique": "imrt", "isocenters": 1, "motion_management": False}, "77407"),
    ({"technique": "imrt", "isocenters": 1, "motion_management": True}, "77412"),
    ({"technique": "imrt", "motion_management": True}, "77412"),
    ({"technique": "imrt", "isocenters": 2}, "77412"),
    ({"technique": "3d", "isocenters": 3, "motion_management": False}, "77412"),
    ({"technique": "mixed"}, "77412"),
    ({"technique": "total_skin_electrons"}, "77412"),
    ({"technique": "sbrt", "fractions": 5}, "77373"),
])  # fmt: skip
@pytest.mark.parametrize("setting", ["office", "freestanding", "hospital_outpatient", None])
def test_the_level_is_the_same_in_every_setting(facts: dict[str, Any], code: str, setting: str | None) -> None:
    said = delivery_level(scenario(FIRST, setting=setting, **facts))
    assert (said.code, said.asks) == (code, ())
    assert said.references


@pytest.mark.parametrize(("facts", "asks", "candidates"), [
    ({}, ("technique", "isocenters", "motion_management"), ("77402", "77407", "77412")),
    ({"technique": "imrt"}, ("isocenters", "motion_management"), ("77407", "77412")),
    ({"technique": "imrt", "isocenters": 1}, ("motion_management",), ("77407", "77412")),
    ({"technique": "3d", "motion_management": False}, ("isocenters",), ("77407", "77412")),
    ({"technique": "2d"}, ("isocenters",), ("77402", "77412")),
])  # fmt: skip
def test_what_is_missing_is_asked_for(
    facts: dict[str, Any], asks: tuple[str, ...], candidates: tuple[str, ...]
) -> None:
    """No level is guessed while another is still possible."""
    said = delivery_level(scenario(FIRST, **facts))
    assert (said.code, said.asks, said.candidates) == (None, asks, candidates)


@pytest.mark.parametrize(("facts", "candidates"), [
    ({"technique": "imrt", "setting": "office"}, ("G6015", "G6016")),
    ({"technique": "imrt", "setting": "hospital_outpatient"}, ("77385", "77386")),
    ({"technique": "imrt", "setting": "office", "payer": "aetna"}, ("77385", "77386")),
    ({"technique": "2d", "setting": "hospital_outpatient"}, ("77402", "77407", "77412")),
])  # fmt: skip
def test_the_day_before_the_levels_the_code_set_goes_by_setting(
    facts: dict[str, Any], candidates: tuple[str, ...]
) -> None:
    assert delivery_level(scenario("2025-12-31", **facts)).candidates == candidates


def test_before_2026_the_setting_is_asked_for() -> None:
    assert delivery_level(scenario("2025-12-31", technique="imrt")).asks == ("setting",)


def test_a_course_of_eight_is_not_stereotactic() -> None:
    said = delivery_level(scenario(FIRST, technique="sbrt", fractions=8))
    assert said.code is None
    assert said.candidates == ("77402", "77407", "77412")


@pytest.mark.parametrize(("technique", "code"), [("superficial", "77437"), ("proton", "77523"), ("hdr", "77771")])
def test_other_techniques_have_codes_of_their_own(technique: str, code: str) -> None:
    assert code in delivery_level(scenario(FIRST, technique=technique)).candidates


def test_an_ended_code_is_carried_over_as_far_as_the_facts_reach() -> None:
    open_ = crosswalk("77386", scenario("2026-02-10", isocenters=1))
    assert (open_.code, open_.asks) == (None, ("motion_management",))
    assert crosswalk("77386", scenario("2026-02-10", isocenters=1, motion_management=False)).code == "77407"
    assert crosswalk("G6015", scenario("2026-02-10", isocenters=2)).code == "77412"
    assert crosswalk("77014", scenario("2026-02-10")).candidates == ("77387",)


def test_a_living_code_has_no_crosswalk() -> None:
    assert crosswalk("77427", scenario("2026-02-10")).candidates == ()
