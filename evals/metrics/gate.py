"""The gate: wrong or unverifiable advice that was shown (leak), and right advice that was not (false block)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from evals.case import Prose
from evals.outcome import Outcome

LEAK = "gate lets no wrong advice through"
BLOCK = "gate lets right advice through"


def judge(case: Prose, verified: Mapping[str, Any]) -> Outcome:
    """`verified` is the object of the verify contract. Shown means as written, neither replaced nor withheld."""
    as_written = case.text in str(verified["shown"]) and not verified["withheld"] and not verified["corrected"]
    expected = "shown" if case.verdict == "right" else f"not shown ({case.verdict})"
    why = "; ".join(f"{row['finding']}: {row['why']}" for row in verified["advice"]) or "no advice read"
    metric = BLOCK if case.verdict == "right" else LEAK
    passed = as_written == (case.verdict == "right") or (case.verdict == "unverifiable" and _attributed(verified))
    return Outcome(metric, case.id, passed, expected, f"shown as {verified['shown']!r} ({why})", "gate")


def _attributed(verified: Mapping[str, Any]) -> bool:
    """Whether all that is not settled stands beside who says it and why nothing settles it, and is called no data."""
    unsettled = [row for row in verified["advice"] if row["finding"] != "pass"]
    told = all(row["finding"] == "no_data" and row["why"] in verified["shown"] for row in unsettled)
    return bool(unsettled) and told
