"""PDF: text page by page, tables as rows under their header, headings by their type size.

What a reader of the page cannot see (white on white, outside the page, smaller than two points) is left out.
Nothing in a PDF is ever run: scripts, forms and attachments are not even looked into.
"""

import io
import re
from collections import Counter
from typing import Any

from corpus.chunking import PagedSection
from corpus.loaders.loaded import UnreadableDocument
from corpus.loaders.pdf_apart import TOO_MUCH, PagesRead
from corpus.loaders.pdf_page import Line, Sight, lines_of
from corpus.loaders.sections import SectionList

MOST_PAGES = 2_500
# Characters below which a page with a picture on it is a scan.
SCANNED_BELOW = 20
HEADING_RATIO = 1.12
LONGEST_HEADING = 110
# A line on this share of the pages, page numbers aside, is a running head or foot.
RUNNING_SHARE = 0.6
OUTER_LINES = 3


def read_pdf(
    data: bytes, name: str, pages_read: PagesRead | None = None
) -> tuple[tuple[PagedSection, ...], str | None, list[str]]:
    """The sections with their pages, the declared title, and remarks on scanned pages and hidden text.

    Raises UnreadableDocument for an encrypted, damaged or over-long file and for one that is nothing but scans.
    """
    import pdfplumber  # a tenth of a second that only those who add a PDF should wait

    lines: list[Line] = []
    scanned: list[int] = []
    hidden = 0
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            _refuse_too_long(len(pdf.pages), name)
            title = _declared(pdf.metadata)
            for number, page in enumerate(pdf.pages, start=1):
                seen = page.within_bbox(page.bbox, strict=False).filter(Sight(page.rects))
                hidden += sum(char["text"].strip() != "" for char in page.chars) - sum(
                    char["text"].strip() != "" for char in seen.chars
                )
                found = lines_of(seen, number)
                if sum(len(line.text) for line in found) < SCANNED_BELOW and page.images:
                    scanned.append(number)
                lines += found
                page.close()
                if pages_read:
                    pages_read(number, len(pdf.pages))
            count = len(pdf.pages)
    except UnreadableDocument:
        raise
    except Exception as broken:  # noqa: BLE001 - a crafted PDF can fail anywhere inside its reader
        raise _refusal(broken, name) from None
    if not lines:
        why = "all its pages are pictures of text." if scanned else "it has no text."
        raise UnreadableDocument(name, why, "Run text recognition (OCR) on it and add the result.")
    return _sections(lines, count), title, _remarks(scanned, count, hidden)


def _sections(lines: list[Line], pages: int) -> tuple[PagedSection, ...]:
    running = _running(lines, pages)
    sizes = Counter(round(line.size, 1) for line in lines if not line.is_row for _ in line.text)
    usual = sizes.most_common(1)[0][0] if sizes else 0.0
    sections = SectionList()
    page = 0
    for line in lines:
        if line.page != page:
            page = line.page
            sections.page(page)
        if _numberless(line.text) in running:
            continue
        if _is_heading(line, usual):
            sections.heading(line.text)
        else:
            sections.line(line.text)
    return sections.finish()


def _is_heading(line: Line, usual: float) -> bool:
    if line.is_row or len(line.text) > LONGEST_HEADING or not re.search(r"[A-Za-z]{3}", line.text):
        return False
    if line.size > usual * HEADING_RATIO:
        return True
    return line.is_bold and not line.text.rstrip().endswith((".", ",", ";", ":"))


def _running(lines: list[Line], pages: int) -> set[str]:
    """The heads and feet that a longer document repeats, numbers aside: among the outer lines of most pages."""
    if pages < 4:
        return set()
    of_page: dict[int, list[str]] = {}
    for line in lines:
        if not line.is_row:
            of_page.setdefault(line.page, []).append(_numberless(line.text))
    outer = Counter(text for texts in of_page.values() for text in {*texts[:OUTER_LINES], *texts[-OUTER_LINES:]})
    return {text for text, count in outer.items() if count > RUNNING_SHARE * pages}


def _numberless(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def _remarks(scanned: list[int], pages: int, hidden: int) -> list[str]:
    remarks = []
    if scanned:
        which = ", ".join(map(str, scanned[:12])) + (" and more" if len(scanned) > 12 else "")
        remarks.append(f"{len(scanned)} of {pages} pages are scans without text and cannot be searched: {which}.")
    if hidden:
        remarks.append(f"{hidden} characters that no reader of the page can see were left out.")
    return remarks


def _declared(metadata: dict[str, Any]) -> str | None:
    title = metadata.get("Title")
    # Word and others put the file name here, which says less than the first heading.
    return title.strip() if isinstance(title, str) and " " in title.strip() else None


def _refuse_too_long(pages: int, name: str) -> None:
    if pages > MOST_PAGES:
        why = f"it has {pages:,} pages; the most that is read is {MOST_PAGES:,}."
        raise UnreadableDocument(name, why, "Save the chapters you need as a file of their own.")


def _refusal(broken: Exception, name: str) -> UnreadableDocument:
    told = f"{type(broken).__name__} {broken!r}"
    if "MemoryError" in told:
        return UnreadableDocument(name, TOO_MUCH, "Print it to a new PDF, or save the chapters you need.")
    if "Password" in told or "Encryption" in told:
        return UnreadableDocument(name, "it is protected by a password.", "Save it without the password, then add it.")
    why = f"it is cut off or damaged ({type(broken).__name__})."
    return UnreadableDocument(name, why, "Fetch it again from where it came, or print it to a new PDF.")
