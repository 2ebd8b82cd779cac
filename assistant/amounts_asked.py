"""What a question for an amount of money still gets: how the code is paid."""

from __future__ import annotations

import re

from assistant.conversation import Conversation
from assistant.decision import Asked

APC = re.compile(r"\bapcs?\b")


def of_an_amount(conversation: Conversation) -> Asked:
    """How the codes are paid, and the hospital's payment class: the amount itself is outside."""
    scenario = conversation.scenario
    words = conversation.reading.tokens.text.lower if conversation.reading else ""
    settings = (scenario.setting, *conversation.alternatives.get("setting", ()))
    hospitals = "hospital_outpatient" in settings or scenario.biller == "facility"
    of_apcs = hospitals or APC.search(words) is not None
    return Asked(frozenset({"coverage"}), scenario.codes, of_apcs=of_apcs, of_amount=True)
