"""The figure that this program is for: wrong advice shown per 100 answers, without and with the second check."""

from __future__ import annotations

from evals.outcome import Share

HEADING = "## Wrong advice shown per 100 answers"


def section(whose: str, judged_by: str, without: Share, behind: Share) -> str:
    """A table of both. The shares count answers that show something wrong."""
    rows = (("without the second check", without), ("with the second check", behind))
    lines = [
        f"{HEADING}: {whose}",
        "",
        judged_by,
        "",
        "| the same answers | n | with wrong advice | per 100 | 95 % interval |",
        "|---|---|---|---|---|",
    ]
    return "\n".join([*lines, *(_row(words, share) for words, share in rows)])


def _row(words: str, share: Share) -> str:
    low, high = (end * 100 for end in share.interval)
    return f"| {words} | {share.n} | {share.passed} | {(share.value or 0) * 100:.1f} | {low:.1f} to {high:.1f} |"
