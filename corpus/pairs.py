"""NCCI procedure pairs among our codes and the visits beside them, by release.

`tables/pairs.csv` holds one line a pair: column 1 (pays), column 2 (denies) and the modifier indicator in each
release held (0 no modifier helps, 1 a modifier helps when the services were truly separate, empty no edit).
`tables/pair_releases.csv` says what each release is, from when to when it holds, and of which column 1 codes
we hold every line: only there does an empty place mean "no edit". Pairs deleted by 2024 are left out: all ended
by 2019, and the files do not name the day on which they began.

A stretch between two releases of one table that agree is filled, and its reference says so.
"""

from __future__ import annotations

import csv
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Literal, cast

from corpus.rulebook import Dated, Reference
from corpus.tables.pair_releases import Release, Table, neighbours, releases

PAIRS = Path(__file__).parent / "tables" / "pairs.csv"
BETWEEN = "between releases"

Indicator = Literal["0", "1"]


class PairEdit(Dated):
    """Two codes that one biller should not report together for one patient on one date."""

    column1: str
    column2: str
    indicator: Indicator
    table: Table
    as_of: str  # release, or two that agree: "2024Q3 and 2026Q4"


def pairs_between(a: str, b: str) -> tuple[PairEdit, ...]:
    """Every edit that links the two codes, whichever is column 1, by table and date. Empty says nothing by itself."""
    return tuple(edit for column1, column2 in ((a, b), (b, a)) for edit in _edits(column1, column2))


def pair_on(a: str, b: str, table: Table, day: date) -> PairEdit | None:
    """The edit that holds for the two codes on this date of service; None may be "no edit" or "no table"."""
    return next((edit for edit in pairs_between(a, b) if edit.table == table and edit.holds_on(day)), None)


def held(table: Table, day: date) -> str | None:
    """The release of the table that holds on this date of service, or None where no file is held."""
    return next((one.label for one in releases() if one.table == table and one.holds_on(day)), None)


def no_edit(a: str, b: str, table: Table, day: date) -> Reference | None:
    """What shows that no edit links the two codes on this date of service.

    None where an edit links them, or where no file tells: outside the releases, where two releases differ, or
    for codes of which we hold only a part.
    """
    for one in releases():
        if one.table == table and one.holds_on(day):
            return one.reference if _empty(one, a, b) else None
    for before, after in neighbours(table):
        if before.end is not None and before.end < day < after.start:
            return _between(before, after) if _empty(before, a, b) and _empty(after, a, b) else None
    return None


def as_last_held(a: str, b: str, table: Table, day: date) -> tuple[PairEdit, ...]:
    """For a date that no release of this table covers: the edit of its last release, and a like one of the other table.

    Evidence with a name and no edit in force. Empty where the other table's release of the date says otherwise.
    """
    edits = pairs_between(a, b)
    earlier = [edit for edit in edits if edit.table == table and edit.end is not None and edit.end < day]
    last = max(earlier, key=lambda edit: edit.start, default=None)
    if last is None or held(table, day) or last.as_of != _last_release(table, day):
        return ()
    other: Table = "hospital" if table == "practitioner" else "practitioner"
    beside = pair_on(a, b, other, day)
    if beside is None:
        return () if no_edit(a, b, other, day) else (last,)
    alike = (beside.column1, beside.indicator) == (last.column1, last.indicator)
    return (last, beside) if alike else ()


def _last_release(table: Table, day: date) -> str:
    ended = [one for one in releases() if one.table == table and one.end is not None and one.end < day]
    return max(ended, key=lambda one: one.start).label


@cache
def _indicators() -> dict[tuple[str, str], dict[str, str]]:
    with PAIRS.open(encoding="utf-8", newline="") as lines:
        return {(line["column1"], line["column2"]): line for line in csv.DictReader(lines)}


def _empty(release: Release, a: str, b: str) -> bool:
    lines = (_indicators().get((a, b), {}), _indicators().get((b, a), {}))
    return release.covers(a, b) and not any(line.get(release.name) for line in lines)


def _edits(column1: str, column2: str) -> list[PairEdit]:
    line = _indicators().get((column1, column2))
    if line is None:
        return []
    edits = [_edit(line, one, one.label, one.start, one.end, one.reference) for one in releases() if line[one.name]]
    for before, after in (*neighbours("practitioner"), *neighbours("hospital")):
        if before.end and line[before.name] and line[before.name] == line[after.name]:
            start, end = before.end + timedelta(days=1), after.start - timedelta(days=1)
            as_of = f"{before.label} and {after.label}"
            edits.append(_edit(line, after, as_of, start, end, _between(before, after)))
    return sorted(edits, key=lambda edit: (edit.table, edit.start))


def _edit(
    line: dict[str, str], release: Release, as_of: str, start: date, end: date | None, reference: Reference
) -> PairEdit:
    return PairEdit(
        start=start,
        end=end,
        reference=reference,
        column1=line["column1"],
        column2=line["column2"],
        indicator=cast(Indicator, line[release.name]),
        table=release.table,
        as_of=as_of,
    )


def _between(before: Release, after: Release) -> Reference:
    return Reference(source=after.source, also=(before.source,), releases=(before.label, after.label), note=BETWEEN)
