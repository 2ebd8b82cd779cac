"""Answers written and labelled by people and models who had not seen the reader.

`a` is wild, `b` to `g`, `i` and `k` are chat-like, `h` is plain, `j` and `l` are mails and direct answers, `m` to
`p` are single statements, each beside a wrong twin.

Truth comes from shared facts and official tables. What the gate did with each at first sight stands in
`evals/cases/history.md`; since then it was mended with them in view, so today's figures are no first sight.
"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

from evals.gate.labelled import Labelled

FOLDER = Path(__file__).parent


@lru_cache(maxsize=1)
def answers() -> tuple[Labelled, ...]:
    """Every answer of every set, in the order of the files."""
    rows = [
        json.loads(line) for file in sorted(FOLDER.glob("*.jsonl")) for line in file.read_text("utf-8").splitlines()
    ]
    return tuple(Labelled(row["question"], {}, row["text"], tuple(map(tuple, row["sentences"]))) for row in rows)
