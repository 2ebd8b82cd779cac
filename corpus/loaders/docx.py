"""Word documents: headings, paragraphs and tables in their order, without hidden text."""

import io
import re
import zipfile
from collections.abc import Iterator

from corpus.chunking import PagedSection
from corpus.loaders.csv_table import table_lines
from corpus.loaders.loaded import UnreadableDocument
from corpus.loaders.sections import SectionList

# A .docx is a zip: a small file may unpack to more than a computer holds.
MOST_UNPACKED_BYTES = 200_000_000
MOST_RATIO = 100
MOST_PARTS = 5_000
HEADING_STYLE = re.compile(r"(?:heading|title|überschrift)\b", re.IGNORECASE)
WHITE = "FFFFFF"


def sections_of_docx(data: bytes, name: str) -> tuple[tuple[PagedSection, ...], str | None]:
    """The sections of a Word file and its declared title.

    Raises UnreadableDocument for a broken or encrypted file, and for one that unpacks to far more than it is.
    """
    refuse_zip_bomb(data, name)
    # Word files are rare; whoever adds text or PDF need not wait for python-docx.
    import docx
    from docx.table import Table

    try:
        document = docx.Document(io.BytesIO(data))
        blocks = list(document.iter_inner_content())
    except Exception as broken:  # noqa: BLE001 - python-docx lets errors of zip, XML and its own through
        why = f"it is damaged or no Word document ({type(broken).__name__})."
        raise UnreadableDocument(name, why, "Open it in Word and save it again as .docx.") from None
    sections = SectionList()
    for block in blocks:
        if isinstance(block, Table):
            for line in _table(block):
                sections.line(line)
            continue
        text = "".join(run.text for run in _seen_runs(block)).strip()
        if not text:
            continue
        if HEADING_STYLE.match(block.style.name or "" if block.style else ""):
            sections.heading(text)
            continue
        is_item = bool(block.style and (block.style.name or "").startswith("List"))
        sections.line(f"- {text}" if is_item else text)
        sections.line("")
    return sections.finish(), (document.core_properties.title or "").strip() or None


def refuse_zip_bomb(data: bytes, name: str) -> None:
    """Raises UnreadableDocument for an archive that is damaged or whose parts unpack beyond reason."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError):
        raise UnreadableDocument(name, "it is cut off or damaged.", "Fetch it again from where it came.") from None
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or unpacked > MOST_UNPACKED_BYTES or unpacked > MOST_RATIO * max(len(data), 100_000):
        why = f"it would unpack to {unpacked / 1e6:,.0f} MB, far more than its {len(data) / 1e6:.1f} MB."
        raise UnreadableDocument(name, why, "Do not open it; ask its sender for a PDF.")
    if any(part.flag_bits & 1 for part in parts):
        raise UnreadableDocument(name, "it is protected by a password.", "Save it without the password, then add it.")


def _seen_runs(paragraph) -> Iterator:  # type: ignore[no-untyped-def,type-arg]  # python-docx ships no types
    for run in paragraph.runs:
        font = run.font
        is_white = font.color is not None and font.color.rgb is not None and str(font.color.rgb) == WHITE
        is_tiny = font.size is not None and font.size.pt < 2
        if not (font.hidden or is_white or is_tiny):
            yield run


def _table(table) -> list[str]:  # type: ignore[no-untyped-def]
    rows = []
    for row in table.rows:
        cells = [" ".join(cell.text.replace("|", "/").split()) for cell in row.cells]
        if any(cells):
            rows.append(cells)
    return ["", *table_lines(rows), ""] if rows else []
