"""How often a code falls due, as a question asks it: what is proposed again, what was billed, which code is counted."""

from __future__ import annotations

from typing import Any, NamedTuple

from assistant.conversation import Conversation
from assistant.reading import how_often
from assistant.reading.bare import is_about_one_date
from assistant.reading.compared import compares_tables
from assistant.reading.propositions import is_yes_no
from assistant.reading.tokens import Tokens

REPEATS = {"76", "77"}  # the same service again on one date
BESIDE = {"modifier", "pair"}
COUNTS = {"units", "frequency"}


class Often(NamedTuple):
    """The matters, codes and units told of a question once "again", "each" and weeks are understood."""

    matters: set[str]
    codes: tuple[str, ...]
    told: dict[str, int]
    wants_yes_or_no: bool
    facts: dict[str, Any]  # what `Asked` keeps of it


def frequency_asked(
    conversation: Conversation, matters: set[str], codes: tuple[str, ...], told: dict[str, int]
) -> Often:
    """The question as one of how often; as it was where nothing of that is in it."""
    tokens = conversation.reading.tokens if conversation.reading else None
    if tokens is None:
        return Often(matters, codes, told, False, {})
    matters, told = _matters(matters, told, tokens, conversation.scenario.modifiers)
    if codes and matters & COUNTS and "which_code" not in matters:
        matters = matters - {"definition"}  # "does a limit of 1 mean one a day" asks for the count
    again = bool(matters & COUNTS) and how_often.proposes_again(tokens)
    counted = matters and matters <= {*COUNTS, "denial", *(BESIDE if "modifier" in matters else ())}
    focus = how_often.in_focus(tokens) if counted else ()
    codes = tuple(code for code in codes if code in focus) or codes
    if len(codes) == 1 and focus:
        matters = matters - {"pair"}  # services by name only told the case
    facts = {
        "again": again,
        "billed": tuple(how_often.billed_before(tokens).items()),
        "both_tables": compares_tables(tokens.text.lower),
        "of_weeks": how_often.tells_weeks(tokens),
    }
    return Often(matters, codes, told, again and is_yes_no(tokens.text.lower), facts)


def _matters(
    matters: set[str], told: dict[str, int], tokens: Tokens, modifiers: tuple[str, ...]
) -> tuple[set[str], dict[str, int]]:
    if "modifier" in matters and set(modifiers) & REPEATS:
        matters = matters | {"frequency"}  # how many sessions of a date are units of their own comes before the mark
    if "units" in matters and told and how_often.is_within_a_week(tokens):
        return (matters - {"units"}) | {"frequency"}, {}  # "two units in one week" are not of one date
    if "frequency" in matters and told and is_about_one_date(tokens):
        matters = matters | {"units"}
    return matters, told
