"""Sentences that need no reading because they are a rule's or a source's own, word for word.

Nothing is taken on trust: the rules are asked again for the scenario, and the sentence must be one that they give
today; a quotation must stand in a passage that was retrieved, under its publisher's name and with its standing.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.checking.sentences import sentences
from assistant.decide import decide
from assistant.decision import Decision
from assistant.drafting.quoting import quotation
from assistant.drafting.ruled import ruled, taken_for_granted
from assistant.drafting.yes_or_no import yes_or_no
from assistant.reading.patterns import Seldom
from corpus.passage import Passage

MARKS = Seldom(r"\s*\[\d+\]", "[")


def plain(sentence: str) -> str:
    """The sentence without citation marks and with single spaces."""
    return " ".join(MARKS.sub("", sentence).split())


def rules_own(decisions: Sequence[Decision]) -> frozenset[str]:
    """Every sentence the rules themselves say in these scenarios, asked again now."""
    own: set[str] = set()
    for told in decisions:
        decision = decide(told.asked, told.scenario, told.today, told.case)
        said = (*ruled(decision), *taken_for_granted(decision))
        texts = [plain(one.text) for statement in said for one in sentences(statement.text)]
        opening = yes_or_no(decision) if len(decisions) == 1 else ""
        own.update(texts, [f"{opening} {texts[0]}", opening] if opening and texts else ())
    return frozenset(own)


def sources_own(sentence: str, passages: Sequence[Passage]) -> str:
    """What the sentence quotes from one of the passages, word for word and with its standing; empty otherwise."""
    if not passages:
        return ""
    said = plain(sentence)
    for passage in passages:
        for line, quoted in quotation(passage):
            if said == plain(quoted):
                return line
    return ""
