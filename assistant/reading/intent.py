"""What a question asks: a small closed set of intents, most telling first."""

from __future__ import annotations

import re

from assistant.reading.amounts import asks_an_amount
from assistant.reading.bare import PAYMENT, bare_matter, told_units
from assistant.reading.counted_facts import names_its_number
from assistant.reading.fraction_counts import fraction_counts, tells_what_is_left
from assistant.reading.how_often import asks_how_often
from assistant.reading.indicators import read_indicators
from assistant.reading.intent_words import (
    BILLED,
    CLINICAL,
    DAILY_IMAGES,
    FIELD_WORDS,
    ORDER,
    OUTSIDE_CODE_ONLY,
    PAIR,
    REQUIRED,
    VALIDITY,
    WHAT_ONE_BILLS,
    Intent,
)
from assistant.reading.tokens import Tokens

LEVELS = {"77402", "77407", "77412"}  # "77412 for DIBH, 3D" asks whether the case is of that level
MOST_WORDS_OF_A_FOLLOW_UP = 9
DESCRIBING: frozenset[Intent] = frozenset(
    {"definition", "which_code", "comparison"}
)  # beside "status" or "APC" they add nothing
# What a question asks before it asks how often, and what "again" or "each" shows not to be asked.
AHEAD_OF_FREQUENCY: frozenset[Intent] = frozenset(
    {"denial", "comparison", "documentation", "supervision", "units", "modifier", "pair", "what_changed", "price"}
)
LESS_THAN_FREQUENCY: frozenset[Intent] = frozenset({"coverage", "which_code", "definition", "validity", "who_bills"})
# "Approved images twice, 77387 x2" tells what was done; these ask what the record must hold.
OF_THE_RECORD = re.compile(
    r"\b(?:document\w*|notes?|sign(?:ed|s|atures?)?|records?|charts?|audit\w*|enough|proof|paperwork)\b"
)
# The patient or the course came to an end, not the code.
OF_A_COURSE = re.compile(
    r"\b(?:pt|patient|he|she|they|and|then|but|fx|fractions?|treatments?|tx|course|rt)(?: (?:has|had|was|were|is))? "
    r"(?:expired|discontinued|terminated|gone)\b"
)
UNITS_OPEN = re.compile(
    r"\b(?:77\d{3}|g\d{4})(?:-\w\w)? ?\(?x ?(?:\?|how many)"
)  # "77334 x?", whatever is told of each field
NO_VALIDITY = re.compile(r"\b(?:fx|fractions?|treatments?|tx) instead of\b")  # a shorter course, no other code


def read_intents(tokens: Tokens) -> tuple[Intent, ...]:
    """What is asked, the first being the main matter; ("unclear",) when a fragment asks nothing of itself."""
    if _is_out_of_field(tokens):
        return ("out_of_field",)
    return _in_field(tokens)


def follow_up_intents(tokens: Tokens) -> tuple[Intent, ...]:
    """The same for a turn in a talk about a code: few words suffice, unless they name another world."""
    if len(tokens.text.words) > MOST_WORDS_OF_A_FOLLOW_UP or OUTSIDE_CODE_ONLY.search(tokens.text.lower):
        return ("out_of_field",)
    return _in_field(tokens)


def _in_field(tokens: Tokens) -> tuple[Intent, ...]:
    lower = tokens.text.lower
    found: list[Intent] = list(dict.fromkeys(name for name, pattern in ORDER if pattern.search(lower)))
    if "validity" in found and not VALIDITY.search(OF_A_COURSE.sub(" ", lower)):
        found.remove("validity")
    if asks_an_amount(lower, counts_fractions=bool(fraction_counts(tokens))):
        return ("price", *found)
    written = {code.code for code in tokens.codes}
    by_name = {one.name for one in tokens.services if written.isdisjoint(each.code for each in one.candidates)}
    named = len(written) + len(by_name)
    if "pair" in found and (named < 2 or _only_with(lower)):
        found.remove("pair")
    if "pair" in found and "which_code" in found and not tokens.codes and set(PAIR.findall(lower)) <= {"with", "w"}:
        found.remove("pair")  # "which code for tangents with a cradle" joins facts
    if "comparison" in found and named < 2 and "differen" not in lower and "compare" not in lower:
        found.remove("comparison")
    if any(one.modifiers for one in tokens.codes) or any(one.code is None for one in tokens.modifiers):
        found = _first(found, "modifier", unless=("denial", "comparison", "documentation", "units", "supervision"))
    if "what_changed" in found and ("units" not in found):
        found = _first(found, "what_changed", unless=("denial",))
    if "pair" in found and "modifier" not in found[:1]:
        found = _first(
            found,
            "pair",
            unless=("denial", "comparison", "units", "modifier", "documentation", "supervision"),
        )
    if DAILY_IMAGES.search(lower):
        found = _first(found, "frequency", unless=("denial", "units"))
    if WHAT_ONE_BILLS.search(lower):
        found = _first(found, "which_code", unless=("denial",))
    if not found and REQUIRED.search(lower):
        return ("documentation",)
    if "documentation" in found and told_units(tokens) and not OF_THE_RECORD.search(lower):
        found = ["units" if one == "documentation" else one for one in found]
    if "frequency" in found and UNITS_OPEN.search(lower):
        found = ["units", *(one for one in found if one not in ("frequency", "units"))]
    bare = not found and _bare(tokens) == "units"
    if (
        asks_how_often(tokens)
        and not bare
        and "units" not in found[:1]
        and not (tokens.codes and PAYMENT.search(lower))
    ):
        found = _how_often(found)
    if tokens.codes and PAYMENT.search(lower) and set(found) <= DESCRIBING:
        return ("coverage",)
    if found == ["validity"] and NO_VALIDITY.search(lower) and bare_matter(tokens) == "units":
        return ("units",)
    return tuple(found) or (_bare(tokens),)


