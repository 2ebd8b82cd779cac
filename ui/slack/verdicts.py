"""Somebody's text second-checked, and claim lines checked, as messages. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from ui import marked
from ui.slack import wording
from ui.slack.literal import as_mrkdwn, cut
from ui.slack.message import Block, Message
from ui.slack.parts import context, section

MARKS = {
    "pass": ":white_check_mark:", "fail": ":x:", "no_data": ":grey_question:", "unreadable": ":grey_question:",
}  # fmt: skip
VERDICTS = {"pass": "Pass", "fail": "Fail", "no_data": "No data"}
Row = TypeVar("Row")
MOST_ROWS = 22  # each takes two of the fifty blocks


def of_text(judged: Mapping[str, Any], removed: tuple[str, ...] = ()) -> Message:
    """Which statements of a message hold: each with its mark, the reason and the reference."""
    rows = marked.statements(judged.get("advice") or ())
    summary = marked.summary(rows)
    blocks: list[Block] = [section(f"*Second check.* {as_mrkdwn(summary)}")]
    for row in _telling(rows, lambda one: one.finding):
        blocks.append(section(f"{MARKS[row.finding]} “{as_mrkdwn(cut(row.sentence, 500))}”"))
        why = " ".join(row.reasons)
        basis = f" [{'; '.join(row.references)}]" if row.references else ""
        blocks.append(context(f"*{as_mrkdwn(row.label)}.* {as_mrkdwn(cut(why + basis, 900))}"))
    return Message(as_mrkdwn(summary), blocks + _tail(len(rows), removed))


def of_lines(results: Sequence[Mapping[str, str]], removed: tuple[str, ...] = ()) -> Message:
    """Each claim line with its verdict, reason and reference."""
    counts = {verdict: sum(row["verdict"] == verdict for row in results) for verdict in VERDICTS}
    summary = f"{_lines(len(results))}: {counts['pass']} pass, {counts['fail']} fail, {counts['no_data']} without data."
    blocks: list[Block] = [section(f"*Claim lines.* {as_mrkdwn(summary)}")]
    for row in _telling(results, lambda one: one["verdict"]):
        blocks.append(section(f"{MARKS[row['verdict']]} {as_mrkdwn(cut(row['line'], 300))}"))
        reason = f" ({row['reason'].replace('_', ' ')})" if row["reason"] else ""
        basis = f" [{row['reference']}]" if row["reference"] else ""
        verdict = VERDICTS[row["verdict"]]
        blocks.append(context(f"*{verdict}{as_mrkdwn(reason)}.* {as_mrkdwn(cut(row['why'] + basis, 900))}"))
    return Message(as_mrkdwn(summary), blocks + _tail(len(results), removed))


def of_code(rows: Sequence[Sequence[str]], removed: tuple[str, ...] = ()) -> Message:
    """What the rules say of a code: the first row is the code itself."""
    (_, first), rest = (str(rows[0][0]), str(rows[0][1])), rows[1:]
    blocks: list[Block] = [section(as_mrkdwn(cut(first, 2_000)))]
    lines = [f"*{as_mrkdwn(label)}:* {as_mrkdwn(cut(says, 700))}" for label, says in rest]
    blocks += [section("\n".join(lines[at : at + 3])) for at in range(0, min(len(lines), 60), 3)]
    return Message(as_mrkdwn(cut(first, 300)), blocks + _tail(0, removed))


def of_words(text: str, removed: tuple[str, ...] = ()) -> Message:
    """A sentence or two, and nothing else."""
    return Message(as_mrkdwn(text), [section(as_mrkdwn(text)), *_tail(0, removed)])


def _telling(rows: Sequence[Row], finding: Callable[[Row], str]) -> Sequence[Row]:
    """The rows in their order; of too many, those first that somebody has to look at."""
    if len(rows) <= MOST_ROWS:
        return rows
    return sorted(rows, key=lambda row: marked.WORST_FIRST.index(finding(row)))[:MOST_ROWS]


def _tail(rows: int, removed: tuple[str, ...]) -> list[Block]:
    said = [wording.identifiers_removed(removed)]
    if rows > MOST_ROWS:
        said.append(f"{rows - MOST_ROWS} more are not shown here: send them in parts, or use the command line.")
    return [context(as_mrkdwn(line)) for line in said if line]


def _lines(number: int) -> str:
    return "1 line" if number == 1 else f"{number} lines"
