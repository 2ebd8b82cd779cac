"""The claim that a question lists: its lines are what is asked, and its facts are those of one bill."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assistant.conversation import Conversation
from assistant.decision import Asked
from assistant.reading.claims import claim_lines, denied_line
from assistant.reading.tokens import Tokens
from assistant.rules.biller import HOSPITAL
from assistant.rules.claim_line import ToldLine
from assistant.rules.told_claim import judged
from assistant.scenario import Scenario

OF_THE_LINES = (
    "fractions",
    "dos",
)  # told twice ("fx 16-20", a date on each line) they belong to the lines, not to cases


def claim_asked(conversation: Conversation) -> Asked | None:
    """The lines to judge; None where the question lists none."""
    if conversation.reading is None:
        return None
    tokens = conversation.reading.tokens
    lines = claim_lines(tokens) or _denied(tokens, conversation)
    if not lines:
        return None
    codes = tuple(dict.fromkeys(one.code for one in lines))
    return Asked(frozenset({"claim"}), codes, conversation.scenario.modifiers, claim=lines)


def _denied(tokens: Tokens, conversation: Conversation) -> tuple[ToldLine, ...]:
    """A denied line is judged where it is told who billed it and where; one that stands leaves the denial to tell."""
    scenario = conversation.scenario
    lines = denied_line(tokens) if scenario.setting and scenario.biller else ()
    return lines if any(one.verdict == "fail" for one in judged(lines, scenario, conversation.today)) else ()


def of_one_bill(conversation: Conversation) -> tuple[Scenario, Mapping[str, tuple[Any, ...]]]:
    """The facts of the claim, and those of which two were told that make two claims of it.

    A place of service with nobody named who bills stands on a physician's claim: a hospital's has none.
    """
    scenario, reading = conversation.scenario, conversation.reading
    numbered = reading is not None and bool(reading.tokens.places_of_service)
    if numbered and scenario.biller is None and scenario.setting in HOSPITAL:
        scenario = scenario.but(biller="professional")
    told = {fact: values for fact, values in conversation.alternatives.items() if fact not in OF_THE_LINES}
    return scenario, told
