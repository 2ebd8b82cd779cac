"""The composer: an answer in plain sentences from rulings and passages, with no model and no network."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from assistant.citing import Citations
from assistant.decision import Decision
from assistant.drafting.quoting import say_passages
from assistant.drafting.ruled import ruled, taken_for_granted
from assistant.drafting.sources_part import sources_part
from assistant.drafting.statements import Statement
from assistant.drafting.yes_or_no import yes_or_no
from corpus.rulebook import Reference
from corpus.sources import load_sources

if TYPE_CHECKING:
    from assistant.ranking import Hit

MOST_SENTENCES = 12  # of an answer to several codes or cases
ENOUGH = 7  # sentences on one or two codes, "Yes." and what is taken for granted aside
MOST_MARKS = 2  # citations behind one sentence


def compose(
    decisions: Sequence[Decision],
    question: str,
    hits: Sequence[Hit],
    citations: Citations,
    holds: Callable[[str], bool] = lambda _: True,
) -> str:
    """The answer as prose with citation marks [n]; empty when neither rules nor passages have anything to say.

    `holds` says whether a quotation may be shown.
    """
    closing = list(dict.fromkeys(one.text for decision in decisions for one in taken_for_granted(decision)))
    opening = [word] if len(decisions) == 1 and (word := yes_or_no(decisions[0])) else []
    told = _said(decisions, min(_room(decisions), MOST_SENTENCES - len(closing) - len(opening)))
    quotable = [hit for hit in hits if citations.knows(hit.passage)]
    part = sources_part(decisions, tuple(statement.text for statement, _ in told))
    quotes = list(islice(say_passages(question, quotable, holds, part.wanted), part.most))
    if part.instead and quotes:
        told, closing = [], []
    if not told:
        opening = []
    sentences = [_marked(statement, citations, day) for statement, day in told]
    sentences += [_with_marks(statement.text, [citations.of_passage(passage)]) for statement, passage in quotes]
    return " ".join((*opening, *sentences, *closing)) if sentences else ""


def _said(decisions: Sequence[Decision], room: int) -> list[tuple[Statement, date]]:
    """What the rules say to each case, nothing twice, no case crowding out another, with the day to cite for."""
    told: dict[str, tuple[int, int, Statement, date]] = {}
    for case, decision in enumerate(decisions):
        for rank, statement in enumerate(ruled(decision)):
            told.setdefault(statement.text, (rank, case, statement, decision.day))
    first = sorted(told.values(), key=lambda one: one[:2])[:room]  # the most important of every case
    return [(statement, day) for _, _, statement, day in sorted(first, key=lambda one: (one[1], one[0]))]


def _room(decisions: Sequence[Decision]) -> int:
    """Seven sentences; more where the question names several codes or cases, each of which has a right to its own."""
    codes = {code for decision in decisions for code in decision.asked.codes}
    several = max(0, len(codes) - 2) + 2 * (len(decisions) - 1)
    return min(MOST_SENTENCES, ENOUGH + several)


def _marked(statement: Statement, citations: Citations, day: date) -> str:
    """The sentence with its citation marks before the full stop; sources in force on the day come first."""
    sources = load_sources()
    told = [*statement.references, *_also(statement, citations)]
    references = sorted(told, key=lambda one: not sources[one.source].holds_on(day))[:MOST_MARKS]
    return _with_marks(statement.text, [citations.of(each, statement.code) for each in references])


def _also(statement: Statement, citations: Citations) -> list[Reference]:
    """Further sources that say the same and name the code: a second witness, or the file of an earlier date."""
    also = [each for one in statement.references for each in one.also]
    return [Reference(source=each) for each in dict.fromkeys(also) if citations.speaks(each, statement.code)]


def _with_marks(text: str, numbers: Sequence[int]) -> str:
    marks = "".join(f"[{number}]" for number in dict.fromkeys(numbers))
    body, stop = (text[:-1], text[-1]) if text[-1] in ".?!" else (text, ".")
    return f"{body} {marks}{stop}" if marks else text
