"""The scores of a run as a file that programs read, and the short table of it that README and the About page carry."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evals.metrics import citations, claims, delivery, gate, modifiers, retrieval, units, validity
from evals.outcome import Share
from evals.run import Run

FILE = Path(__file__).parent / "scores.json"
CITATION = frozenset({citations.PRECISION, citations.RECALL})
RIGHT = "questions right in substance"
WHOLE = "questions with nothing wrong, citations too"
WRONG = "questions shown a wrong ruling (lower is better)"
WITHOUT = "wrong advice shown in answers, without the second check (lower is better)"
WITH = "wrong advice shown in answers, with the second check (lower is better)"
LOWER = "(lower is better)"

# What a coder wants to know first: our words, and the metric that says it. A metric that was not measured has no row.
SHORT = (
    ("Questions answered right", RIGHT),
    ("Questions shown a wrong ruling: lower is better", WRONG),
    ("Unit counts", units.NAME),
    ("Modifier verdicts", modifiers.NAME),
    ("Valid on a date, and what replaces a code", validity.NAME),
    ("Delivery code from 2026", delivery.NAME),
    ("Claim lines: verdict", claims.VERDICT),
    ("Wrong advice in prose stopped", gate.LEAK),
    ("Right advice in prose let through", gate.BLOCK),
    ("Search: a right source among the first three", retrieval.name("our retrieval", 3)),
    ("The same with a tutorial's pipeline", retrieval.name("tutorial retrieval", 3)),
    ("Answers of a small model with wrong advice: lower is better", WITHOUT),
    ("The same behind the second check: lower is better", WITH),
)
MARKS = ("<!-- scores -->", "<!-- /scores -->")
COLUMNS = ("what was judged", "n", "share", "95 % interval")


def shares(run: Run) -> dict[str, Share]:
    """All shares by name, the whole questions first."""
    whole = {RIGHT: run.whole(but=CITATION), WHOLE: run.whole(), WRONG: run.wrong_advice()} if run.questions() else {}
    return whole | run.shares()


def as_json(run: Run, head: dict[str, Any]) -> str:
    """`head` says what was judged and when; then every metric with n, passed, value and interval."""
    metrics = [
        {
            "name": name,
            "n": share.n,
            "passed": share.passed,
            "value": None if share.value is None else round(share.value, 4),
            "interval": [round(end, 4) for end in share.interval],
            "lower_is_better": name.endswith(LOWER),
        }
        for name, share in shares(run).items()
    ]
    rest = {"parts": {name: round(taken, 1) for name, taken in run.took.items()}, "not_run": run.not_run}
    told = {**head, **rest, "metrics": metrics, "short": [list(row) for row in short(shares(run))]}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def short(held: dict[str, Share]) -> Iterator[tuple[str, ...]]:
    """The rows of the short table, ready to be printed."""
    for words, metric in SHORT:
        share = held.get(metric)
        if share is None or share.value is None:
            continue
        low, high = share.interval
        yield words, f"{share.n:,}", f"{share.value:.1%}", f"{low:.1%} to {high:.1%}"


def last() -> dict[str, Any]:
    """What the last report said. Raises FileNotFoundError where none was made."""
    told: dict[str, Any] = json.loads(FILE.read_text("utf-8"))
    return told


def put_into(readme: str, rows: Iterator[tuple[str, ...]]) -> str:
    """README's text with the table between its marks; unchanged where it has none."""
    whole = f"{MARKS[0]}\n{table(rows)}\n{MARKS[1]}"
    return re.sub(f"{MARKS[0]}\n.*?\n{MARKS[1]}", lambda _: whole, readme, flags=re.S)


def table(rows: Iterator[tuple[str, ...]] | list[list[str]]) -> str:
    """The short table in Markdown."""
    lines = [f"| {' | '.join(COLUMNS)} |", "| --- | --- | --- | --- |"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)])
