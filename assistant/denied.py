"""Why a line was denied, as far as the question tells: for another service, for its number, or for nothing we see."""

from __future__ import annotations

from assistant.decision import Asked, Decision
from assistant.rules.code_sets import LEVELS
from assistant.rules.indicators import Indicator
from assistant.rules.payers import is_medicare

OF_PAIRS = (Indicator("reason", "97"), Indicator("reason", "236"))  # denials for another service of the date
OF_NUMBERS = (Indicator("reason", "151"), Indicator("reason", "222"), Indicator("reason", "119"))


def is_for_another(asked: Asked) -> bool:
    """Whether the denial says that another service of the date was paid instead, or says no reason at all."""
    told = any(one in OF_PAIRS for one in asked.indicators) or asked.denied_as_part
    # Of two levels one was paid in the other's place, which no pair explains: "77412 was downcoded to 77407".
    return told and not set(asked.codes) <= set(LEVELS)


def is_for_a_number(asked: Asked) -> bool:
    """Whether a denial is about the number of units: told beside the code, or by its reason."""
    return bool(asked.told_units) or asked.denied_for_number or any(one in OF_NUMBERS for one in asked.indicators)


def explains_no_denial(decision: Decision) -> bool:
    """Whether nothing that the rules hold of the line could be why it was denied."""
    if len(decision.asked.codes) != 1 or not is_medicare(decision.scenario.payer) or decision.asked.of_visit:
        return False
    if any(one.kind == "reason" and one not in (*OF_PAIRS, *OF_NUMBERS) for one in decision.asked.indicators):
        return False  # the reason itself says what to do
    unpaid = any(one.treatment != "paid" and decision.day <= one.period.end for one in decision.statuses)
    ended = any(one.valid is False for one in decision.codes)
    return not (unpaid or ended or decision.units or decision.billers or decision.modifiers or decision.payer_rules)
