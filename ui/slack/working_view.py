""" "How this was worked out" as a window over the conversation. Nothing unfurls there, so sources are linked. Pure."""

from __future__ import annotations

from typing import Any

from assistant.answer import Answer
from ui import cited, working
from ui.slack.literal import as_link, as_mrkdwn, cut
from ui.slack.message import Block
from ui.slack.parts import context, label_of, section

MOST_STEPS = 30
MOST_SOURCES = 15
MOST_BLOCKS = 100
MOST_OF_A_PASSAGE = 700


def view(answer: Answer) -> dict[str, Any]:
    """The window for `views.open`."""
    blocks = [*_steps(answer), *_sources(answer), context(as_mrkdwn(working.made_in(answer)))]
    return {
        "type": "modal",
        "title": label_of("How this was worked out"[:24]),
        "close": label_of("Close"),
        "blocks": blocks[:MOST_BLOCKS],
    }


def _steps(answer: Answer) -> list[Block]:
    blocks: list[Block] = []
    steps = working.steps(answer)
    for step in steps[:MOST_STEPS]:
        basis = " · ".join(part for part in (step.subject, step.dates, step.reference) if part)
        blocks.append(section(f"*{as_mrkdwn(step.label)}.* {as_mrkdwn(cut(step.why, 1_200))}"))
        blocks.append(context(as_mrkdwn(cut(basis, 900))))
    if len(steps) > MOST_STEPS:
        blocks.append(context(f"and {len(steps) - MOST_STEPS} more"))
    return blocks


def _sources(answer: Answer) -> list[Block]:
    blocks: list[Block] = []
    for one in answer.citations[:MOST_SOURCES]:
        rows = [f"{name}: {value}" for name, value in cited.particulars(one) if name != "Address"]
        passage = f"\n{cited.WORDS[one.words]}: {cut(one.passage, MOST_OF_A_PASSAGE)}" if one.passage else ""
        blocks.append(section(f"[{one.n}] {as_link(one.address, one.title)}"))
        blocks.append(context(as_mrkdwn(cut(" · ".join(rows) + passage, 1_400))))
    return blocks
