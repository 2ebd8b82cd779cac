"""What a new turn does to the facts said before: adds, replaces, forgets, contradicts."""

from __future__ import annotations

import re
from typing import Any

from assistant.reading.facts import Reading
from assistant.reading.facts_read import Problem
from assistant.reading.follow_up_words import (
    BARE_NUMBER,
    CORRECTS,
    CUT_SHORT,
    FRAGMENT,
    SAYS_TOTAL,
    SMALL,
    UP_TO_NOW,
    YES_NO,
)
from assistant.scenario import Scenario

# What our questions back count, by their words (drafting/asks.py).
COUNTED_BACK = (
    ("sources or channels", "sources"), ("how many channels", "channels"), ("fields and arcs", "fields"),
    ("energy in kv", "kilovolts"),
)  # fmt: skip
KEPT_FACTS = ("payer", "setting", "biller", "locality")


def older(scenario: Scenario) -> Scenario:
    return scenario.but(origins=dict.fromkeys(scenario.origins, "earlier turn"))


def without_course(scenario: Scenario) -> Scenario:
    kept = {name: getattr(scenario, name) for name in (*KEPT_FACTS, "modifiers") if name in scenario.origins}
    return Scenario(**kept, origins=dict.fromkeys(kept, "earlier turn"))


def drop(scenario: Scenario, *names: str) -> Scenario:
    blank = Scenario()
    origins = {name: origin for name, origin in scenario.origins.items() if name not in names}
    return scenario.but(**{name: getattr(blank, name) for name in names}, origins=origins)


def starts_another_course(reading: Reading, before: Scenario, text: str) -> bool:
    """A question that stands alone and names another course does not inherit the last one's facts."""
    now = reading.scenario
    if now.fractions is None or before.fractions is None or not now.codes:
        return False
    if FRAGMENT.search(text) or CORRECTS.search(text):
        return False
    if any(_differ(getattr(now, name), getattr(before, name)) for name in ("technique", "site")):
        return True
    return now.fractions != before.fractions and not SAYS_TOTAL.search(text) and reading.adds_boost is None


def _differ(now: str | None, before: str | None) -> bool:
    return now is not None and before is not None and now != before


def merged(before: Scenario, now: Scenario, reading: Reading) -> Scenario:
    changes = {name: getattr(now, name) for name in now.origins}
    if _goes_on(before, now, reading):
        changes |= {"fractions_so_far": changes.pop("fractions"), "course_ended": False}
    if reading.adds_boost is not None and before.fractions is not None and "fractions" in changes:
        changes["fractions"] = before.fractions + reading.adds_boost
    merged = before.but(**changes, origins={**before.origins, **dict.fromkeys(changes, "question")})
    if "fractions" in changes and changes["fractions"] != before.fractions:
        merged = drop(merged, *(name for name in ("fractions_so_far", "sessions") if name not in changes))
    if "fractions_so_far" in changes and "course_ended" not in changes:
        merged = drop(merged, "course_ended")
    if changes.get("course_ended") and "fractions_so_far" not in changes:
        merged = drop(merged, "fractions_so_far")
    return merged


def _goes_on(before: Scenario, now: Scenario, reading: Reading) -> bool:
    """ "18 of 25 so far", then "ok now 22": further on in the same course, which is still one of 25."""
    if before.fractions_so_far is None or before.fractions is None or now.fractions is None or now.course_ended:
        return False
    further = before.fractions_so_far <= now.fractions <= before.fractions
    return further and UP_TO_NOW.search(reading.tokens.text.lower) is not None


def contradiction(before: Scenario, after: Scenario, text: str) -> Problem | None:
    """ "30 fractions" and later "28 total" cannot both be; "and for 23?", "sorry, 28" and "stopped after 17" can."""
    if before.fractions is None or after.fractions == before.fractions or after.fractions is None or "boost" in text:
        return None
    if after.course_ended and after.fractions < before.fractions and CUT_SHORT.search(text):
        return None
    is_fragment = "?" in text or FRAGMENT.search(text) or len(text.split()) < 4
    is_statement = bool(SAYS_TOTAL.search(text)) or not is_fragment
    if not is_statement or CORRECTS.search(text):
        return None
    why = (
        f"Earlier it was {before.fractions} fractions, now {after.fractions}. The answer takes "
        f"{after.fractions}; say if that is wrong."
    )
    return Problem("contradiction", text[:60].strip(), why, 0, 0)


def reply(reading: Reading, asked: str, text: str) -> Scenario:
    """A bare "two" or "yes" answers what we asked last."""
    now, asked = reading.scenario, asked.lower()
    number, yes_no = BARE_NUMBER.match(text), YES_NO.match(text)
    if number and "isocent" in asked and "fraction" not in asked[-120:]:
        value = int(number["n"]) if number["n"].isdigit() else SMALL[number["n"]]
        return also(drop(now, "fractions"), isocenters=value)
    if number and (fact := next((name for words, name in COUNTED_BACK if words in asked), None)):
        value = int(number["n"]) if number["n"].isdigit() else SMALL[number["n"]]
        return also(drop(now, "fractions"), **{fact: value})
    if number and now.fractions is None and not number["n"].isdigit() and "fraction" in asked:
        return also(now, fractions=SMALL[number["n"]])
    if yes_no and (yes_no["yes"] or yes_no["no"]):
        if "motion" in asked:
            return also(now, motion_management=bool(yes_no["yes"]))
        if re.search(r"finish|ended|completed|all given|whole course", asked):
            return also(now, course_ended=bool(yes_no["yes"]))
    return now


def beside_a_reply(reading: Reading, replied: Scenario) -> tuple[Problem, ...]:
    """What cannot be in the turn; a number that answers our question is no count of fractions that could be wrong."""
    counted = any(name in replied.origins and name not in reading.scenario.origins for _, name in COUNTED_BACK)
    return tuple(one for one in reading.problems if not (counted and one.kind == "impossible_count"))


def also(scenario: Scenario, **facts: Any) -> Scenario:
    return scenario.but(**facts, origins={**scenario.origins, **dict.fromkeys(facts, "question")})
