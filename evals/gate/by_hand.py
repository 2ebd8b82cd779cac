"""Statements written by hand and labelled by hand, in the style of mails, notes, tables and chat models."""

from __future__ import annotations

import json
from pathlib import Path

from evals.gate.cases import Case

FILE = Path(__file__).parent / "by_hand.jsonl"


def by_hand() -> list[Case]:
    """Every line of the file as a case of the kind "by hand"."""
    rows = [json.loads(line) for line in FILE.read_text("utf-8").splitlines()]
    return [Case("by hand", row["text"], row["question"], row["text"], row["right"]) for row in rows]
