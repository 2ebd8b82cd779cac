"""Reading a file into citable sections. What a file is, its content decides, never its name."""

from pathlib import Path

from corpus.chunking import PagedSection
from corpus.loaders.cleaning import clean, plain_name
from corpus.loaders.guessing import guess, guess_from_front_matter
from corpus.loaders.loaded import Guess, LoadedFile, UnreadableDocument
from corpus.loaders.pdf_apart import PagesRead, sections_of_pdf

__all__ = ["READABLE", "Guess", "LoadedFile", "UnreadableDocument", "file_bytes", "files_in", "load", "load_bytes"]

READABLE = (".pdf", ".html", ".htm", ".docx", ".md", ".markdown", ".txt", ".text", ".csv", ".tsv")
MOST_BYTES = 100_000_000
FEWEST_LETTERS = 20
KIND_OF_SUFFIX = {".md": "markdown", ".markdown": "markdown", ".csv": "csv", ".tsv": "csv"}
SUFFIXES_OF_KIND = {
    "pdf": (".pdf",), "html": (".html", ".htm"), "docx": (".docx",), "markdown": (".md", ".markdown"),
    "csv": (".csv", ".tsv"), "text": (".txt", ".text"),
}  # fmt: skip


def load(path: Path, pages_read: PagesRead | None = None) -> LoadedFile:
    """The sections, guessed particulars and remarks of a file.

    Raises UnreadableDocument, with what to do about it, for anything that is no readable document.
    """
    return load_bytes(file_bytes(path), path.name, pages_read)


def file_bytes(path: Path) -> bytes:
    """A file's content. Raises UnreadableDocument for folders, devices, closed doors and sheer size."""
    name = plain_name(path.name)
    try:
        if not path.is_file():
            raise UnreadableDocument(name, "it is not a file.", "Give the path of a file or of a folder of files.")
        if path.stat().st_size > MOST_BYTES:
            why = f"it has {path.stat().st_size / 1e6:,.0f} MB; the most that is read is {MOST_BYTES / 1e6:,.0f} MB."
            raise UnreadableDocument(name, why, "Save the pages you need as a file of their own.")
        return path.read_bytes()
    except OSError as refused:
        raise UnreadableDocument(name, f"it cannot be opened ({refused.strerror}).", "Check who may read it.") from None


def files_in(folder: Path) -> list[Path]:
    """The files below a folder that look readable, in order; hidden ones and links that lead outside are left alone."""
    home = folder.resolve()
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in READABLE
        and path.is_file()
        and not any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
        and path.resolve().is_relative_to(home)
    )


def load_bytes(data: bytes, name: str, pages_read: PagesRead | None = None) -> LoadedFile:
    """As ``load``, for content that is already in memory, such as an upload."""
    name = plain_name(name)
    kind = _kind(data, name)
    remarks: list[str] = []
    title: str | None = None
    matter = ""
    if kind == "pdf":
        sections, title, remarks = sections_of_pdf(data, name, pages_read)
        if b"/JavaScript" in data or b"/JS" in data:
            remarks.append("It carries scripts, which were not run.")
    elif kind == "html":
        from corpus.loaders.html import sections_of_html

        sections, title = sections_of_html(data, name)
    elif kind == "docx":
        from corpus.loaders.docx import sections_of_docx

        sections, title = sections_of_docx(data, name)
    else:
        matter, remarks = clean(_decoded(data, name))
        sections = _sections_of_text(kind, matter, name)
    if not any(name.lower().endswith(suffix) for suffix in SUFFIXES_OF_KIND[kind]):
        remarks.append(f"By its content it is {kind}, whatever its name says, and was read as that.")
    sections, cleaned = _cleaned(sections)
    if sum(char.isalnum() for section in sections for char in section.text) < FEWEST_LETTERS:
        raise UnreadableDocument(name, "it holds no text to speak of.", "Check that its text can be selected.")
    guessed = guess(sections, title)
    if kind == "markdown":
        guessed = guess_from_front_matter(matter, guessed)
    return LoadedFile(kind, sections, guessed, tuple(dict.fromkeys([*remarks, *cleaned])))


def _kind(data: bytes, name: str) -> str:
    if not data.strip():
        raise UnreadableDocument(name, "it is empty.", "Save or download it again.")
    start = data[:2048].lstrip().lower()
    if b"%pdf-" in start[:1024]:
        return "pdf"
    if start.startswith(b"pk\x03\x04"):
        if b"word/" in data:
            return "docx"
        raise UnreadableDocument(name, "it is an archive, not a document.", "Unpack it and add the documents in it.")
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body")) or b"<html" in start:
        return "html"
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableDocument(name, "it is an old or protected Office file.", "Save it as .docx or PDF.")
    suffix = "." + name.rsplit(".", 1)[-1].lower()
    if suffix in {".html", ".htm"} and b"<" in data:
        return "html"
    return KIND_OF_SUFFIX.get(suffix, "text")


def _decoded(data: bytes, name: str) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    strange = sum(char == "\ufffd" or (ord(char) < 32 and char not in "\t\n\r\f") for char in text[:20_000])
    if strange > 0.02 * min(len(text), 20_000):
        raise UnreadableDocument(name, "it is not text, nor any kind of document that is read.", _readable())
    return text


def _sections_of_text(kind: str, text: str, name: str) -> tuple[PagedSection, ...]:
    if kind == "csv":
        from corpus.loaders.csv_table import sections_of_csv

        return sections_of_csv(text, name)
    from corpus.loaders.text import sections_of_markdown, sections_of_text

    return sections_of_markdown(text) if kind == "markdown" else sections_of_text(text)


def _cleaned(sections: tuple[PagedSection, ...]) -> tuple[tuple[PagedSection, ...], list[str]]:
    kept, remarks = [], []
    for section in sections:
        heading, about_heading = clean(section.heading)
        text, about_text = clean(section.text)
        remarks += about_heading + about_text
        if text.strip():
            kept.append(section.model_copy(update={"heading": heading.strip() or "Section", "text": text}))
    return tuple(kept), remarks


def _readable() -> str:
    return f"These are read: {', '.join(READABLE)}."
