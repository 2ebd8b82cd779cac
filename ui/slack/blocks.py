"""An answer in Block Kit: text, check mark, notices, facts, sources; then what can be pressed. Pure."""

from __future__ import annotations

import re
from datetime import date

from assistant.answer import Answer, Citation
from ui import cited, shown
from ui.slack import wording
from ui.slack.buttons import asked_blocks, foot
from ui.slack.literal import as_mrkdwn, beginning, cut
from ui.slack.message import Block, Message
from ui.slack.parts import context, contexts, section

MOST_SHOWN = 2_400  # characters; more is no message but a document, and goes into a file
MOST_OF_A_PARAGRAPH = 2_000  # escaping makes a text longer, and a section holds 3,000
MOST_SOURCES = 12
MOST_OF_A_NOTIFICATION = 300
BULLET = re.compile(r"^\s*[-*]\s+", re.MULTILINE)


def message(answer: Answer, number: int, today: date, *, edited: bool = False) -> Message:
    """The answer to question `number`."""
    everything = shown.text(answer)
    text = beginning(everything, MOST_SHOWN)
    is_cut = text != everything
    blocks: list[Block] = []
    if quiet := shown.headline(answer):
        blocks.append(context(as_mrkdwn(quiet)))
    blocks += _paragraphs(text)
    if is_cut:
        blocks.append(context(wording.CUT))
    if words := shown.mark(answer):
        blocks.append(context(f":white_check_mark: {as_mrkdwn(words)}"))
    if notices := notices_of(answer, edited=edited):
        blocks += contexts([as_mrkdwn(line) for line in notices])
    if facts := _facts(answer):
        blocks.append(context(as_mrkdwn(facts)))
    if differences := _differences(answer):
        blocks += contexts(differences)
    blocks += _sources(answer)
    blocks += asked_blocks(answer, number, today)
    blocks.append(foot(answer, number))
    rest = whole(answer) if is_cut or len(answer.citations) > MOST_SOURCES else ""
    return Message(as_mrkdwn(cut(everything, MOST_OF_A_NOTIFICATION)), blocks, rest)


def notices_of(answer: Answer, *, edited: bool = False) -> list[str]:
    """What the page says of an answer's making, and what only Slack needs said."""
    said = shown.notices(answer)
    if answer.removed_identifiers:
        said.append(wording.STILL_IN_SLACK)
    return [*said, *([wording.EDITED] if edited else [])]


def whole(answer: Answer) -> str:
    """Everything as plain text, for the file."""
    parts = [shown.text(answer), *notices_of(answer)]
    if facts := _facts(answer):
        parts.append(facts)
    parts += [f"{row.who} says: {row.says}. {row.followed}" for row in shown.disagreements(answer)]
    parts += [
        "\n".join([f"[{one.n}] {one.title}", *(f"    {name}: {value}" for name, value in cited.particulars(one))])
        for one in answer.citations
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _paragraphs(text: str) -> list[Block]:
    """One section, or more where escaping would make it too long for one."""
    pieces: list[str] = []
    for paragraph in BULLET.sub("• ", text.strip()).split("\n\n"):
        if pieces and len(pieces[-1]) + len(paragraph) < MOST_OF_A_PARAGRAPH // 2:
            pieces[-1] += f"\n\n{paragraph}"
        else:
            pieces.append(paragraph)
    sections: list[Block] = []
    for piece in pieces:
        rest = piece
        while rest:
            head = rest if len(rest) <= MOST_OF_A_PARAGRAPH // 2 else beginning(rest, MOST_OF_A_PARAGRAPH // 2)
            head = head.removesuffix("…") or rest[: MOST_OF_A_PARAGRAPH // 2]
            sections.append(section(as_mrkdwn(head.strip())))
            rest = rest[len(head) :].lstrip()
    return sections


def _facts(answer: Answer) -> str:
    """ "Worked out for: payer Medicare (assumed) · setting Office" """
    facts = [f"{chip.name} {chip.value} ({chip.origin})" for chip in shown.chips(answer)]
    return f"Worked out for: {' · '.join(facts)}" if facts else ""


def _differences(answer: Answer) -> list[str]:
    return [
        f"*Sources disagree.* {as_mrkdwn(cut(f'{row.who} says: {row.says}. {row.followed}', 900))}"
        for row in shown.disagreements(answer)
    ]


def _sources(answer: Answer) -> list[Block]:
    """ "[1] Title, section · publisher · in force · standing". No address: a link in a message may unfurl."""
    lines = [as_mrkdwn(cut(source_line(one), 900)) for one in answer.citations[:MOST_SOURCES]]
    return contexts(lines)


def source_line(citation: Citation) -> str:
    page = f"page {citation.page}" if citation.page else ""
    place = ", ".join(part for part in (citation.title, citation.section or "", page) if part)
    standing = cited.STANDINGS.get(citation.standing, citation.standing)
    rest = " · ".join(part for part in (citation.publisher, citation.in_force, standing) if part)
    return f"[{citation.n}] {place} · {rest}" if rest else f"[{citation.n}] {place}"
