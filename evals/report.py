"""The report: what was judged, the scores in short, what went wrong first, then every metric."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from statistics import mean
from typing import Any

from evals.failures import told as failure
from evals.metrics.latency import quantile
from evals.metrics.retrieval import K
from evals.outcome import Share
from evals.run import Run
from evals.scores import CITATION, shares, short, table


def markdown(run: Run, head: dict[str, Any], history: str = "") -> str:
    """The whole report. `history` says where the cases come from."""
    parts = [
        "# Second Check: evaluation",
        f"Made by `make evals` (also `secondcheck eval`), without network; do not edit. Engine: {head['engine']}. "
        f"Today is pinned to {head['today']}. {head['machine']}. {head['seconds']} seconds.",
        table(short(shares(run))),
        *run.notes,
        *([history] if history else []),
        _not_run(run),
        _wrong(run),
        _metrics(run),
        _families(run),
        *run.sections,
    ]
    return "\n\n".join(part for part in parts if part).rstrip() + "\n"


def _not_run(run: Run) -> str:
    if not run.not_run:
        return ""
    return "\n".join(["## Not run", "", *(f"- **{name}**: {why}" for name, why in run.not_run.items())])


def _wrong(run: Run) -> str:
    """Questions that were shown something wrong, in full: nobody should have to search for them."""
    if not run.questions():
        return ""
    shown = run.shown_wrong()
    failed = [one for one in run.failures() if one.case in shown and one.metric not in CITATION]
    lines = ["## Questions shown a wrong ruling", "", *(line for one in failed for line in failure(run, one))]
    return "\n".join(lines if failed else [*lines, "None."])


def _metrics(run: Run) -> str:
    lines = ["## Every metric", "", "| metric | n | passed | value | 95 % interval |", "|---|---|---|---|---|"]
    for name, share in shares(run).items():
        low, high = share.interval
        value = "–" if share.value is None else f"{share.value:.1%}"
        lines.append(f"| {name} | {share.n} | {share.passed} | {value} | {low:.1%} to {high:.1%} |")
    return "\n".join([*lines, "", *_figures(run), "", _stages(run)])


def _figures(run: Run) -> Iterator[str]:
    if run.seconds:
        yield (
            f"- seconds for an answer: median {quantile(run.seconds, 0.5):.3f}, p95 {quantile(run.seconds, 0.95):.3f}, "
            f"longest {quantile(run.seconds, 1.0):.3f} (n {len(run.seconds)})"
        )
    for system, ranks in run.reciprocal_ranks.items():
        yield f"- mean reciprocal rank, {system}: {mean(ranks) if ranks else 0:.3f} (n {len(ranks)}, k {K[-1]})"


def _stages(run: Run) -> str:
    counted = Counter(one.stage or "not told" for one in run.failures())
    stages = ", ".join(f"{stage} {n}" for stage, n in counted.most_common()) or "none"
    return f"Failures by the stage that failed: {stages}. Each, with what was expected: [failures.md](failures.md)."


def _families(run: Run) -> str:
    questions = run.questions()
    if not questions:
        return ""
    failed = {one.case for one in run.failures() if one.metric not in CITATION}
    wrong = run.shown_wrong()
    lines = ["## Questions by family", "", "| family | batch | n | right | 95 % interval | shown a wrong ruling |"]
    lines.append("|---|---|---|---|---|---|")
    for family, batch in sorted({(one.family, one.batch) for one in questions.values()}):
        cases = [case for case, one in questions.items() if (one.family, one.batch) == (family, batch)]
        share = Share(sum(case not in failed for case in cases), len(cases))
        low, high = share.interval
        shown = sum(case in wrong for case in cases)
        lines.append(f"| {family} | {batch} | {share.n} | {share.passed} | {low:.1%} to {high:.1%} | {shown} |")
    return "\n".join(lines)
