"""How well passages are found: dense only, BM25 only, their equal fusion and ours, over one set of queries."""

from __future__ import annotations

from evals.retrieval.measuring import measure
from evals.retrieval.report import markdown

__all__ = ["markdown", "measure"]
