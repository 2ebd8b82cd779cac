"""The verdict on somebody else's text, as rows a reader can go through, and as HTML. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ui.cited import titled
from ui.literal import as_html

WORDS = {
    "pass": ("holds", "Holds"),
    "fail": ("fails", "Does not hold"),
    "no_data": ("open", "Cannot be verified"),
    "unreadable": ("open", "Cannot be verified"),
}
ATTRIBUTED = "Said by the tables named, not held for this date"  # shown, and no finding of ours
WORST_FIRST = ("fail", "no_data", "unreadable", "pass")


class Statement(NamedTuple):
    """One sentence of the text with everything the check found in it."""

    sentence: str
    finding: str
    label: str
    reasons: tuple[str, ...]
    references: tuple[str, ...]


def statements(advice: Sequence[Mapping[str, Any]]) -> list[Statement]:
    """One statement per sentence, in the text's order; its mark is the worst of what it advises."""
    by_sentence: dict[str, list[Mapping[str, Any]]] = {}
    for row in advice:
        by_sentence.setdefault(str(row.get("sentence", "")), []).append(row)
    shown = []
    for sentence, rows in by_sentence.items():
        found = {str(row.get("finding")) for row in rows}
        worst = next((finding for finding in WORST_FIRST if finding in found), "unreadable")
        telling = [row for row in rows if row.get("finding") == worst] or rows
        label = ATTRIBUTED if worst == "no_data" and all(row.get("shown") for row in rows) else WORDS[worst][1]
        references = tuple(map(titled, _each(telling, "reference")))
        shown.append(Statement(sentence, worst, label, _each(telling, "why"), references))
    return shown


def summary(rows: Sequence[Statement]) -> str:
    """ "1 holds, 2 do not hold, 1 cannot be verified"."""
    if not rows:
        return "No billing advice was found in this text, so there was nothing to check."
    holds = sum(row.finding == "pass" for row in rows)
    fails = sum(row.finding == "fail" for row in rows)
    rest = len(rows) - holds - fails
    parts = [
        f"{holds} hold{'s' if holds == 1 else ''}" if holds else "",
        f"{fails} {'does' if fails == 1 else 'do'} not hold" if fails else "",
        f"{rest} cannot be verified" if rest else "",
    ]
    total = "One statement" if len(rows) == 1 else f"{len(rows)} statements"
    return f"{total}: {', '.join(part for part in parts if part)}."


def report(verdict: Mapping[str, Any]) -> str:
    rows = statements(verdict.get("advice", ()))
    items = "".join(_item(row) for row in rows)
    listed = f'<ol class="sc-statements">{items}</ol>' if items else ""
    return f'<div class="sc-report"><p class="sc-summary">{as_html(summary(rows))}</p>{listed}</div>'


def _item(row: Statement) -> str:
    reasons = "".join(f"<p>{as_html(reason)}</p>" for reason in row.reasons)
    references = f'<p class="sc-origin">{as_html(" · ".join(row.references))}</p>' if row.references else ""
    return (
        f'<li class="sc-statement sc-{WORDS[row.finding][0]}"><blockquote>{as_html(row.sentence)}</blockquote>'
        f'<p class="sc-verdict">{as_html(row.label)}</p>{reasons}{references}</li>'
    )


def _each(rows: Sequence[Mapping[str, Any]], key: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(row[key]) for row in rows if row.get(key)))
