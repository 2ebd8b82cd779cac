"""The pair tables: every line as the official files have it, and no edit claimed where no file says so."""

from __future__ import annotations

import csv
import gzip
import time
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from corpus.pairs import PAIRS, held, no_edit, pair_on, pairs_between
from corpus.rulebook import codes
from corpus.sources import load_sources
from corpus.tables.pair_releases import releases

NCCI = Path(__file__).parents[2].parent / "shared" / "cms" / "data"
needs_ncci = pytest.mark.skipif(not NCCI.is_dir(), reason="the official NCCI files lie outside this checkout")
QUARTER_3_2024, IN_BETWEEN, AUTUMN_2026 = date(2024, 8, 1), date(2026, 2, 1), date(2026, 11, 1)


def rows() -> list[list[str]]:
    with PAIRS.open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines))


def official(path: str) -> Iterator[list[str]]:
    file = NCCI / path
    with gzip.open(file, "rt", encoding="utf-8") if file.suffix == ".gz" else file.open(encoding="utf-8") as lines:
        next(lines)
        yield from csv.reader(lines)


def ours(name: str) -> dict[tuple[str, str], str]:
    head, *lines = rows()
    place = head.index(name)
    return {(line[0], line[1]): line[place] for line in lines if line[place]}


def test_the_table_is_facts_only():
    """Codes and indicators, once a pair, in order: no rationale and no descriptor."""
    _, *lines = rows()
    assert lines == sorted(lines)
    assert len(lines) == len({(line[0], line[1]) for line in lines})
    assert {"", "0", "1"} == {cell for line in lines for cell in line[2:]}
    assert all({line[0], line[1]} & set(codes()) for line in lines)


def test_every_release_is_dated_and_sourced():
    """A release names its days and a source that resolves; no two of one table overlap."""
    assert set() == {one.source for one in releases()} - set(load_sources())
    for earlier, later in pairwise(releases()):
        assert earlier.table != later.table or earlier.end < later.start
    head, *_ = rows()
    assert head[2:] == [one.name for one in releases()]


@needs_ncci
@pytest.mark.parametrize("table", ["practitioner", "outpatient_hospital"])
def test_2024_lines_equal_the_file(table):
    """Each active pair of the third quarter of 2024 among our codes, and nothing else."""
    mine = set(codes())
    lines = official(f"ncci2024q3/ptp_{table}_2024q3_radiology.csv.gz")
    active = {(one, two): sign for one, two, ended, sign, *_ in lines if ended == "*" and mine >= {one, two}}
    name = "practitioner_2024Q3" if table == "practitioner" else "hospital_2024Q3"
    assert active == {pair: sign for pair, sign in ours(name).items() if mine >= set(pair)}


@needs_ncci
def test_2026_lines_equal_the_file():
    """Each active hospital pair of the fourth quarter of 2026 among our codes, and nothing else."""
    lines = official("ncci2026q4_oph/ptp_outpatient_hospital_v323_active_eff_2026-10-01.radonc.csv")
    active = {(one, two): sign for one, two, sign in lines if {one, two} <= set(codes())}
    assert active == ours("hospital_2026Q4")


@pytest.mark.parametrize(
    ("pair", "table", "day", "indicator"),
    [
        (("77301", "77417"), "hospital", AUTUMN_2026, "0"),
        (("77417", "77301"), "hospital", IN_BETWEEN, "0"),
        (("77301", "77435"), "hospital", AUTUMN_2026, "1"),
        (("77407", "77402"), "hospital", AUTUMN_2026, "1"),
        (("77427", "99213"), "practitioner", QUARTER_3_2024, "1"),
        (("77431", "77427"), "practitioner", QUARTER_3_2024, "0"),
    ],
)
def test_an_edit_is_found_in_either_order(pair, table, day, indicator):
    """The indicator that holds on the date, whichever code is named first."""
    assert indicator == pair_on(*pair, table, day).indicator


def test_column_1_pays_and_column_2_denies():
    """The direction of the edit survives the order of asking."""
    assert {("77301", "77417")} == {(one.column1, one.column2) for one in pairs_between("77417", "77301")}


def test_practitioner_pairs_of_2026_are_unknown():
    """No practitioner file of 2026 is held: no edit is shown and none is denied."""
    assert held("practitioner", AUTUMN_2026) is None
    assert pair_on("77301", "77417", "practitioner", AUTUMN_2026) is None
    assert no_edit("77387", "77402", "practitioner", AUTUMN_2026) is None


def test_no_edit_is_claimed_only_from_a_held_table():
    """77387 has no hospital pair with a delivery level; of 77436 we hold too little to say so."""
    assert "2026Q4" == held("hospital", AUTUMN_2026)
    assert no_edit("77402", "77387", "hospital", AUTUMN_2026).source == "ncci-ptp-hospital-2026q4"
    assert no_edit("77301", "77417", "hospital", AUTUMN_2026) is None
    assert no_edit("77436", "77437", "hospital", AUTUMN_2026) is None


def test_a_stretch_between_releases_is_filled_only_where_they_agree():
    """Between 2024 and 2026 an agreeing pair says so; what one file alone has stays open."""
    filled = pair_on("77301", "77417", "hospital", IN_BETWEEN)
    assert ("2024Q3 and 2026Q4", "between releases") == (filled.as_of, filled.reference.note)
    assert no_edit("77402", "77387", "hospital", IN_BETWEEN).note == "between releases"
    assert pair_on("77301", "77014", "hospital", date(2025, 6, 1)) is None
    assert no_edit("77301", "77014", "hospital", date(2025, 6, 1)) is None
    assert held("hospital", IN_BETWEEN) is None


def test_reading_the_table_takes_no_time():
    """A cold answer waits for this file: it is read in far less than a tenth of a second."""
    from corpus import pairs

    pairs._indicators.cache_clear()
    begun = time.perf_counter()
    pairs_between("77301", "77417")
    assert time.perf_counter() - begun < 0.1
