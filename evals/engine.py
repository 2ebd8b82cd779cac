"""Our own engine as the runner wants it: ask, verify, check, search."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from evals.case import TODAY, Prose


def verify(case: Prose) -> Mapping[str, Any]:
    """The gate's word on somebody else's text."""
    from assistant.checking.gate import verify as judge

    return judge(case.text, case.question, case.facts, today=date.fromisoformat(TODAY))


def check(rows: Sequence[Mapping[str | None, Any]]) -> list[Any]:
    """Claim lines judged in one stream."""
    from assistant.rules.claim import check_lines

    return list(check_lines(rows))


def search(query: str) -> list[str]:
    """Source ids our retrieval finds, best first."""
    from assistant.retrieval import Retriever
    from assistant.settings import load_settings

    return [hit.passage.source for hit in Retriever(load_settings().data_dir).search(query, k=24)]