def _how_often(found: list[Intent]) -> list[Intent]:
    """ "Can I charge it again" and "is it a weekly code" ask for the count, not for payment, code or description."""
    if set(found) & AHEAD_OF_FREQUENCY:
        return found
    return ["frequency", *(one for one in found if one not in (*LESS_THAN_FREQUENCY, "frequency"))]


def _only_with(lower: str) -> bool:
    """ "with" alone joins two codes only right between them; "28 fx with IGRT, units of 77427" asks no pair."""
    return set(PAIR.findall(lower)) <= {"with", "w"} and not re.search(
        r"\d{4}[\w-]* w(?:ith)? (?:cpt )?[\dg]\d{4}|\b(?:ok|okay|go|goes|used|allowed|fine|payable) with\b|"
        r"(?:bill|report|code|charge)\w*\b.{0,30}\bwith\b",
        lower,
    )


def _first(found: list[Intent], intent: Intent, unless: tuple[Intent, ...]) -> list[Intent]:
    rest = [one for one in found if one != intent]
    if any(one in unless for one in rest):
        return [*(one for one in rest if one in unless), intent, *(one for one in rest if one not in unless)]
    return [intent, *rest]


def _bare(tokens: Tokens) -> Intent:
    """A question without a verb: a code and a date ask whether it is valid, a service asks for its code."""
    links = [one.link for one in tokens.codes[1:]]
    if links and links[-1] == "or" and set(links) <= {"or", ",", ""}:
        return "which_code"
    if names_its_number(tokens):
        return "which_code"
    named = bool(tokens.codes or tokens.services)
    if named and (fraction_counts(tokens) or tells_what_is_left(tokens)):
        return "units"
    matter = bare_matter(tokens)
    if matter is not None:
        return matter
    if tokens.codes and tokens.dates:
        return "validity"
    if tokens.services and not tokens.codes:
        return "which_code"
    if any(one.form in ("times", "parenthesis") for one in tokens.numbers) and tokens.codes:
        return "units"
    if tokens.codes and tokens.techniques:
        return "which_code" if {one.code for one in tokens.codes} <= LEVELS else "coverage"
    return "unclear"


def _is_out_of_field(tokens: Tokens) -> bool:
    """No word and no code of the field; or codes of other fields only."""
    lower = tokens.text.lower
    if not tokens.codes and CLINICAL.search(lower) and not BILLED.search(lower):
        return True  # "spinal cord dose constraint", "stage a 3 cm lung tumor"
    ours = any(one.standing != "other_field" for one in tokens.codes) or bool(tokens.services)
    if ours or tokens.modifiers or read_indicators(tokens.text):
        return False
    if tokens.codes:
        return not re.search(
            r"\b(?:radiat\w*|rad ?onc|imrt|sbrt|fraction\w*|fx|igrt|brachy\w*|seeds?|strands?|implants?|proton|treatment "
            r"management|otv|weekly (?:check|visit)|xrt|(?:finished|completed|after|during|on|post|since) rt)\b",
            lower,
        )
    if OUTSIDE_CODE_ONLY.search(lower) and not (
        tokens.techniques or re.search(r"\b(?:radiat\w*|fx|fractions?|imrt)\b", lower)
    ):
        return True
    facts = (
        tokens.payers,
        tokens.settings,
        tokens.dates,
        tokens.numbers,
        tokens.techniques,
        tokens.modifiers,
        tokens.motion_management,
        tokens.administrators,
    )
    return len(tokens.text.words) > 2 and not any(facts) and not FIELD_WORDS.search(lower)
