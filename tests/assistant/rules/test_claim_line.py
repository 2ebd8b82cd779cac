"""Rows read into lines."""

from __future__ import annotations

from datetime import date

from assistant.rules.claim_line import ClaimLine, Refused, read_line

ROW = {
    "claim_id": "A", "line": "1", "payer": "Medicare", "setting": "", "pos": "22", "biller": "physician",
    "dos_from": "3/5/2026", "dos_to": "", "code": "77387 ", "modifiers": "26,59", "units": "1",
    "fractions_delivered": "28", "course_ended": "Yes", "schedule": "QD", "prior_units": "",
}  # fmt: skip


def test_a_row_becomes_facts() -> None:
    line = read_line(7, ROW)
    assert isinstance(line, ClaimLine)
    assert (line.number, line.code, line.modifiers) == (7, "77387", ("26", "59"))
    assert (line.start, line.end, line.days) == (date(2026, 3, 5), date(2026, 3, 5), 1)
    assert (line.payer, line.setting, line.biller) == ("medicare", "hospital_outpatient", "professional")
    assert (line.fractions, line.ended, line.schedule, line.prior_units) == (28, True, "qd", 0)
    assert line.missing == ()


def test_setting_and_place_of_service_must_agree() -> None:
    line = read_line(7, ROW | {"setting": "office"})
    assert isinstance(line, ClaimLine)
    assert "correct one" in line.missing[0]
    freestanding = read_line(7, ROW | {"setting": "freestanding", "pos": "11"})
    assert isinstance(freestanding, ClaimLine)
    assert freestanding.missing == ()


def test_a_row_that_is_none() -> None:
    refused = read_line(7, {})
    assert isinstance(refused, Refused)
    assert refused.verdict == "no_data"
