"""The scores of the last evaluation, as HTML. Pure, but for reading the file that `secondcheck eval` writes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ui.literal import as_html

FILE = Path(__file__).parents[1] / "evals" / "scores.json"  # data, found by its place: the page imports no cases
HONESTLY = (
    "We wrote the cases ourselves, from the sources each of them names, and committed them before the answers were "
    "looked at. The engine was then mended after its failures were read: these figures are no first sight. Every "
    "failure is listed with the report; `secondcheck eval` makes it again on your computer."
)
COLUMNS = ("what was judged", "n", "share", "95 % interval")


def last(file: Path = FILE) -> Mapping[str, Any] | None:
    """What the last report said; None where there is none that can be read."""
    try:
        held = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return held if isinstance(held, dict) and held.get("short") else None


def as_section(scores: Mapping[str, Any] | None) -> str:
    """The short table, and every metric folded away below it."""
    if scores is None:
        return "<h3>How good it is</h3><p>No evaluation was made here yet: run <code>secondcheck eval</code>.</p>"
    judged = f"Judged: {scores['engine']}, with today pinned to {scores['today']}."
    every = [
        (one["name"], f"{one['n']:,}", _share(one["value"]), _interval(one["interval"])) for one in scores["metrics"]
    ]
    return (
        f"<h3>How good it is</h3>{_table(scores['short'])}<p>{_code(HONESTLY)}</p><p>{as_html(judged)}</p>"
        f'<details class="sc-fold"><summary><span class="sc-title">Every metric</span></summary>'
        f'<div class="sc-inside">{_table(every)}</div></details>'
    )


def _table(rows: Iterable[Iterable[str]]) -> str:
    head = "".join(f"<th>{as_html(one)}</th>" for one in COLUMNS)
    body = "".join(f"<tr>{''.join(f'<td>{as_html(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return f'<table class="sc-scores"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _code(words: str) -> str:
    """Words between backquotes are what to type."""
    parts = as_html(words).split("`")
    return "".join(f"<code>{part}</code>" if at % 2 else part for at, part in enumerate(parts))


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.1%}"


def _interval(ends: Iterable[float]) -> str:
    low, high = ends
    return f"{low:.1%} to {high:.1%}"
