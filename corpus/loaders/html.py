"""HTML: the main text, without menus, footers, forms, scripts and what the page hides."""

import re

from lxml import etree  # type: ignore[import-untyped]
from lxml import html as lxml_html

from corpus.chunking import PagedSection
from corpus.loaders.csv_table import table_lines
from corpus.loaders.loaded import UnreadableDocument
from corpus.loaders.sections import SectionList

FURNITURE = {
    "script", "style", "noscript", "template", "nav", "footer", "aside", "form", "button", "select", "svg", "iframe",
    "object", "embed", "canvas", "dialog", "menu",
}  # fmt: skip
FURNITURE_ROLE = {"navigation", "banner", "contentinfo", "search", "complementary", "dialog", "menu"}
FURNITURE_NAME = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|breadcrumbs?|cookie|consent|sidebar|footer|share|social|advert|popup|skip)(?:$|[\s_-])"
)
HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$)|font-size\s*:\s*0"
    r"|(?:left|top|text-indent)\s*:\s*-\d{3,}"
)
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
BREAKING = {"p", "div", "li", "tr", "br", "section", "article", "dt", "dd", "blockquote", "pre", "ul", "ol"}
DEEPEST = 200
MOST_LINK_TEXT = 0.6


def sections_of_html(data: bytes, name: str) -> tuple[tuple[PagedSection, ...], str | None]:
    """The sections of the main text, and the page's title. Raises UnreadableDocument where no text is left."""
    try:
        root = lxml_html.document_fromstring(data, parser=lxml_html.HTMLParser(no_network=True, remove_comments=True))
    except (etree.LxmlError, ValueError) as broken:
        raise UnreadableDocument(name, f"the HTML cannot be read ({broken}).", "Save the page again.") from None
    title = " ".join((root.findtext(".//title") or "").split()) or None
    body = root.find("body")
    main = _main(root if body is None else body)
    _strip(main)
    sections = SectionList(title=title)
    _walk(main, sections, 0)
    return sections.finish(), title


def _main(body: lxml_html.HtmlElement) -> lxml_html.HtmlElement:
    """The element the page itself calls its main part, when that holds most of the text."""
    marked = body.xpath(".//main | .//*[@role='main'] | .//article")
    largest = max(marked, key=lambda element: len(element.text_content()), default=None)
    if largest is not None and len(largest.text_content().strip()) > 200:
        return largest
    return body


def _strip(main: lxml_html.HtmlElement) -> None:
    for element in list(main.iter()):
        if element is main or element.getparent() is None:
            continue
        if not isinstance(element.tag, str) or _is_furniture(element) or _is_hidden(element):
            element.drop_tree()


def _is_furniture(element: lxml_html.HtmlElement) -> bool:
    if element.tag in FURNITURE or element.get("role") in FURNITURE_ROLE:
        return True
    if element.tag == "header" and element.find(".//h1") is None:
        return True
    named = f"{element.get('class', '')} {element.get('id', '')}".lower()
    return bool(FURNITURE_NAME.search(named)) or _is_link_list(element)


def _is_link_list(element: lxml_html.HtmlElement) -> bool:
    if element.tag not in {"ul", "ol", "div", "p"}:
        return False
    links = element.findall(".//a")
    if len(links) < 4:
        return False
    whole = len(element.text_content().strip()) or 1
    return sum(len(link.text_content()) for link in links) / whole > MOST_LINK_TEXT


def _is_hidden(element: lxml_html.HtmlElement) -> bool:
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    return bool(HIDDEN_STYLE.search(element.get("style", "").lower()))


def _walk(element: lxml_html.HtmlElement, sections: SectionList, depth: int) -> None:
    if depth > DEEPEST:
        return
    if element.tag in HEADINGS:
        if heading := " ".join(element.text_content().split()):
            sections.heading(heading)
        return
    if element.tag == "table" and (rows := _rows(element)):
        sections.line("")
        for row in table_lines(rows):
            sections.line(row)
        sections.line("")
        return
    if not any(child.tag in HEADINGS | BREAKING | {"table"} for child in element.iterdescendants()):
        _paragraph(element, sections)
        return
    _loose(element.text, sections)
    for child in element:
        _walk(child, sections, depth + 1)
        _loose(child.tail, sections)


def _paragraph(element: lxml_html.HtmlElement, sections: SectionList) -> None:
    text = " ".join(element.text_content().split())
    if not text:
        return
    if element.tag == "li":
        sections.line(f"- {text}")
        return
    sections.line(text)
    if element.tag in BREAKING:
        sections.line("")


def _loose(text: str | None, sections: SectionList) -> None:
    if text and text.strip():
        sections.line(" ".join(text.split()))


def _rows(table: lxml_html.HtmlElement) -> list[list[str]]:
    """The cells of a data table; a table with one column or other tables inside is layout, not data."""
    if table.find(".//table") is not None:
        return []
    rows = [
        [" ".join(cell.text_content().replace("|", "/").split()) for cell in row.xpath("./td | ./th")]
        for row in table.iter("tr")
    ]
    rows = [row for row in rows if any(row)]
    return rows if rows and max(map(len, rows)) > 1 else []
