"""Every failure with question, answer, expected and the stage that failed; what could cost money stands first."""

from __future__ import annotations

from evals.metrics import (
    abstention,
    claims,
    clarification,
    delivery,
    forbidden,
    gate,
    modifiers,
    pairs,
    privacy,
    stated,
    units,
    validity,
)
from evals.outcome import Outcome
from evals.run import Run

PART_OF = ("question", "prose", "claim", "retrieval", "model")
SHOWN_CHARACTERS = 900  # of an answer; `--figures` writes all of it
# A wrong bill first, then what is missing, then how it is put. A metric without a place of its own comes last.
IMPORTANCE = (
    "no crash", gate.LEAK, units.NAME, modifiers.NAME, pairs.NAME, validity.NAME, delivery.NAME, claims.VERDICT,
    forbidden.NAME, privacy.NAME, abstention.RECALL, clarification.RECALL, stated.NAME, abstention.PRECISION,
    clarification.PRECISION, claims.REASON, gate.BLOCK,
)  # fmt: skip


def markdown(run: Run) -> str:
    """The list, by metric."""
    lines = ["# Second Check: every failure", "", "Made together with [report.md](report.md); do not edit.", ""]
    held = by_metric(run)
    lines += [f"- {metric}: {len(failed)}" for metric, failed in held.items()] or ["None."]
    for metric, failed in held.items():
        lines += ["", f"## {metric}: {len(failed)}", "", *(line for one in failed for line in told(run, one))]
    for section in run.misses:
        lines += ["", section]
    return "\n".join(lines).rstrip() + "\n"


def by_metric(run: Run) -> dict[str, list[Outcome]]:
    """The failures of each metric, the most important metric first."""
    held: dict[str, list[Outcome]] = {}
    for one in run.failures():
        held.setdefault(one.metric, []).append(one)
    place = {metric: at for at, metric in enumerate(IMPORTANCE)}
    return {metric: held[metric] for metric in sorted(held, key=lambda metric: place.get(metric, len(place)))}


def told(run: Run, one: Outcome) -> list[str]:
    """One failure for a reader who has nothing else."""
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
