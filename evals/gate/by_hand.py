"""Statements written by hand, labelled by hand: `by_hand.txt`."""

from __future__ import annotations

from pathlib import Path

from evals.gate.cases import Case

FILE = Path(__file__).parent / "by_hand.txt"


def by_hand() -> list[Case]:
    """Every line of the file as a case of the kind "by hand"."""
    made = []
    for line in FILE.read_text("utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        label, question, text = line.split("|", 2)
        made.append(Case("by hand", text, question, text.replace("\\n", "\n"), label == "R"))
    return made
