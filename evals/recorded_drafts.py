"""Drafts of a small model, recorded and labelled by hand, as a part of the run: neither model nor reader judges."""

from __future__ import annotations

from typing import Any

from evals.gate.real_drafts import score_drafts
from evals.outcome import Share
from evals.run import Run
from evals.scores import WITH, WITHOUT
from evals.wrong_advice import section

STOPPED = "recorded drafts: wrong sentences stopped"
SHOWN = "recorded drafts: right sentences shown"
WITHHELD = "recorded drafts: sentences that nothing settles withheld"
JUDGED_BY = (
    "A small model answered from the tutorial pipeline's passages, at temperature 0 and 0.8; its drafts are kept in "
    "gate/model_drafts.jsonl. Every sentence was labelled by hand (right, wrong, unsettled, harmless), so neither our "
    "reader nor a model is the judge. An answer counts as wrong when at least one wrong sentence of it can be read. "
    "The gate was mended while these drafts were read: the second figure is no first sight."
)


def run_recorded_drafts(run: Run) -> None:
    """Adds the figure with and without the gate, sentence by sentence shares, and every miss."""
    score = score_drafts()
    without, behind = Share(score.wrong_texts, score.texts), Share(score.wrong_shown, score.texts)
    wrong, right, unsettled = (score.of(label) for label in ("wrong", "right", "unsettled"))
    run.counted |= {
        WITHOUT: without,
        WITH: behind,
        STOPPED: Share(wrong - len(score.leaked), wrong),
        SHOWN: Share(right - len(score.blocked), right),
        WITHHELD: Share(unsettled - len(score.unsettled_shown), unsettled),
    }
    price = f"The price: of {right} right sentences {right - len(score.blocked)} are shown as they were written."
    told = section("recorded drafts of a small model", JUDGED_BY, without, behind)
    run.sections.insert(0, f"{told}\n\n{price}")
    run.misses.insert(0, "\n".join(["## Recorded drafts of a small model", "", *_misses(score)]))


def _misses(score: Any) -> list[str]:
    """Every sentence that went the wrong way; what leaked stands first."""
    named = (("leaked", score.leaked), ("unsettled and shown", score.unsettled_shown), ("blocked", score.blocked))
    lines = [
        f"- {how}, {draft.case} at {draft.temperature}: `{sentence!r}` (question: {draft.question})"
        for how, held in named
        for draft, sentence in held
    ]
    return lines or ["None."]
