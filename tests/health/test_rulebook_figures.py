"""The rule book's figures against the official files they come from, and its words against theirs."""

from __future__ import annotations

import csv
import gzip
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from corpus.rulebook import CodeEntry, codes, entry

CMS = Path(__file__).parents[2].parent / "shared" / "cms" / "data"
needs_cms = pytest.mark.skipif(not CMS.is_dir(), reason="the official CMS files lie outside this checkout")
pytestmark = needs_cms

QUARTER = {"a": (1, 1), "b": (4, 1), "c": (7, 1), "d": (10, 1)}  # rvu24c: the release of July 2024
HOSPITAL_2026 = "mue_outpatient_hospital_eff_2026-10-01.radonc.csv"
Row = tuple[str, str, str, str, str, str | None]  # code, modifier, status, component, global days, bilateral


def opened(path: str) -> Iterator[list[str]]:
    file = CMS / path
    with gzip.open(file, "rt", encoding="cp1252") if file.suffix == ".gz" else file.open(encoding="cp1252") as text:
        yield from csv.reader(text, delimiter="\t" if ".tsv" in path else ",")


def columns(path: str, *names: str) -> Iterator[list[str]]:
    lines = opened(path)
    head = next(lines)
    places = [head.index(name) for name in names]
    yield from ([line[place] for place in places] for line in lines)


def days(text: str) -> str:
    return text.zfill(3) if text.isdigit() else text  # the file of October 2020 lost its leading zeros


def releases() -> Iterator[tuple[date, Row]]:
    """Every row of our codes in every fee schedule release held, with the first day of the release."""
    held = "file hcpcs mod status_code pctc_ind glob_days bilat_surg".split()
    for file, code, row, status, component, period, sides in columns(
        "nodesc/pprrvu_2020_2024_rad_em.nodesc.csv.gz", *held
    ):
        month = QUARTER[file[5]]
        yield date(2000 + int(file[3:5]), *month), (code, row, status, component, days(period), sides)
    for line in opened("nodesc/PPRRVU2025_Oct.nodesc.csv.gz"):
        yield date(2025, 10, 1), (line[0], line[1], line[2], line[12], days(line[13]), line[18])
    short = columns(
        "pprrvu2026/PPRRVU2026_Jan_nonQPP.radonc_em.nodesc.csv", *"hcpcs mod status pctc_ind glob_days".split()
    )
    for code, row, status, component, period in short:
        yield date(2026, 1, 1), (code, row, status, component, days(period), None)


def known(code: str) -> CodeEntry:
    found = entry(code)
    assert found is not None
    return found


def test_fee_schedule_values_equal_every_release():
    """Status by row, component, global days and bilateral column, in all 22 releases, to the letter."""
    wrong, seen = [], 0
    for day, (code, row, status, component, period, sides) in releases():
        if code not in codes():
            continue
        seen += 1
        one = known(code)
        ours = one.status_on(day, "mpfs", row or "none")
        wrong += [(day, code, row, status)] if ours is None or ours.value != status else []
        held = one.pc_tc_on(day)
        wrong += [(day, code, component)] if held is None or held.pc_tc != component else []
        wrong += [(day, code, period)] if [period] != [x.value for x in one.global_days if x.holds_on(day)] else []
        if sides is not None:
            wrong += [(day, code, sides)] if [sides] != [x.value for x in one.bilateral if x.holds_on(day)] else []
    assert [] == wrong
    assert seen > 3000


def test_no_status_is_invented():
    """A row we give for the first day of a release stands in that release."""
    official = {(day, line[0], line[1] or "none") for day, line in releases()}
    first_days = {day for day, *_ in official}
    ours = {
        (day, code, value.modifier)
        for code in codes()
        for value in known(code).status
        for day in first_days
        if value.system == "mpfs" and value.holds_on(day)
    }
    assert set() == ours - official


def test_hospital_status_equals_addendum_b():
    """Status indicator and APC of 2025 and of 2026, both ways."""
    old = {
        line[0]: (line[2], line[3])
        for line in opened("nodesc/2025_NFRM_Addendum_B.nodesc.tsv.gz")
        if line[0] in codes()
    }
    new = {
        row[0]: (row[1], row[2])
        for row in columns("opps2026/opps_addendum_b_2026_jan.radonc.nodesc.csv", "hcpcs", "si", "apc")
    }
    for day, official in ((date(2025, 6, 1), old), (date(2026, 6, 1), new)):
        ours = {code: (held.value, held.apc or "") for code in codes() if (held := known(code).status_on(day, "opps"))}
        assert {code: official[code] for code in official if code in codes()} == ours


@pytest.mark.parametrize(
    ("table", "day", "path", "names"),
    [
        ("practitioner", date(2024, 8, 1), "ncci2024q3/ncci_mue_prac_2024.csv", "hcpcs_code mue_units mue_mai"),
        ("hospital", date(2024, 8, 1), "ncci2024q3/ncci_mue_out_2024.csv", "hcpcs_code mue_units mue_mai"),
        ("hospital", date(2026, 11, 1), f"ncci2026q4_oph/{HOSPITAL_2026}", "hcpcs mue_value mai"),
        ("practitioner", date(2026, 5, 1), "mue2026/MCR_MUE_PractitionerServices_Eff_04-01-2026.csv", ""),
    ],
)
def test_limits_equal_the_tables(table, day, path, names):
    """Units and adjudication indicator of each table held, both ways."""
    rows = columns(path, *names.split()) if names else (line[:3] for line in opened(path) if len(line[0]) == 5)
    official = {code: (int(units), int(kind[0])) for code, units, kind in rows if code in codes()}
    ours = {code: (held.units, held.adjudication) for code in codes() if (held := known(code).limit_on(day, table))}
    assert official == ours


def plain(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", text.lower()))


def descriptors() -> dict[str, set[str]]:
    """The official short descriptors of our codes: what our words must not be."""
    found: dict[str, set[str]] = {code: set() for code in codes()}
    for line in opened("rvu25d/PPRRVU2025_Oct.csv.gz"):
        if line[0] in found:
            found[line[0]].add(plain(line[2]))
    for code, text in columns("rvu2020_2024/pprrvu_2020_2024_rad_em.csv.gz", "hcpcs", "description"):
        if code in found:
            found[code].add(plain(text))
    for line in (CMS / "opps2025" / "2025 NFRM Addendum B.11122024.txt").read_text("cp1252").splitlines():
        code, text = [*line.split("\t"), ""][:2]
        if code in found:
            found[code].add(plain(text))
    return found


def test_no_descriptor_stands_in_the_rule_book():
    """Names and service words are ours: none equals a descriptor, and no entry contains one of three words or more."""
    copied = []
    for code, texts in descriptors().items():
        one = known(code)
        words = [plain(one.name), *(plain(period.service) for period in one.periods)]
        whole = plain(" | ".join((*words, *(point.says for point in one.documentation))))
        copied += [(code, text) for text in texts - {""} if text in words or (len(text.split()) > 2 and text in whole)]
    assert [] == copied
