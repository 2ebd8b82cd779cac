"""`secondcheck check`: claim lines in, a verdict on each. Lines are judged as they are read, however long the file."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

from assistant.commands.lines import opened
from assistant.errors import InputError

if TYPE_CHECKING:
    from assistant.rules.claim import LineResult

ADDED = ("verdict", "reason", "why", "reference")
HEAD_BYTES = 8192  # enough to see which encoding a file is in


class Format(StrEnum):
    table = "table"
    csv = "csv"
    json = "json"


def check(
    file: Annotated[str, typer.Argument(help="Claim lines as CSV; - reads standard input.")],
    form: Annotated[Format, typer.Option("--format", help="How to print.")] = Format.table,
) -> None:
    """Check claim lines.

    Exit code 0: all pass, or nothing settles them; 1: something failed; 2: the file could not be read.
    """
    from assistant.rules.claim import check_file

    with claim_lines(file) as lines:
        columns, results = check_file(lines)
        if "code" not in columns:
            told = ", ".join(columns) if ", ".join(columns).isprintable() else ""
            raise InputError(
                f"{file} has no column `code`.",
                f"Its columns are: {told or 'none'}.",
                "Name the columns in its first line, for example claim_id,payer,setting,dos_from,code,modifiers,units.",
            )
        counted: Counter[str] = Counter()
        _PRINTERS[form](columns, _counting(results, counted))
    if counted["fail"]:
        raise typer.Exit(1)


@contextmanager
def claim_lines(source: str) -> Iterator[TextIO]:
    """The file as text: UTF-8, UTF-16 with its mark, else Windows text, which is what spreadsheets write."""
    with opened(source) as stream:
        head = stream.peek(HEAD_BYTES)
        if head.startswith((b"PK\x03\x04", b"%PDF")):
            raise InputError(f"{source} is not a CSV file.", "", "Save it as CSV from your spreadsheet program.")
        yield io.TextIOWrapper(stream, _encoding_of(head), errors="replace", newline="")


def _encoding_of(head: bytes) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    try:
        head[: head.rfind(b"\n") + 1 or None].decode("utf-8")  # the last line may be cut inside a character
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def _counting(results: Iterable[LineResult], counted: Counter[str]) -> Iterator[LineResult]:
    for result in results:
        counted[result.verdict] += 1
        yield result


def _cells(columns: tuple[str, ...], result: LineResult) -> dict[str, Any]:
    """The input columns, whatever a row lacks or has too much of, and the four of ours."""
    return {name: result.row.get(name) or "" for name in columns} | {name: getattr(result, name) for name in ADDED}


def _print_csv(columns: tuple[str, ...], results: Iterable[LineResult]) -> None:
    writer = csv.DictWriter(sys.stdout, fieldnames=list(dict.fromkeys((*columns, *ADDED))), lineterminator="\n")
    writer.writeheader()
    for result in results:
        writer.writerow(_cells(columns, result))


def _print_json(columns: tuple[str, ...], results: Iterable[LineResult]) -> None:
    before = "["
    for result in results:
        print(before, json.dumps(_cells(columns, result), ensure_ascii=False), sep="\n", end="")
        before = ","
    print("[]" if before == "[" else "\n]")


def _print_table(columns: tuple[str, ...], results: Iterable[LineResult]) -> None:  # noqa: ARG001  Same shape for all.
    counted: Counter[str] = Counter()
    print(f"{'line':>5}  {'verdict':8} {'code':12} {'units':>5}  {'date':10}  reason")
    for result in _counting(results, counted):
        told = {name: str(value or "") for name, value in result.row.items()}
        modifiers = told.get("modifiers") or told.get("modifier") or ""
        code = "-".join([told.get("code", ""), *modifiers.replace(",", " ").split()])
        day = told.get("dos_from") or told.get("date_of_service") or told.get("dos") or ""
        verdict = result.verdict.upper() if result.verdict == "fail" else result.verdict.replace("_", " ")
        print(f"{result.row_number:5}  {verdict:8} {code:12} {told.get('units', ''):>5}  {day:10}  {result.reason}")
        reference = f" [{result.reference}]" if result.reference else ""
        print(f"{'':7}{result.why}{reference}")
    print(
        f"\n{counted.total()} lines: {counted['pass']} pass, {counted['fail']} fail, {counted['no_data']} without data."
    )


_PRINTERS = {Format.table: _print_table, Format.csv: _print_csv, Format.json: _print_json}
