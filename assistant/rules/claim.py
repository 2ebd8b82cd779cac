"""Claim lines checked one after another: each gets pass, fail or no_data, a reason class, a why and a reference.

## What it does
Reads rows in order, holds the lines of one claim (they stand together), asks what holds for each line by itself and
then against the others, and hands the results on before it reads the next claim.

## Why it matters
A file of a million lines is checked in the memory of one claim, and one bad row costs one row.

## Example
`for result in check_lines(csv.DictReader(file)): print(result.verdict, result.why)`

## References
Each result carries the reference of the rule that decided it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count
from typing import Any, TextIO

from assistant.rules.claim_grounds import grounds, inferred_biller
from assistant.rules.claim_line import ClaimLine, Refused, read_line
from assistant.rules.claim_totals import limit_finding, pair_finding, repeat_finding
from assistant.rules.claim_units import units_finding
from assistant.rules.finding import Finding, Verdict
from corpus.rulebook import Reference

MOST_LINES_HELD = 999  # the lines an electronic claim can hold; a file without claim ids is cut there

Row = Mapping[str | None, Any]


@dataclass(frozen=True)
class LineResult:
    """The verdict on one row; `row` carries every column the file had."""

    row_number: int  # in the file, the header being 1
    row: Row
    verdict: Verdict
    reason: str
    why: str
    reference: str
    references: tuple[Reference, ...] = ()


def check_lines(rows: Iterable[Row], numbers: Iterable[int] | None = None) -> Iterator[LineResult]:
    """Check rows as they come; one result for each row, in order. Never raises for what a row holds."""
    held: list[tuple[Row, ClaimLine | Refused]] = []
    for row, number in zip(rows, numbers or count(2), strict=False):
        line = read_line(number, row)
        apart = held and (not line.claim or line.claim != held[0][1].claim)  # without a claim id lines stand alone
        if apart or len(held) >= MOST_LINES_HELD:
            yield from _claim(held)
            held = []
        held.append((row, line))
    yield from _claim(held)


def check_file(file: TextIO) -> tuple[tuple[str, ...], Iterator[LineResult]]:
    """The columns of a CSV file and its results, read as they are asked for (comma, semicolon or tab)."""
    heading = file.readline().lstrip("\ufeff")
    separator = max(",;\t", key=heading.count)
    columns = tuple(name.strip().lower() for name in next(csv.reader([heading], delimiter=separator), []))
    reader = csv.DictReader(file, fieldnames=columns, delimiter=separator)
    return columns, check_lines(_rows_of(reader), (reader.line_num + 1 for _ in count()))


def _rows_of(reader: csv.DictReader[str]) -> Iterator[Row]:
    while True:
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error as error:  # a field beyond any size: this row is lost, the next is read
            yield {"": f"the row cannot be read: {error}"}


def _claim(held: list[tuple[Row, ClaimLine | Refused]]) -> Iterator[LineResult]:
    """The results of one claim. A line that fails is taken as not paid: it stands over nothing and counts nowhere."""
    lines = [_with_biller(read) if isinstance(read, ClaimLine) else read for _, read in held]
    own = {line.number: grounds(line) for line in lines if isinstance(line, ClaimLine)}
    standing = [line for line in lines if isinstance(line, ClaimLine) and own[line.number].verdict != "fail"]
    course: dict[str, int] = {}
    dates: dict[tuple[object, ...], int] = {}
    for (row, _), line in zip(held, lines, strict=True):
        if isinstance(line, Refused):
            yield LineResult(line.number, row, line.verdict, line.reason, f"Line {line.number}: {line.why}", "")
            continue
        date = (line.code, line.start, line.biller, _parts(line))
        found = _judged(line, own[line.number], standing, course.get(line.code, 0), dates.get(date, 0))
        if found.verdict != "fail":
            course[line.code] = max(course.get(line.code, 0), line.prior_units) + line.units
            dates[date] = dates.get(date, 0) + line.units
        reference = spoken(found.references[0]) if found.references else ""
        yield LineResult(line.number, row, found.verdict, found.reason, found.why, reference, found.references)


def _judged(line: ClaimLine, own: Finding, standing: list[ClaimLine], course: int, same_date: int) -> Finding:
    """The first failure, else the first doubt, else the pass of the last rule that had something to say."""
    if own.verdict == "fail" or line.missing or own.reason == "missing_fact":
        return own
    found = [own, limit_finding(line, same_date), pair_finding(line, standing), repeat_finding(line, standing)]
    found.append(units_finding(line, course, same_date))
    for verdict in ("fail", "no_data"):
        for one in found:
            if one.verdict == verdict:
                return one
    return own if own.reason == "packaged" else found[-1]


def _parts(line: ClaimLine) -> frozenset[str]:
    return frozenset({"26", "TC"} & set(line.modifiers))


def _with_biller(line: ClaimLine) -> ClaimLine:
    biller = inferred_biller(line.code, line.start, line.setting, line.biller, line.modifiers)
    return line if biller == line.biller else replace(line, biller=biller)


def spoken(reference: Reference) -> str:
    """ "cms-manual-13-70-1, section 70.1" """
    return f"{reference.source}, section {reference.section}" if reference.section else reference.source
