"""What a question is about, as against the services it names to tell the case.

"77300 for a vmat plan" asks about the calculation; the plan is told, as "CBCT every day" is beside a level.
"""

from __future__ import annotations

import re
from datetime import date

from assistant.reading.facts import Reading
from assistant.reading.intent_words import Intent
from assistant.reading.levels_asked import BESIDE_A_LEVEL, asks_for_level, level_led_to
from assistant.scenario import Scenario

PLANS = frozenset({"IMRT plan", "3-D plan"})
DELIVERY_LEVELS = {"77402", "77407", "77412"}
COUNTING: frozenset[Intent] = frozenset({"units", "frequency", "unclear"})
DELIVERY = frozenset({"delivery", "IMRT delivery", "treatment delivery"})


def is_about_the_level(reading: Reading | None, intents: tuple[Intent, ...]) -> bool:
    """Whether the delivery level alone is wanted: no other code is written and no management named beside it."""
    if reading is None or not asks_for_level(reading.tokens, intents):
        return False
    beyond = {one.code for one in reading.tokens.codes} - DELIVERY_LEVELS
    named = {one.name for one in reading.tokens.services}
    return not beyond and all(name in BESIDE_A_LEVEL | DELIVERY or name.startswith("level") for name in named)


def subject_codes(
    reading: Reading | None, scenario: Scenario, intents: tuple[Intent, ...], today: date
) -> tuple[str, ...]:
    """The codes asked about: those written and those of services that are more than a fact of the case."""
    told = _told_beside(reading, intents)
    if reading is None or not told:
        return scenario.codes
    of_the_level = is_about_the_level(reading, intents)
    led_to = level_led_to(reading.tokens) if of_the_level else None
    if led_to and (led_to in scenario.codes or not set(scenario.codes) & DELIVERY_LEVELS):
        return (led_to,)
    written = {one.code for one in reading.tokens.codes}
    kept = {
        code
        for one in reading.tokens.services
        if one.name not in told
        for code in one.of(scenario.technique, scenario.machine).codes(scenario.dos, scenario.setting, today)
    }
    beside = {
        code
        for one in reading.tokens.services
        if one.name in told
        for code in one.codes(scenario.dos, scenario.setting, today)
    }
    return tuple(code for code in scenario.codes if code in written | kept or code not in beside)


# "Can I use 77412", "is 77385 ok", "77402 allowed?": the yes or no is about the code that stands there.
_PUT = re.compile(
    r"\b(?:can|could|may|should|do|must|would) (?:i|we|you|they|he|she|one|(?:the |our |my )?(?:[a-z-]+ )?(?:hospital|facility|center|clinic|"
    r"office|physician|doctor|doc|group|practice|coder|biller))(?: (?:still|also|ever|just|now|then|really))? (?:use|bill|report|charge|code|submit|drop|"
    r"put|go with)\w*(?: (?:a|an|the|for|cpt|code|hcpcs|out|it as|this as|with|medicare))* (?P<code>77\d{3}|g\d{4})\b|"
    r"\b(?:is|are|was|were) (?:cpt |code )?(?P<after>77\d{3}|g\d{4}) (?:still |even )?(?:ok|okay|right|correct|fine|valid|allowed|billable|"
    r"payable|good|acceptable|appropriate|a valid)\b|"
    r"\b(?P<tail>77\d{3}|g\d{4}) (?:ok|okay|right|correct|fine|valid|allowed|good)\s?\?"
)
_ALSO = re.compile(r"\s?(?:-\w\w)?\s?(?:and|or|\+|&|plus|,|/|with|w|w/)\s?(?:the |an? |daily )?$")
OF_A_CODE: frozenset[Intent] = frozenset({"validity", "coverage", "pair", "who_bills", "unclear"})


def _is_put_of_a_code(reading: Reading, intents: tuple[Intent, ...]) -> bool:
    """Whether one written code is put to yes or no and services named elsewhere only tell the case."""
    if not set(intents) <= OF_A_CODE or len({one.code for one in reading.tokens.codes}) != 1:
        return False
    found = _PUT.search(reading.tokens.text.lower)
    if found is None:
        return False
    return not any(
        _ALSO.fullmatch(reading.tokens.text.lower[found.end() : one.start]) is not None
        for one in reading.tokens.services
        if one.start >= found.end()
    )


def _told_beside(reading: Reading | None, intents: tuple[Intent, ...]) -> frozenset[str]:
    """The names of services that only tell the case."""
    if reading is None:
        return frozenset()
    if is_about_the_level(reading, intents):
        return BESIDE_A_LEVEL
    if _is_put_of_a_code(reading, intents):
        return BESIDE_A_LEVEL
    counted = bool(reading.tokens.codes) and set(intents) <= COUNTING
    return PLANS if counted else frozenset()


def subject_turn(reading: Reading | None, named: Reading | None) -> Reading | None:
    """The turn that says what is asked about: a fragment such as "gated" goes on with the one before it."""
    fragment = reading is not None and reading.intents[0] == "unclear" and not reading.scenario.codes
    return named if fragment and named is not None else reading
