"""Labelled answers of others as a part of the run: how many wrong sentences the gate stops, and what that costs."""

from __future__ import annotations

from evals.outcome import Share
from evals.run import Run

STOPPED = "answers of others: wrong sentences stopped"
SHOWN = "answers of others: right sentences shown"
PARTED = "answers of others: right sentences shown in whole or by their head"
HARMLESS = "answers of others: harmless sentences shown"
TOLD = (
    "## Answers of others, sentence by sentence\n\n"
    "Written and labelled in eight sets from facts and official tables by writers who saw neither reader nor rules "
    "(gate/answers/). The gate was mended with them in view; what it did at first sight stands in cases/history.md."
)


def run_recorded_answers(run: Run) -> None:
    """Adds the shares of the three kinds of sentences, and every wrong one that was shown."""
    from evals.gate.answers import answers
    from evals.gate.labelled import score_sentences

    score = score_sentences(answers())
    wrong, right, harmless = (score.of(label) for label in ("wrong", "right", "harmless"))
    run.counted |= {
        STOPPED: Share(wrong - len(score.leaked), wrong),
        SHOWN: Share(right - len(score.blocked), right),
        PARTED: Share(right - len(score.blocked) + sum(label == "right" for label, _, _ in score.heads), right),
        HARMLESS: Share(score.sentences["harmless", True], harmless),
    }
    run.sections.append(TOLD)
    leaked = [f"- leaked: `{sentence!r}` (question: {one.question})" for one, sentence in score.leaked]
    blocked = [f"- blocked: `{sentence!r}` (question: {one.question})" for one, sentence in score.blocked]
    heads = [f"- head of a wrong one: `{head!r}` of `{one!r}`" for label, one, head in score.heads if label == "wrong"]
    run.misses.append("\n".join(["## Answers of others", "", *leaked, *heads, *blocked]))
