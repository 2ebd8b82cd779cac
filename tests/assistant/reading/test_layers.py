"""The layers below facts, each on its own: characters, codes, modifiers, numbers, dates, services, values."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.text import normalise
from assistant.reading.tokens import read_tokens
from assistant.reading.values import read_values
from assistant.scenario import Period

TODAY = date(2026, 11, 22)


def days(written: str) -> Period:
    """A period as `a..b` or one ISO day."""
    first, _, last = written.partition("..")
    return Period(date.fromisoformat(first), date.fromisoformat(last or first))


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("77417–26", "77417-26"),
        ("77417‑26", "77417-26"),
        ("77417−26", "77417-26"),
        ("77\u200b417", "77417"),
        ("77\u00ad417", "77417"),
        ("\u202e77417\u202c", "77417"),
        ("７７４１７", "77417"),
        ("٧٧٤١٧", "77417"),
        ("28\u00a0fx", "28 fx"),
        ("28\u2009fx", "28 fx"),
        ("“77417”", '"77417"'),
        ("doesn’t", "doesn't"),
        ("77412 × 2", "77412 x 2"),
        ("27½ fx", "27.5 fx"),
        ("77417¹", "77417^1"),
        ("МRN", "MRN"),
        ("ﬁlm", "film"),
        ("a\r\nb", "a\n\nb"),
        ("a\x00b", "ab"),
    ],
)
def test_characters_are_brought_to_one_form(written: str, plain: str) -> None:
    """Every typographic way of writing a character is read as its plain one."""
    assert plain == normalise(written).plain


@given(st.text(max_size=200))
def test_every_character_knows_where_it_came_from(written: str) -> None:
    """Spans lead back into the original, in order, and the three views stay as long as each other."""
    text = normalise(written)
    assert len(text.plain) == len(text.lower) == len(text.offsets)
    assert list(text.offsets) == sorted(text.offsets)
    start, end = text.span(0, len(text.plain))
    assert 0 <= start <= end <= len(written)


def test_span_covers_the_original_characters() -> None:
    """A code with an invisible character inside is pointed at as it was written."""
    written = "bill 77\u200b417 now"
    text = normalise(written)
    code = read_tokens(text, TODAY).codes[0]
    start, end = text.span(code.start, code.end)
    assert "77\u200b417" == written[start:end]


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("77417", "77417"),
        ("CPT 77417", "77417"),
        ("CPT77417", "77417"),
        ("#77417", "77417"),
        ("77417x6", "77417"),
        ("77417s", "77417"),
        ("(77417)", "77417"),
        ("77417.", "77417"),
        ("g6015", "G6015"),
        ("77385/77386", "77385 77386"),
        ("77385/6", "77385 77386"),
        ("77385-6", "77385 77386"),
        ("77385-86", "77385 77386"),
        ("77385 / 77386", "77385 77386"),
        ("G6015/G6016", "G6015 G6016"),
        ("G6015/6", "G6015 G6016"),
        ("G6015 or G6016", "G6015 G6016"),
        ("77402, 77407 and 77412", "77402 77407 77412"),
        ("77402, 07 and 12", "77402 77407 77412"),
        ("77402/07/12", "77402 77407 77412"),
        ("77402-77412", "77402 77407 77412"),
        ("77261-77263", "77261 77262 77263"),
        ("77261 to 77263", "77261 77262 77263"),
        ("77261-63", "77261 77263"),
        ("77417-26", "77417"),
        ("77387-26-59", "77387"),
        ("$77417", ""),
        ("77,417 dollars", ""),
        ("77417.50", ""),
        ("85001 ZIP", ""),
        ("20000 characters", ""),
        ("code 20000", "20000"),
        ("99213", "99213"),
        ("77427, 28 fractions", "77427"),
        ("77427/28 fx", "77427"),
        ("77336 x 5", "77336"),
    ],
)
def test_codes_are_read(written: str, codes: str) -> None:
    """Codes, series and ranges are spelt out; numbers that are no codes are left alone."""
    found = [one.code for one in read_tokens(written, TODAY).codes]
    assert codes.split() == found


@pytest.mark.parametrize(
    ("written", "standing"),
    [
        ("77417", "known"),
        ("77418", "ended"),
        ("77147", "unknown"),
        ("7741", "unknown"),
        ("774170", "unknown"),
        ("G601", "unknown"),
        ("G6018", "unknown"),
        ("7 7 4 1 7", "suspicious"),
        ("77 417", "suspicious"),
        ("774l7", "suspicious"),
        ("G6O15", "suspicious"),
        ("99213", "other_field"),
        ("77067", "other_field"),
    ],
)
def test_near_misses_are_told_from_codes(written: str, standing: str) -> None:
    """A near miss keeps what was written and says that it is none of ours."""
    (only,) = read_tokens(written, TODAY).codes
    assert (standing, written.upper()) == (only.standing, only.code)


@pytest.mark.parametrize("written", ["7740 cGy", "7700 cGy in 35", "in 7700 patients"])
def test_doses_are_no_near_misses(written: str) -> None:
    """Four digits before a dose unit are no code."""
    assert () == read_tokens(written, TODAY).codes


@pytest.mark.parametrize(
    ("written", "modifiers"),
    [
        ("77417-26", [("26", "77417")]),
        ("77387-26-59", [("26", "77387"), ("59", "77387")]),
        ("77014-TC", [("TC", "77014")]),
        ("77387 26?", [("26", "77387")]),
        ("77387 TC", [("TC", "77387")]),
        ("77427 26 fx", []),
        ("77427 26 fractions", []),
        ("77336 - 27 fx", []),
        ("modifier 26", [("26", None)]),
        ("modifiers 26 and TC", [("26", None), ("TC", None)]),
        ("mod -59", [("59", None)]),
        ("the 26 modifier", [("26", None)]),
        ("append 26", [("26", None)]),
        ("add a 59", [("59", None)]),
        ("with 26 fractions", []),
        ("use 26 fx", []),
        ("26/TC", [("26", None), ("TC", None)]),
        ("CT simulation", []),
        ("6 RT sessions", []),
        ("modifier XE or XS", [("XE", None), ("XS", None)]),
    ],
)
def test_modifiers_are_read(written: str, modifiers: list[tuple[str, str | None]]) -> None:
    """Modifiers behind a code, beside the word and after a verb; counts are none."""
    found = [(one.modifier, one.code) for one in read_tokens(written, TODAY).modifiers]
    assert modifiers == found


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        ("28 fx", [(28, "fraction")]),
        ("28fx", [(28, "fraction")]),
        ("twenty-eight fractions", [(28, "fraction")]),
        ("a dozen treatments", [(12, "fraction")]),
        ("half a dozen units", [(6, "unit")]),
        ("two dozen fx", [(24, "fraction")]),
        ("one hundred units", [(100, "unit")]),
        ("x6", [(6, None)]),
        ("6x", [(6, None)]),
        ("(6)", [(6, None)]),
        ("6 u", [(6, "unit")]),
        ("6u", [(6, "unit")]),
        ("28/28", [(28, None), (28, None)]),
        ("28-30 fractions", [(28, "fraction"), (30, "fraction")]),
        ("-3 fractions", [(-3, "fraction")]),
        ("minus 3 fractions", [(-3, "fraction")]),
        ("27.5 fx", [(27.5, "fraction")]),
        (".5 units", [(0.5, "unit")]),
        ("1,234 patients", [(1234, "patient")]),
        ("28 daily IMRT fractions", [(28, "fraction")]),
        ("50.4 Gy", [(50.4, "gy")]),
        ("5 weeks", [(5, "week")]),
        ("POS 22", []),
        ("level 2", []),
        ("3D plan", []),
        ("UB-04", []),
        ("C79.51", []),
        ("77427", []),
        ("3/4/2026", []),
        ("80%", [(80, "percent")]),
        ("$15", [(15, "dollar")]),
    ],
)
def test_numbers_are_read(written: str, numbers: list[tuple[float, str | None]]) -> None:
    """Counts with what they count; digits of codes, dates and places are claimed elsewhere."""
    found = [(one.value, one.noun) for one in read_tokens(written, TODAY).numbers]
    assert numbers == found


@pytest.mark.parametrize(
    ("written", "role", "period"),
    [
        ("3/4/26", "on", "2026-03-04"),
        ("03/04/2026", "on", "2026-03-04"),
        ("2026-02-10", "on", "2026-02-10"),
        ("20260210", "on", "2026-02-10"),
        ("Feb 10 2026", "on", "2026-02-10"),
        ("Feb. 10th, 2026", "on", "2026-02-10"),
        ("10 Feb 2026", "on", "2026-02-10"),
        ("10-Feb-2026", "on", "2026-02-10"),
        ("2026-03", "on", "2026-03-01..2026-03-31"),
        ("3/2026", "on", "2026-03-01..2026-03-31"),
        ("last March", "on", "2026-03-01..2026-03-31"),
        ("last December", "on", "2025-12-01..2025-12-31"),
        ("in 2025", "on", "2025-01-01..2025-12-31"),
        ("CY2025", "on", "2025-01-01..2025-12-31"),
        ("Q1 2026", "on", "2026-01-01..2026-03-31"),
        ("1Q26", "on", "2026-01-01..2026-03-31"),
        ("first quarter of 2026", "on", "2026-01-01..2026-03-31"),
        ("March-April 2026", "on", "2026-03-01..2026-04-30"),
        ("March – April 2026", "on", "2026-03-01..2026-04-30"),
        ("Dec-Jan 2026", "on", "2025-12-01..2026-01-31"),
        ("March 3-28, 2026", "on", "2026-03-03..2026-03-28"),
        ("3/2-4/10/26", "on", "2026-03-02..2026-04-10"),
        ("12/15/25 - 1/20/26", "on", "2025-12-15..2026-01-20"),
        ("2024 and 2025", "on", "2024-01-01..2025-12-31"),
        ("before 2026", "before", "0001-01-01..2025-12-31"),
        ("prior to 1/1/2026", "before", "0001-01-01..2025-12-31"),
        ("pre-2026", "before", "0001-01-01..2025-12-31"),
        ("until 2026", "before", "0001-01-01..2025-12-31"),
        ("until 12/31/2025", "before", "0001-01-01..2025-12-31"),
        ("through 12/31/25", "through", "0001-01-01..2025-12-31"),
        ("since January 1, 2026", "since", "2026-01-01..9999-12-31"),
        ("from 2026", "since", "2026-01-01..9999-12-31"),
        ("after 2025", "since", "2026-01-01..9999-12-31"),
        ("2026 onwards", "since", "2026-01-01..9999-12-31"),
        ("2025 and earlier", "before", "0001-01-01..2025-12-31"),
        ("as of 2024", "since", "2024-01-01..2024-12-31"),
        ("this year", "on", "2026-01-01..2026-12-31"),
        ("next month", "on", "2026-12-01..2026-12-31"),
        ("last week", "on", "2026-11-09..2026-11-15"),
        ("yesterday", "on", "2026-11-21"),
        ("finished May 2025", "finished", "2025-05-01..2025-05-31"),
        ("completed treatment on 3/14/2026", "finished", "2026-03-14"),
        ("started Dec 8 2025", "started", "2025-12-08"),
    ],
)
def test_dates_are_read(written: str, role: str, period: str) -> None:
    """Dates and periods in every way of writing, with what is said about them."""
    (only,) = read_tokens(written, TODAY).dates
    assert (role, days(period)) == (only.role, only.period)


@pytest.mark.parametrize("written", ["2/30/2026", "13/45/2026", "2026-13-01", "4/10/26 to 3/2/26", "13/2026"])
def test_impossible_dates_are_reported(written: str) -> None:
    """A date that cannot be has no period and says why."""
    (only,) = read_tokens(written, TODAY).dates
    assert only.period is None
    assert only.problem


@pytest.mark.parametrize(
    "written",
    ["28/28", "may I bill", "you may bill", "section 70.3", "1.8", "28 of 30", "6x", "2000 fractions"],
)
def test_no_date_where_there_is_none(written: str) -> None:
    """Counts, sections and the verb "may" are no dates."""
    assert () == read_tokens(written, TODAY).dates


@pytest.mark.parametrize(
    ("written", "dos", "setting", "codes"),
    [
        ("port films", "2026-03-01", None, "77417"),
        ("OTV", "2026-03-01", None, "77427"),
        ("IMRT delivery", "2025-03-01", "hospital_outpatient", "77385 77386"),
        ("IMRT delivery", "2025-03-01", "freestanding", "G6015 G6016"),
        ("IMRT delivery", "2026-03-01", "freestanding", "77407 77412"),
        ("IMRT delivery", "2025-12-01..2026-01-31", "office", "G6015 G6016 77407 77412"),
        ("daily cone beam CT", "2025-03-01", "office", "77014"),
        ("daily cone beam CT", "2026-03-01", None, "77387"),
        ("special physics consult", "2026-03-01", None, "77370"),
        ("delivery level 2", "2026-03-01", None, "77407"),
    ],
)
def test_names_of_services_mean_codes_of_their_date(written: str, dos: str, setting: str | None, codes: str) -> None:
    """A service name stands for other codes before and after January 1, 2026, and by setting."""
    (only,) = read_tokens(written, TODAY).services
    assert tuple(codes.split()) == only.codes(days(dos), setting, TODAY)


@pytest.mark.parametrize(
    ("key", "given_value", "understood"),
    [
        ("payer", "medicare", "medicare"),
        ("payer", "UnitedHealthcare", "uhc"),
        ("payer", "BCBS TX", "bcbs:tx"),
        ("payer", "bcbs:nc", "bcbs:nc"),
        ("payer", "MA", "medicare_advantage"),
        ("setting", "hospital outpatient (POS 22)", "hospital_outpatient"),
        ("setting", "22", "hospital_outpatient"),
        ("setting", "Free-standing", "freestanding"),
        ("biller", "Pro", "professional"),
        ("biller", "hospital", "facility"),
        ("schedule", "QD", "qd"),
        ("schedule", "twice daily", "bid"),
        ("date_of_service", "2026-03-04", days("2026-03-04")),
        ("date_of_service", "2026-03", days("2026-03-01..2026-03-31")),
        ("date_of_service", "2026", days("2026-01-01..2026-12-31")),
        ("date_of_service", "2025-12..2026-01", days("2025-12-01..2026-01-31")),
        ("date_of_service", 2025, days("2025-01-01..2025-12-31")),
        ("date_of_service", "3/4/26", days("2026-03-04")),
        ("fractions", 28, 28),
        ("fractions", "28 fx", 28),
        ("course_ended", "yes", True),
        ("course_ended", False, False),
        ("motion_management", "DIBH", True),
        ("isocenters", "2", 2),
        ("technique", "VMAT", "imrt"),
        ("locality", "Phoenix", "Phoenix"),
    ],
)
def test_values_of_other_programs_are_understood(key: str, given_value: Any, understood: Any) -> None:
    """Contract words and free text both arrive as the contract's own values."""
    values = read_values(TODAY, **{key: given_value})
    assert ({"dos" if key == "date_of_service" else key: understood}, ()) == (values.known, values.problems)


@pytest.mark.parametrize(
    ("key", "given_value"),
    [
        ("payer", "xyzzy"),
        ("fractions", 27.5),
        ("fractions", -3),
        ("fractions", True),
        ("date_of_service", "2026-02-30"),
        ("date_of_service", "2026-04..2026-03"),
        ("setting", "moon"),
        ("colour", "red"),
        ("payer", ["medicare"]),
        ("isocenters", "many"),
    ],
)
def test_values_that_mean_nothing_are_reported(key: str, given_value: Any) -> None:
    """A value nobody can read is left out with a reason, never guessed."""
    values = read_values(TODAY, **{key: given_value})
    assert ({}, 1) == (values.known, len(values.problems))
