"""The report: one table of scores, then every failure with question, answer, expected and stage."""

from __future__ import annotations

from collections import Counter
from statistics import mean

from evals.metrics import citations
from evals.metrics.latency import quantile
from evals.metrics.retrieval import K
from evals.outcome import Outcome, Share
from evals.run import Run

PART_OF = ("question", "prose", "claim", "retrieval", "model")
CITATION = frozenset({citations.PRECISION, citations.RECALL})
SHOWN_CHARACTERS = 900  # of an answer in the list of failures; the JSON beside the report has the whole


def markdown(run: Run, heading: str) -> str:
    """The whole report."""
    parts = [
        f"# {heading}",
        "",
        *(f"{note}\n" for note in run.notes),
        _scores(run),
        "",
        _figures(run),
        "",
        _stages(run),
        "",
        _failures(run),
    ]
    return "\n".join(parts).rstrip() + "\n"


def scores(run: Run) -> dict[str, Share]:
    """All shares by name, the whole question first."""
    return {
        "questions right in substance": run.whole(but=CITATION),
        "questions with nothing wrong, citations too": run.whole(),
        "questions shown a wrong ruling (lower is better)": run.wrong_advice(),
        **run.shares(),
    }


def _scores(run: Run) -> str:
    lines = ["| metric | n | passed | value | 95 % interval |", "|---|---|---|---|---|"]
    for name, share in scores(run).items():
        low, high = share.interval
        value = "–" if share.value is None else f"{share.value:.1%}"
        lines.append(f"| {name} | {share.n} | {share.passed} | {value} | {low:.1%} to {high:.1%} |")
    return "\n".join(lines)


def _figures(run: Run) -> str:
    lines = [
        f"- seconds for an answer: median {quantile(run.seconds, 0.5):.3f}, p95 {quantile(run.seconds, 0.95):.3f}, "
        f"longest {quantile(run.seconds, 1.0):.3f} (n {len(run.seconds)})"
    ]
    for system, ranks in run.reciprocal_ranks.items():
        lines.append(f"- mean reciprocal rank, {system}: {mean(ranks) if ranks else 0:.3f} (n {len(ranks)}, k {K[-1]})")
    return "\n".join(lines)


def _stages(run: Run) -> str:
    counted = Counter(one.stage or "not told" for one in run.failures())
    return "Failures by stage: " + (", ".join(f"{stage} {n}" for stage, n in counted.most_common()) or "none") + "."


def _failures(run: Run) -> str:
    lines = ["## Failures", ""]
    by_metric: dict[str, list[Outcome]] = {}
    for one in run.failures():
        by_metric.setdefault(one.metric, []).append(one)
    for metric, failed in by_metric.items():
        lines += [f"### {metric}: {len(failed)}", ""]
        lines += [line for one in failed for line in _failure(run, one)] + [""]
    return "\n".join(lines if by_metric else [*lines, "None."])


def _failure(run: Run, one: Outcome) -> list[str]:
    asked = next((run.asked[key] for part in PART_OF if (key := f"{part}:{one.case}") in run.asked), None)
    lines = [f"- **{one.case}** ({one.stage or 'stage not told'}{f', {asked.confidence}' if asked else ''})"]
    if asked:
        lines.append(f"  - question: {_line(asked.question)}")
        if asked.answer:
            lines.append(f"  - answer: {_line(asked.answer)}")
    lines.append(f"  - expected: {_line(one.expected)}")
    if one.got and not (asked and asked.answer == one.got):
        lines.append(f"  - got: {_line(one.got)}")
    return [*lines, *([f"  - source: {asked.source}"] if asked and asked.source else [])]


def _line(text: str) -> str:
    whole = " / ".join(part.strip() for part in text.splitlines() if part.strip())
    return whole if len(whole) <= SHOWN_CHARACTERS else whole[:SHOWN_CHARACTERS] + " …"
