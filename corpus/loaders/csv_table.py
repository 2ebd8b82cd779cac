"""CSV and TSV: a table whose rows stay with their header."""

import csv
import io

from corpus.chunking import PagedSection
from corpus.loaders.loaded import UnreadableDocument
from corpus.loaders.sections import SectionList

ROWS_IN_A_SECTION = 200
MOST_ROWS = 50_000


def sections_of_csv(text: str, name: str) -> tuple[PagedSection, ...]:
    """Sections of two hundred rows. Raises UnreadableDocument for a file that is no table or far too long."""
    try:
        dialect: type[csv.Dialect] | csv.Dialect = csv.Sniffer().sniff(text[:8192], delimiters=",;\t|")
    except csv.Error:
        dialect = csv.excel
    try:
        rows = [[_cell(cell) for cell in row] for row in csv.reader(io.StringIO(text), dialect) if any(row)]
    except csv.Error as broken:
        raise UnreadableDocument(name, f"the table breaks off ({broken}).", "Save it again as CSV UTF-8.") from None
    if len(rows) < 2:
        raise UnreadableDocument(name, "it has no header with rows below it.", "Save the sheet again as CSV UTF-8.")
    if len(rows) > MOST_ROWS:
        why = f"it has {len(rows):,} rows; more than {MOST_ROWS:,} is a data file, not a policy."
        raise UnreadableDocument(name, why, "Keep the rows of your codes. CMS files: secondcheck cms load")
    header, body = rows[0], rows[1:]
    sections = SectionList()
    for first in range(0, len(body), ROWS_IN_A_SECTION):
        some = body[first : first + ROWS_IN_A_SECTION]
        sections.heading(f"Rows {first + 1} to {first + len(some)}")
        for row in table_lines([header, *some]):
            sections.line(row)
    return sections.finish()


def table_lines(rows: list[list[str]]) -> list[str]:
    """Rows of cells as a Markdown table, the first row being the header."""
    width = max(len(row) for row in rows)
    lines = ["| " + " | ".join(row + [""] * (width - len(row))) + " |" for row in rows]
    return [lines[0], "|" + "---|" * width, *lines[1:]]


def _cell(text: str | None) -> str:
    return " ".join((text or "").replace("|", "/").split())
