"""What a reader sees on one page of a PDF: its lines with their type size, and its tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from corpus.loaders.csv_table import table_lines

SMALLEST_POINTS = 2.0


@dataclass(frozen=True, slots=True)
class Line:
    page: int
    top: float
    text: str
    size: float
    is_bold: bool
    is_row: bool = False


class Sight:
    """Keeps the characters a reader of the page can see."""

    def __init__(self, rects: Sequence[dict[str, Any]]) -> None:
        self.dark = [rect for rect in rects if rect.get("fill") and not _is_white(rect.get("non_stroking_color"))]

    def __call__(self, thing: dict[str, Any]) -> bool:
        if thing.get("object_type") != "char":
            return True
        if thing["size"] < SMALLEST_POINTS:
            return False
        return not _is_white(thing.get("non_stroking_color")) or any(_covers(rect, thing) for rect in self.dark)


def _is_white(color: Any) -> bool:
    if color is None:
        return False
    parts = tuple(color) if isinstance(color, (tuple, list)) else (color,)
    if not parts or not all(isinstance(part, (int, float)) for part in parts):
        return False
    return all(part <= 0.02 for part in parts) if len(parts) == 4 else all(part >= 0.98 for part in parts)


def _covers(rect: dict[str, Any], char: dict[str, Any]) -> bool:
    across = (char["x0"] + char["x1"]) / 2
    down = (char["top"] + char["bottom"]) / 2
    return bool(rect["x0"] <= across <= rect["x1"] and rect["top"] <= down <= rect["bottom"])


def lines_of(page: Any, number: int) -> list[Line]:
    tables = page.find_tables() if page.lines or page.rects or page.curves else []
    lines = []
    boxes = []
    for table in tables:
        rows = [[" ".join((cell or "").replace("|", "/").split()) for cell in row] for row in table.extract()]
        rows = [row for row in rows if any(row)]
        if len(rows) < 2 or max(map(len, rows)) < 2:
            continue  # a box around a paragraph is no table
        boxes.append(table.bbox)
        lines += [Line(number, table.bbox[1], row, 0, False, is_row=True) for row in table_lines(rows)]
    for line in page.extract_text_lines(strip=True):
        middle = (line["top"] + line["bottom"]) / 2
        if any(box[1] <= middle <= box[3] and box[0] <= line["x1"] and line["x0"] <= box[2] for box in boxes):
            continue
        chars = line["chars"]
        size = sum(char["size"] for char in chars) / len(chars)
        bold = sum("bold" in char["fontname"].lower() for char in chars) > 0.8 * len(chars)
        lines.append(Line(number, line["top"], line["text"], size, bold))
    return sorted(lines, key=lambda line: line.top)
