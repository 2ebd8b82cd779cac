"""The editions of the NCCI pair tables that we hold, and how much of each."""

from __future__ import annotations

import csv
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Literal, NamedTuple, cast

from corpus.rulebook import Reference

RELEASES = Path(__file__).parent / "pair_releases.csv"
EVERY_CODE = "all"

Table = Literal["practitioner", "hospital"]


class Release(NamedTuple):
    """One edition of one table: `name` is its column in pairs.csv, `label` the release as CMS counts."""

    name: str
    table: Table
    label: str  # "2024Q3"
    start: date
    end: date | None
    source: str
    column1: str | frozenset[str]  # EVERY_CODE, or the codes whose lines as column 1 are all held
    note: str | None

    def holds_on(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day <= self.end)

    def covers(self, *codes: str) -> bool:
        """Whether a pair of these codes would stand in what we hold, whichever of them is column 1."""
        return self.column1 == EVERY_CODE or all(code in self.column1 for code in codes)

    @property
    def reference(self) -> Reference:
        return Reference(source=self.source, releases=(self.label,), note=self.note)


@cache
def releases() -> tuple[Release, ...]:
    """The releases held, oldest first within a table."""
    with RELEASES.open(encoding="utf-8", newline="") as lines:
        return tuple(_release(line) for line in csv.DictReader(lines))


def neighbours(table: Table) -> list[tuple[Release, Release]]:
    """Each release of the table with the next one held."""
    return list(pairwise(one for one in releases() if one.table == table))


def _release(line: dict[str, str]) -> Release:
    column1 = line["column1_held"]
    return Release(
        name=line["name"],
        table=cast(Table, line["table"]),
        label=line["release"],
        start=date.fromisoformat(line["from"]),
        end=date.fromisoformat(line["to"]) if line["to"] else None,
        source=line["source"],
        column1=column1 if column1 == EVERY_CODE else frozenset(column1.split()),
        note=line["note"] or None,
    )
