"""The cases of a question: its scenario, or one for each of two payers, places, dates, billers or courses it names."""

from __future__ import annotations

from typing import Any, NamedTuple

from assistant.claim_asked import claim_asked, of_one_bill
from assistant.conversation import Conversation
from assistant.courses import compared_courses
from assistant.drafting.leads import PLACES
from assistant.reading.days_apart import dates_apart
from assistant.rules import payers
from assistant.rules.codes import code_on
from assistant.rules.periods import spoken
from assistant.scenario import Period, Scenario
from corpus.rulebook import LAST_YEAR

MOST_CASES = 3
COUNTS = {"units", "frequency"}
OF_A_PAIR = {"pair", "coverage", "validity", "definition", "unclear"}  # what two codes and their dates can be asked for
BILLERS = {"professional": "for the physician", "facility": "for the facility", "global": "billed globally"}


class Case(NamedTuple):
    """One scenario of a question, and how its sentences begin where there are several."""

    says: str
    scenario: Scenario


def cases(conversation: Conversation) -> tuple[Case, ...]:
    """The scenario; or, where the question names two payers, places, dates or billers, one for each."""
    if compared := compared_courses(conversation):
        return tuple(Case(says, one) for says, one in compared)
    scenario, alternatives = conversation.scenario, conversation.alternatives
    if claim_asked(conversation):
        scenario, alternatives = of_one_bill(conversation)
    elif "dos" in alternatives and is_apart(conversation):  # of two services, each on its date, the last date rules
        return (Case("", scenario.but(dos=max(alternatives["dos"]))),)
    if wide := _the_whole_course(conversation):
        return (Case("", scenario.but(dos=wide)),)
    held = tuple(one for one in alternatives.get("dos", ()) if one.start.year <= LAST_YEAR)
    if held and len(held) < len(alternatives["dos"]):  # of a year whose rules are not held there is nothing to say
        alternatives = {**alternatives, "dos": held}
        scenario = scenario.but(dos=held[0])
    for fact, values in alternatives.items():
        if fact == "biller" and _are_both_bills(conversation, values):
            return (Case("", scenario.but(biller=None)),)  # who bills what of it is one answer
        if fact == "biller" and "global" in values:
            continue  # "global, or split?" is the question, and no two cases
        if len(values) > 1 and hasattr(scenario, fact):
            told = {**scenario.origins, fact: "question"}
            return tuple(
                Case(_says(fact, value), scenario.but(**{fact: value, "origins": told}))
                for value in values[:MOST_CASES]
            )
    return (Case("", scenario),)


def _the_whole_course(conversation: Conversation) -> Period | None:
    """ "12/15/25 to 1/30/26, 11 in December, restart on Jan 1?": dates within a course that is counted are no cases."""
    dates = conversation.alternatives.get("dos", ())
    if len(dates) < 2 or conversation.scenario.fractions is None or conversation.intents[0] not in COUNTS:
        return None
    longest = max(dates, key=lambda one: one.end - one.start)
    lasting = all(
        code_on(code, day).valid for code in conversation.scenario.codes for day in (longest.start, longest.end)
    )
    within = longest == dates[0] and all(longest.overlaps(one) for one in dates)
    return longest if within and lasting and conversation.scenario.codes else None


def _are_both_bills(conversation: Conversation, values: tuple[Any, ...]) -> bool:
    """Whether the question is which of physician and hospital bills it, so that they are no two cases."""
    both = set(values) == {"professional", "facility"}
    return both and "who_bills" in conversation.intents and conversation.scenario.setting is not None


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


def is_apart(conversation: Conversation) -> bool:
    """Whether two codes are told on different dates and the question is whether both can be billed."""
    reading, scenario = conversation.reading, conversation.scenario
    if reading is None or len(scenario.codes) != 2 or not dates_apart(reading.tokens):
        return False
    return set(conversation.intents) <= OF_A_PAIR
