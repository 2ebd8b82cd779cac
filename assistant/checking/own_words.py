"""Sentences that need no reading because they are a rule's or a source's own, word for word.

Nothing is taken on trust: the rules are asked again for the scenario, and the sentence must be one that they give
today; a quotation must stand in a passage that was retrieved, under its publisher's name and with its standing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from assistant.checking.sentences import sentences
from assistant.decide import decide
from assistant.decision import Asked
from assistant.drafting.quoting import quotation
from assistant.drafting.ruled import ruled, taken_for_granted, yes_or_no
from assistant.rules.finding import RulesError
from assistant.scenario import Scenario
from corpus.passage import Passage

MARKS = re.compile(r"\s*\[\d+\]")
EVERY_MATTER = frozenset(
    {"units", "frequency", "modifier", "pair", "coverage", "who_bills", "documentation", "supervision", "definition"}
)


def plain(sentence: str) -> str:
    """The sentence without citation marks and with single spaces."""
    return " ".join(MARKS.sub("", sentence).split())


def rules_own(asked: Asked, scenario: Scenario, today: date) -> frozenset[str]:
    """Every sentence the rules themselves say to this question in this scenario."""
    try:
        decision = decide(asked, scenario, today)
    except RulesError:
        return frozenset()
    said = (*ruled(decision), *taken_for_granted(decision))
    told = [plain(one.text) for statement in said for one in sentences(statement.text)]
    opening = yes_or_no(decision)
    return frozenset((*told, *(f"{opening} {one}" for one in told[:1] if opening), *filter(None, [opening])))


def asked_by(text_codes: Sequence[str], modifiers: Sequence[str]) -> Asked:
    """What would have been asked where only the text is known: everything about the codes it names."""
    return Asked(EVERY_MATTER, tuple(dict.fromkeys(text_codes)), tuple(dict.fromkeys(modifiers)))


def sources_own(sentence: str, passages: Sequence[Passage]) -> str:
    """What the sentence quotes from one of the passages, word for word and with its standing; empty otherwise."""
    said = plain(sentence)
    for passage in passages:
        for line, quoted in quotation(passage):
            if said == plain(quoted):
                return line
    return ""
