"""What the reader is told about how the question was understood, beside the answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from assistant.conversation import Conversation
from assistant.drafting.leads import PLACES
from assistant.rules import payers
from assistant.rules.periods import spoken
from assistant.scenario import Period

NAMES = {"dos": "date of service"}


def pointed_out(conversation: Conversation) -> Iterator[str]:
    """Defaults that the question overrules, facts that were not understood, statements that cannot both be."""
    for one in conversation.overruled:
        name = NAMES.get(one.fact, one.fact.replace("_", " "))
        given, said = (_in_words(one.fact, value) for value in (one.given, one.said))
        yield f"The question overrules the {name} given beside it: {said}, not {given}."
    for problem in conversation.problems:
        if problem.kind in ("unknown_fact", "contradiction"):
            yield problem.why


def _in_words(fact: str, value: Any) -> str:
    if isinstance(value, Period):
        return spoken(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if fact == "payer":
        return payers.name(value)
    return PLACES.get(value, str(value).replace("_", " "))
