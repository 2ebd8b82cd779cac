"""`secondcheck check`: claim lines in, a verdict on each."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Any

import typer

from assistant.commands.lines import read_text
from assistant.errors import InputError


class Format(StrEnum):
    table = "table"
    csv = "csv"
    json = "json"


def check(
    file: Annotated[str, typer.Argument(help="Claim lines as CSV; - reads standard input.")],
    form: Annotated[Format, typer.Option("--format", help="How to print.")] = Format.table,
) -> None:
    """Check claim lines. Exit code 0: all pass; 1: something failed; 2: the file could not be read."""
    rows = read_rows(read_text(file), file)

    from assistant.rules.claim import check_lines

    judged = [{**row, **_verdict(result)} for row, result in zip(rows, check_lines(rows), strict=True)]
    if form is Format.json:
        print(json.dumps(judged, ensure_ascii=False, indent=2))
    elif form is Format.csv:
        _print_csv(judged)
    else:
        _print_table(judged)
    if any(row["verdict"] == "fail" for row in judged):
        raise typer.Exit(1)


def read_rows(text: str, name: str) -> list[dict[str, Any]]:
    """The lines of a CSV file by column name (comma, semicolon or tab). Raises InputError."""
    heading = text.lstrip().partition("\n")[0]
    separator = max(",;\t", key=heading.count)
    try:
        reader = csv.DictReader(io.StringIO(text.lstrip(), newline=""), delimiter=separator, restkey="", strict=True)
        columns = [column.strip().lower() for column in reader.fieldnames or []]
        reader.fieldnames = columns
        rows = [row for row in reader if any(row.values())]
    except csv.Error as error:
        raise InputError(
            f"{name} is not a CSV file.", f"{error}.", "Save it as CSV with a line of column names."
        ) from error
    if "code" not in columns:
        raise InputError(
            f"{name} has no column `code`.",
            f"Its columns are: {', '.join(columns) or 'none'}.",
            "Name the columns in the first line, for example code,modifiers,units,date_of_service,payer,setting.",
        )
    # A line with more fields than columns keeps them under "", so that it alone is refused and not the file.
    return [{column: value if column == "" else (value or "").strip() for column, value in row.items()} for row in rows]


def _verdict(result: Any) -> dict[str, Any]:
    values = result if isinstance(result, Mapping) else vars(result)
    return {name: values[name] for name in ("verdict", "reason", "why", "reference")}


def _print_csv(rows: Sequence[Mapping[str, Any]]) -> None:
    writer = csv.DictWriter(sys.stdout, fieldnames=list(rows[0]) if rows else ["verdict"], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)


def _print_table(rows: Sequence[Mapping[str, Any]]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    shown = [name for name in (rows[0] if rows else {}) if name != "reference"]
    table = Table(*shown)
    colours = {"pass": "green", "fail": "bold red", "no_data": "yellow"}
    for row in rows:
        table.add_row(*(Text(str(row[name] or "")) for name in shown), style=colours.get(row["verdict"], ""))
    Console().print(table)
    counts = {verdict: sum(row["verdict"] == verdict for row in rows) for verdict in colours}
    print(f"{len(rows)} lines: {counts['pass']} pass, {counts['fail']} fail, {counts['no_data']} without data.")
