"""Claim lines: the verdict is exact, and for a line that fails the reason is one that describes the fault."""

from __future__ import annotations

from evals.case import ClaimRow
from evals.outcome import Outcome

VERDICT = "claim verdict"
REASON = "claim reason"


def judge_verdict(case: ClaimRow, verdict: str, reason: str, why: str) -> Outcome:
    """One line's verdict."""
    return Outcome(VERDICT, case.id, verdict == case.verdict, case.verdict, f"{verdict} ({reason}): {why}", "rule")


def judge_reason(case: ClaimRow, verdict: str, reason: str, why: str) -> Outcome | None:
    """None for lines that name no reason, or whose verdict is wrong already."""
    if not case.reasons or verdict != case.verdict:
        return None
    return Outcome(REASON, case.id, reason in case.reasons, " or ".join(case.reasons), f"{reason}: {why}", "rule")
