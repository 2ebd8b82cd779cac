"""A claim told in a question: every objection with its remedy, and what a line that stands hangs on."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from assistant.rules.claim_line import ToldLine
from assistant.rules.told_claim import JudgedLine, judged
from assistant.scenario import Period, Scenario

TODAY = date(2026, 11, 22)
PHYSICIAN = {"setting": "hospital_outpatient", "biller": "professional"}
HOSPITAL = {"setting": "hospital_outpatient", "biller": "facility"}
OFFICE = {"setting": "freestanding"}


def line(text: str) -> ToldLine:
    """ "77300-26 x9" as the line it is."""
    name, _, units = text.partition(" x")
    code, *modifiers = name.split("-")
    return ToldLine(code, tuple(modifiers), int(units) if units else None)


def claim(lines: str, dos: str, **facts: Any) -> list[JudgedLine]:
    day = date.fromisoformat(dos)
    scenario = Scenario(payer=facts.pop("payer", "medicare"), dos=Period(day, day), **facts)
    return list(judged([line(one) for one in lines.split(", ")], scenario, TODAY))


def remedies(told: list[JudgedLine]) -> list[str]:
    return [" ".join(f"{one.remedy} {one.about}".strip() for one in each.objections) or each.verdict for each in told]


@pytest.mark.parametrize(
    ("lines", "dos", "facts", "expected"),
    [
        ("77427-26 x1, 77387-26 x1", "2026-04-14", PHYSICIAN, ["remove 26", "pass"]),
        ("77412 x1, 77387 x1, 77427 x1", "2026-09-30", HOSPITAL, ["pass", "pass", "physician"]),
        ("77407 x1, 77387-TC x1, 77417 x1", "2026-03-31", OFFICE, ["pass", "drop", "drop"]),
        ("G6015 x1, 77014 x1, 77417 x1", "2025-08-12", OFFICE, ["pass", "pass", "pass"]),
        (
            "77407 x2, 77387 x2, 77336 x2",
            "2026-08-31",
            {**HOSPITAL, "schedule": "bid"},
            ["pass", "pass", "units 1 unit"],
        ),
        ("77407 x5, 77427 x1", "2026-05-04", OFFICE, ["units 2 units", "pass"]),
        ("77336 x1, 77412 x1", "2026-06-09", PHYSICIAN, ["facility", "facility"]),
        ("77301, 77300 x7", "2026-03-09", PHYSICIAN, ["append 26", "append 26"]),
        ("77385 x1, 77336 x1", "2026-05-12", HOSPITAL, ["drop", "pass"]),
        ("77338 x1, 77334 x1", "2026-10-20", HOSPITAL, ["pass", "mark 77338"]),
        ("77338 x1, 77334-59 x1", "2026-10-20", HOSPITAL, ["pass", "pass"]),
        ("77301 x1, 77290-59 x1", "2026-10-20", HOSPITAL, ["pass", "drop"]),
        ("77373 x1, 77387 x1", "2026-05-05", OFFICE, ["pass", "drop"]),
        ("77427 x1, 77431 x1", "2026-05-01", {**OFFICE, "fractions": 25}, ["pass", "drop"]),
        ("77435 x1, 77427 x1", "2026-06-01", {**PHYSICIAN, "technique": "sbrt", "fractions": 5}, ["pass", "drop"]),
    ],
)  # fmt: skip
def test_each_line_has_its_remedy(lines: str, dos: str, facts: dict[str, Any], expected: list[str]) -> None:
    """What comes off, what moves to another bill, which modifier goes or is missing, how many units one date takes."""
    assert expected == remedies(claim(lines, dos, **facts))


def test_a_line_without_its_wrong_modifier_is_judged_on() -> None:
    """77387-TC by the physician's own hospital: TC goes, 26 is missing; 77427-26 hangs on its five fractions."""
    wrong = claim("77338-TC x1, 77427-26 x1", "2026-06-15", **PHYSICIAN)
    assert ["remove TC append 26", "remove 26"] == remedies(wrong)
    assert "5 fractions" in wrong[1].provided


def test_what_no_table_of_the_date_settles_is_open() -> None:
    """The practitioner table of pairs of 2026 is not held: 77263 beside 77301 is neither right nor wrong."""
    told = claim("77301-26, 77263", "2026-11-20", biller="professional", setting="hospital_outpatient")
    assert ["pass", "no_data"] == remedies(told)
    assert "indicator 0" in told[1].doubts[0].why


def test_a_place_that_decides_and_was_not_told_is_named() -> None:
    """77334 beside 77338 fails on a hospital's bill; in an office no table of the date is held."""
    told = claim("77338 x1, 77334 x1", "2026-10-20")
    assert ("hospital_outpatient", "no_data") == (told[1].only, told[1].verdict)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("77407 x28, 77427 x6", ["pass", "pass"]),
        ("77427 x7, 77407 x28", ["course", "pass"]),
        ("77336 x5, 77336 x6", ["pass", "no_data"]),
    ],
)  # fmt: skip
def test_totals_of_a_course_are_held_against_its_fractions(lines: str, expected: list[str]) -> None:
    """28 fractions and no single date: 6 of 77427 are right, 7 too many, a sixth 77336 is settled by nobody."""
    told = judged(
        [line(one) for one in lines.split(", ")], Scenario(payer="medicare", setting="office", fractions=28), TODAY
    )
    assert expected == remedies(list(told))


def test_another_payer_is_not_judged_by_medicares_limits() -> None:
    """Aetna, two 77387 on a date: no limit of Medicare's speaks against it, and nothing settles it."""
    told = claim("77387-26 x2, 77427-26 x1", "2026-04-14", **OFFICE, payer="aetna")
    assert ["no_data", "remove 26"] == remedies(told)
