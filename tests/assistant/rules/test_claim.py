"""Claim lines: one result a row, with the reason class a biller acts on."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import count, islice
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.rules.claim import LineResult, check_file, check_lines
from assistant.rules.claim_line import COLUMNS

WHOLE = {"payer": "medicare", "setting": "office", "fractions_delivered": "28", "course_ended": "yes", "schedule": "qd"}
PHYSICIAN = {"setting": "hospital_outpatient", "biller": "professional"}
HOSPITAL = {"setting": "hospital_outpatient", "biller": "facility"}


def row(code: str, dos: str = "2026-03-02", **cells: str) -> dict[str, str]:
    return {"claim_id": "A", "code": code, "dos_from": dos, "units": "1", **WHOLE, **cells}


def checked(*rows: dict[str, Any]) -> list[LineResult]:
    results = list(check_lines(rows))
    assert len(results) == len(rows)
    return results


def verdict(code: str, dos: str = "2026-03-02", **cells: str) -> tuple[str, str]:
    (result,) = checked(row(code, dos, **cells))
    assert result.why or result.verdict == "pass"
    return result.verdict, result.reason


@pytest.mark.parametrize(("code", "dos", "cells", "expected"), [
    ("77407", "2026-03-02", {}, ("pass", "")),
    ("77427", "2026-03-02", {"prior_units": "5"}, ("pass", "")),
    ("77427", "2026-03-02", {"prior_units": "6"}, ("fail", "units")),
    ("77427", "2026-03-02", {"prior_units": "5", "course_ended": ""}, ("no_data", "missing_fact")),
    ("77427", "2026-03-02", {"prior_units": "5", "course_ended": "no"}, ("fail", "units")),
    ("77427", "2026-03-02", {"fractions_delivered": "27", "prior_units": "5"}, ("fail", "units")),
    ("77427", "2026-03-02", {"fractions_delivered": "8", "prior_units": "1"}, ("pass", "")),
    ("77427", "2026-03-02", {"fractions_delivered": "10", "prior_units": "2"}, ("fail", "units")),
    ("77427", "2026-03-02", {"units": "6"}, ("fail", "mue")),
    ("77427", "2026-03-02", {"fractions_delivered": ""}, ("no_data", "missing_fact")),
    ("77427", "2026-03-02", {"fractions_delivered": "2"}, ("fail", "units")),
    ("77427", "2026-03-02", {"modifiers": "26"}, ("fail", "wrong_component")),
    ("77427", "2026-03-02", HOSPITAL, ("fail", "wrong_biller")),
    ("77336", "2026-03-02", {"prior_units": "4"}, ("pass", "")),
    ("77336", "2026-03-02", {"prior_units": "5"}, ("no_data", "units")),
    ("77336", "2026-03-02", {"prior_units": "6"}, ("fail", "units")),
    ("77336", "2026-03-02", PHYSICIAN, ("fail", "wrong_biller")),
    ("77336", "2026-03-02", {"payer": "aetna"}, ("no_data", "units")),
    ("77417", "2025-12-31", {}, ("pass", "")),
    ("77417", "2026-01-01", {}, ("fail", "bundled")),
    ("77417", "2026-01-02", {}, ("fail", "bundled")),
    ("77417", "2025-12-31", HOSPITAL, ("pass", "packaged")),
    ("77417", "2025-12-31", {"modifiers": "26"}, ("fail", "wrong_component")),
    ("77417", "2025-12-31", {"modifiers": "76"}, ("fail", "invalid_modifier")),
    ("77386", "2025-12-31", HOSPITAL, ("pass", "")),
    ("77386", "2026-01-01", HOSPITAL, ("fail", "invalid_code")),
    ("77386", "2025-12-31", {}, ("fail", "wrong_code_set")),
    ("G6015", "2025-12-31", {}, ("pass", "")),
    ("G6015", "2025-12-31", HOSPITAL, ("fail", "wrong_code_set")),
    ("7741", "2026-03-02", {}, ("fail", "invalid_code")),
    ("99213", "2026-03-02", {}, ("no_data", "missing_fact")),
    ("77387", "2026-03-02", PHYSICIAN, ("fail", "wrong_component")),
    ("77387", "2026-03-02", {**PHYSICIAN, "modifiers": "26"}, ("pass", "")),
    ("77387", "2026-03-02", {"modifiers": "PC"}, ("fail", "invalid_modifier")),
    ("77387", "2026-03-02", {"modifiers": "TC"}, ("fail", "wrong_component")),
    ("77387", "2026-03-02", {"modifiers": "26 TC"}, ("fail", "invalid_modifier")),
    ("77387", "2026-03-02", {"payer": "UnitedHealthcare"}, ("fail", "wrong_component")),
    ("77387", "2026-03-02", {"payer": "UnitedHealthcare", "modifiers": "26"}, ("pass", "")),
    ("77387", "2026-02-27", {"payer": "UnitedHealthcare", "modifiers": "26"}, ("no_data", "invalid_modifier")),
    ("77334", "2026-03-02", {"setting": "hospital_outpatient", "biller": "global"}, ("fail", "wrong_component")),
    ("77300", "2026-03-02", {"units": "11"}, ("fail", "mue")),
    ("77300", "2026-03-02", {"units": "4"}, ("no_data", "missing_fact")),
    ("77300", "2026-03-02", {}, ("pass", "")),
    ("77412", "2026-03-02", {"units": "2"}, ("fail", "units")),
    ("77412", "2026-03-02", {"units": "2", "schedule": "bid"}, ("pass", "")),
    ("77412", "2026-03-02", {"units": "2", "schedule": ""}, ("no_data", "missing_fact")),
    ("77412", "2026-03-02", {"units": "3", "schedule": "bid"}, ("fail", "mue")),
    ("77412", "2026-03-02", {"prior_units": "28"}, ("fail", "units")),
    ("77412", "2026-03-02", {"fractions_delivered": ""}, ("pass", "")),
    ("77373", "2026-03-02", {"fractions_delivered": "5"}, ("pass", "")),
    ("77373", "2026-03-02", {"fractions_delivered": "6"}, ("fail", "units")),
    ("77431", "2026-03-02", {"fractions_delivered": "2"}, ("pass", "")),
    ("77431", "2026-03-02", {"fractions_delivered": "2", "course_ended": ""}, ("no_data", "missing_fact")),
    ("77431", "2026-03-02", {}, ("fail", "units")),
    ("77301", "2026-03-02", {"prior_units": "1"}, ("no_data", "units")),
    ("77435", "2026-03-02", {"fractions_delivered": "5", "prior_units": "1"}, ("fail", "units")),
    ("77412", "2026-03-02", {"payer": ""}, ("no_data", "missing_fact")),
    ("77412", "2026-03-02", {"setting": ""}, ("no_data", "missing_fact")),
    ("77412", "2026-03-02", {"setting": "", "pos": "11"}, ("pass", "")),
    ("77412", "2026-03-02", {"pos": "22"}, ("no_data", "missing_fact")),
    ("77412", "2026-03-02", {"payer": "Martian Mutual"}, ("no_data", "missing_fact")),
    ("77412", "2026-03-02", {"schedule": "whenever"}, ("no_data", "missing_fact")),
    ("77386", "2026-03-02", {"payer": ""}, ("fail", "invalid_code")),
])  # fmt: skip
def test_one_line(code: str, dos: str, cells: dict[str, str], expected: tuple[str, str]) -> None:
    """A failure outranks a doubt, and a missing fact never passes."""
    assert verdict(code, dos, **cells) == expected


@pytest.mark.parametrize("units", ["0", "-1", "1.5", "many", "nan", "inf", "1e99", "100000"])
def test_impossible_units_fail_with_a_way_out(units: str) -> None:
    (result,) = checked(row("77412", units=units))
    assert (result.verdict, result.reason) == ("fail", "units")
    assert "whole number" in result.why


@pytest.mark.parametrize(("cells", "says"), [
    ({"dos_from": "2026-13-01"}, "write it as"),
    ({"dos_from": ""}, "write it as"),
    ({"dos_to": "2026-02-01"}, "Swap"),
    ({"units": ""}, "whole number"),
    ({"code": ""}, "no code"),
    ({"fractions_delivered": "27.5"}, "27 or 28"),
    ({"fractions_delivered": "-3"}, "at least one"),
    ({"fractions_delivered": "4000"}, "cGy"),
    ({"fractions_delivered": "inf"}, "whole number"),
    ({"prior_units": "x"}, "whole number"),
    ({"course_ended": "maybe"}, "yes or no"),
])  # fmt: skip
def test_what_cannot_be_read_is_said_and_never_passes(cells: dict[str, str], says: str) -> None:
    (result,) = checked(row("77412") | cells)
    assert result.verdict != "pass"
    assert says in result.why


class TestLinesOfOneClaim:
    def test_units_of_a_course_add_up_over_lines(self) -> None:
        """The seventh 77427 of 28 fractions fails, whether prior_units moves along or not."""
        standing = [row("77427", f"2026-03-{day:02}", prior_units="5") for day in (2, 9)]
        moving = [row("77427", "2026-03-02", prior_units="5"), row("77427", "2026-03-09", prior_units="6")]
        for lines in (standing, moving):
            assert [result.verdict for result in checked(*lines)] == ["pass", "fail"]

    def test_units_of_a_date_add_up_over_lines(self) -> None:
        lines = [row("77300", units="1") for _ in range(11)]
        assert checked(*lines)[10].reason == "mue"

    def test_the_lower_line_of_a_pair_fails(self) -> None:
        """77301 pays over 77417 in the practitioner table of 2024Q3."""
        port, plan = checked(row("77417", "2024-08-12"), row("77301", "2024-08-12"))
        assert (port.verdict, port.reason) == ("fail", "pair")
        assert plan.verdict == "pass"

    def test_a_pair_needs_one_date(self) -> None:
        port, _ = checked(row("77417", "2024-08-12"), row("77301", "2024-08-13"))
        assert port.verdict == "pass"

    def test_a_modifier_opens_an_indicator_1(self) -> None:
        lines = [row("77338", "2024-08-12"), row("77334", "2024-08-12")]
        assert checked(*lines)[1].reason == "pair"
        assert checked(lines[0], lines[1] | {"modifiers": "XS"})[1].verdict == "pass"

    def test_an_edit_of_another_table_makes_a_doubt(self) -> None:
        """No practitioner table of 2026 is held, but every table held has the edit."""
        plan, single = checked(row("77306"), row("77300"))
        assert plan.verdict == "pass"
        assert (single.verdict, single.reason) == ("fail", "pair")
        port = checked(row("77338"), row("77334"))[1]
        assert (port.verdict, port.reason) == ("no_data", "pair")

    def test_a_failing_line_stands_over_nothing(self) -> None:
        """77386 is no code of 2026, so it denies nothing beside it."""
        assert [result.verdict for result in checked(row("77386"), row("77387"))] == ["fail", "pass"]

    def test_different_billers_are_not_compared(self) -> None:
        lines = [row("77301", "2024-08-12", **HOSPITAL), row("77432", "2024-08-12", **PHYSICIAN)]
        assert all(result.reason != "pair" for result in checked(*lines))

    def test_the_same_line_twice_is_named(self) -> None:
        first, second = checked(row("77334", line="3"), row("77334", line="3"))
        assert (first.verdict, second.verdict) == ("pass", "fail")
        assert "repeats line 2" in second.why

    def test_the_same_service_twice_is_asked_about(self) -> None:
        assert checked(row("77334", line="3"), row("77334", line="4"))[1].verdict == "no_data"
        assert checked(row("77280", line="3"), row("77280", line="4", modifiers="76"))[1].reason != "units"

    def test_lines_without_a_claim_id_stand_alone(self) -> None:
        lines = [row("77427", claim_id="", prior_units="5"), row("77427", claim_id="", prior_units="5")]
        assert [result.verdict for result in checked(*lines)] == ["pass", "pass"]

    def test_another_claim_starts_anew(self) -> None:
        lines = [row("77427", prior_units="5"), row("77427", claim_id="B", prior_units="5")]
        assert [result.verdict for result in checked(*lines)] == ["pass", "pass"]


def test_a_line_over_the_change_is_judged_on_both_sides() -> None:
    assert verdict("77386", "2025-12-30", dos_to="2026-01-02", **HOSPITAL) == ("fail", "invalid_code")


def test_unknown_columns_are_carried() -> None:
    (result,) = checked(row("77407") | {"note": "kept"})
    assert result.row["note"] == "kept"


def test_american_dates_and_free_words_are_understood() -> None:
    assert verdict("77407", "03/02/2026", payer="Medicare Part B", setting="Hospital Outpatient (POS 22)") == (
        "pass",
        "",
    )


FILE = """claim_id,payer,setting,dos_from,code,units,note
A,medicare,office,2026-03-02,77407,1,x
A,medicare,office,2026-03-02,77407,1,x,too,many

