"""Which rule a comparison asks for, where it is not two codes that are told apart."""

from __future__ import annotations

import re
from datetime import date

from assistant.conversation import Conversation
from assistant.reading.bare import is_about_a_limit, told_units
from assistant.reading.compared import (
    asks_for_days,
    asks_old_or_new,
    compares_limits,
    compares_tables,
    names_the_limit,
    tells_new_year,
)
from assistant.reading.kinds_told import IS_PAID
from assistant.rules.code_sets import LEVELS
from assistant.rules.limits import TABLES, limit
from assistant.rules.windows import PLAN
from corpus.rulebook import entry

DESCRIBING = {"validity", "definition", "comparison", "what_changed", "which_code"}
TWO = 2
BESIDE = re.compile(r"\b(?:separate\w*|with|beside|bundl\w*|same|together|apart)\b")
LIMITED = {"units", "comparison", "frequency", "definition", "which_code", "coverage", "who_bills", "validity"}


def compared(conversation: Conversation, matters: set[str]) -> set[str] | None:
    """The matters of two limits, dates, places, payers' days or code sets set side by side; None for anything else."""
    if conversation.reading is None:
        return None
    words, codes = conversation.reading.tokens.text.lower, conversation.scenario.codes
    if runs_over_the_change(conversation):
        return {"each_by_date"}
    if codes and matters <= LIMITED and (compares_tables(words) or compares_limits(words)):
        return {"limits"}
    if _is_of_the_limit_alone(conversation, matters):
        return {"limits"}
    if codes and _is_of_limits_by_name(conversation, matters):
        return {"limits", "coverage"} if len(codes) > 1 and IS_PAID.search(words) else {"limits"}
    if "comparison" in matters and len(conversation.reading.tokens.codes) == TWO and BESIDE.search(words):
        kinds = {known.category for code in codes if (known := entry(code))}
        if len(codes) > TWO and len(kinds) == TWO:
            return {"beside"}
    if PLAN in codes and asks_for_days(words) and conversation.scenario.days_from_plan is None:
        return {"days_around"}
    several = {fact for fact, values in conversation.alternatives.items() if len(values) > 1}
    if len(codes) != 1 or not matters <= DESCRIBING:
        return None
    if "dos" in several:
        return {"frequency", "coverage"}
    return {"coverage"} if several & {"setting", "payer"} else None


def _is_of_the_limit_alone(conversation: Conversation, matters: set[str]) -> bool:
    """ "MUE of 77387?" where neither place nor biller is told and the two tables differ."""
    scenario, reading = conversation.scenario, conversation.reading
    if reading is None or matters != {"units"} or scenario.setting or scenario.biller or len(scenario.codes) != 1:
        return False
    if not is_about_a_limit(reading.tokens) or told_units(reading.tokens) or scenario.fractions is not None:
        return False
    day = scenario.last_day(conversation.today)
    return len({found.units for table in TABLES if (found := limit(scenario.codes[0], day, table))}) > 1


def _is_of_limits_by_name(conversation: Conversation, matters: set[str]) -> bool:
    """ "MUE and MAI of 77321, is it like 77307": nothing is told that a count could be made of."""
    scenario, reading = conversation.scenario, conversation.reading
    assert reading is not None  # its words were read
    words = reading.tokens.text.lower
    counted = (scenario.fractions, scenario.fields, scenario.measured, scenario.on_one_date, scenario.schedule)
    beside = {"modifier", "denial", "documentation", "pair", "price", "supervision", "what_changed", "frequency"}
    named = names_the_limit(words) and "units" in matters and not matters & beside
    return named and all(one is None for one in counted)


def runs_over_the_change(conversation: Conversation) -> bool:
    """Whether a course without a code runs over the day on which delivery was coded anew, and old or new is asked."""
    reading, scenario = conversation.reading, conversation.scenario
    if reading is None or reading.tokens.codes or not asks_old_or_new(reading.tokens.text.lower):
        return False
    day = changed_on()
    crossing = scenario.dos is not None and scenario.dos.start < day <= scenario.dos.end
    return (crossing or tells_new_year(reading.tokens.text.lower)) and not scenario.sessions


def changed_on() -> date:
    """The day from which the delivery levels hold in every setting."""
    known = entry(LEVELS[0])
    assert known is not None  # the levels are in the rule book
    return known.periods[-1].start
