"""What a conversation's last question wants of the rules, and for which cases."""

from __future__ import annotations

from typing import Any, NamedTuple

from assistant.conversation import Conversation
from assistant.decision import Asked
from assistant.drafting.statements import PLACES
from assistant.rules import payers
from assistant.rules.periods import spoken
from assistant.scenario import Period, Scenario

MOST_CASES = 3
# "Can I bill it" is in half of all questions; beside these it asks nothing of its own.
TELLING = {
    "units",
    "frequency",
    "modifier",
    "pair",
    "validity",
    "which_code",
    "who_bills",
    "documentation",
    "supervision",
}
BILLERS = {"professional": "for the physician", "facility": "for the facility", "global": "billed globally"}


class Case(NamedTuple):
    """One scenario of a question, and how its sentences begin where there are several."""

    says: str
    scenario: Scenario


def cases(conversation: Conversation) -> tuple[Case, ...]:
    """The scenario; or, where the question names two payers, places, dates or billers, one for each."""
    scenario = conversation.scenario
    for fact, values in conversation.alternatives.items():
        if len(values) > 1 and hasattr(scenario, fact):
            told = {**scenario.origins, fact: "question"}
            return tuple(
                Case(_says(fact, value), scenario.but(**{fact: value, "origins": told}))
                for value in values[:MOST_CASES]
            )
    return (Case("", scenario),)


def _says(fact: str, value: Any) -> str:
    if fact == "payer":
        return f"for {payers.name(value)}"
    if fact == "setting":
        return PLACES[value]
    if isinstance(value, Period):
        return spoken(value)
    if fact == "fractions":
        return f"for {value} fractions"
    return BILLERS.get(value, f"for {value}")


def asked_in(conversation: Conversation) -> Asked:
    """The matters, codes and modifiers to decide; a professional bill's code is asked for its modifier as well."""
    scenario, proposition = conversation.scenario, conversation.proposition
    matters = set(conversation.intents) - {"unclear"}
    if not matters:
        matters = {"definition"} if scenario.codes else {"which_code"} if scenario.technique else set()
    if scenario.fractions is not None and scenario.codes and matters <= {"coverage", "which_code"}:
        matters.add("units")
    if matters & TELLING:
        matters.discard("coverage")
    if "which_code" in matters and scenario.codes and scenario.biller == "professional":
        matters.add("modifier")
    return Asked(
        matters=frozenset(matters),
        codes=scenario.codes,
        modifiers=scenario.modifiers if "modifier" in matters else (),
        yes_no=proposition is not None,
        frequency=str(proposition.value) if proposition is not None and proposition.kind == "frequency" else "",
        attributed_to=conversation.reading.opinions if conversation.reading else (),
    )