A,medicare,office
A,medicare,office,2026-03-03,77386,1,"a, b"
"""


def test_a_malformed_row_is_reported_with_its_line_and_the_rest_is_checked() -> None:
    columns, results = check_file(io.StringIO(FILE))
    found = [(result.row_number, result.verdict, result.reason) for result in results]
    assert columns[-1] == "note"
    assert found == [
        (2, "pass", ""), (3, "no_data", "missing_fact"), (5, "no_data", "missing_fact"), (6, "fail", "invalid_code"),
    ]  # fmt: skip


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_separator_is_found(separator: str) -> None:
    text = "\ufeffCode,Units,dos,payer,setting\n77407,1,2026-03-02,medicare,office\n".replace(",", separator)
    _, results = check_file(io.StringIO(text))
    assert [result.verdict for result in results] == ["pass"]


def test_an_endless_file_is_checked_as_it_comes() -> None:
    """Results come out while rows still come in: memory holds one claim."""

    def endless() -> Iterator[dict[str, str]]:
        for number in count():
            yield row("77407", claim_id=f"C{number // 3}")

    assert len(list(islice(check_lines(endless()), 500))) == 500


def test_a_claim_without_end_is_cut() -> None:
    results = islice(check_lines(row("77407") for _ in count()), 3000)
    assert len(list(results)) == 3000


CELLS = st.one_of(
    st.none(), st.text(max_size=12), st.sampled_from(["1", "77427", "2026-03-02", "medicare", "office", "26"])
)


@given(st.lists(st.dictionaries(st.sampled_from(COLUMNS), CELLS), max_size=6))
def test_nothing_a_file_can_hold_stops_the_check(rows: list[dict[str, Any]]) -> None:
    results = checked(*rows)
    assert {result.verdict for result in results} <= {"pass", "fail", "no_data"}


@pytest.mark.parametrize(
    ("codes", "fails"),
    [
        (("77435", "77427"), "77427"),
        (("77427", "77435"), "77427"),
        (("77373", "77387"), "77387"),
        (("77387", "77373"), "77387"),
    ],
)
def test_of_a_tie_without_direction_only_the_line_that_is_not_paid_fails(codes: tuple[str, str], fails: str) -> None:
    """77427 beside 77435 and 77387 beside 77373, in whichever order they stand."""
    results = checked(*(row(code, fractions_delivered="5") for code in codes))
    assert [fails] == [str(one.row["code"]) for one in results if (one.verdict, one.reason) == ("fail", "pair")]
