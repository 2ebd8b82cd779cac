"""What a conversation's last question wants of the rules."""

from __future__ import annotations

from assistant.conversation import Conversation
from assistant.decide import Asked


def asked_in(conversation: Conversation) -> Asked:
    """The matters, codes and modifiers to decide; a professional bill's code is asked for its modifier as well."""
    scenario, proposition = conversation.scenario, conversation.proposition
    matters = set(conversation.intents) - {"unclear"}
    if scenario.codes and not matters:
        matters = {"definition"}
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
