"""Questions whose words name one matter while their case puts another: told here before the rules are asked."""

from __future__ import annotations

import re

from assistant.conversation import Conversation
from assistant.reading.counted_facts import BY_NUMBER
from assistant.reading.indicators import read_indicators
from assistant.rules.code_sets import LEVELS, SURFACES
from assistant.rules.indicators import Indicator
from assistant.rules.level import delivery_level, first_of_levels
from corpus.rulebook import entry

DESCRIBED = {"comparison", "definition", "which_code", "validity"}
GONE = re.compile(r"\b(?:deleted|gone|retired|discontinued|removed|terminated|killed|dropped|went away|expired?)\b")
DIFFERENCE = re.compile(r"\b(?:differ\w*|diff|mean|means|explain|define|definition)\b")
NURSING_BILLS = re.compile(
    r"\b(?:can|could|may|should|does|do|would|will) (?:the |a |an |our |this )?(?:snfs?|skilled nursing(?: facility)?|"
    r"nursing (?:facility|home)|they|it)\b[^.;?]{0,16}\b(?:bill|charge|report|code|submit|get paid)"
)
RIGHT = re.compile(r"\b(?:is|was) (?P<code>77\d{3}) (?:then )?(?:also )?(?:the |a )?(?:correct|right|proper)\b")
NUMBER = re.compile(r"\b(?:77\d{3}|g\d{4})\b")
ADDED = re.compile(r"\badd(?:ing|ed)?\b[^.;?]{0,60}\b(?:to|onto|on top of) (?:the |a )?77\d{3}\b")
SAME_LETTER = re.compile(
    r"\bsame [\"']?(?P<letter>[a-z])[\"']?(?: status)?(?: (?:as|on|in|for|meaning))|\bsame status\b"
)
OVER_NEW_YEAR = re.compile(r"\b(?:jan(?:uary)?|2026|new year\w*)\b")


def put_otherwise(
    conversation: Conversation, matters: set[str], codes: tuple[str, ...]
) -> tuple[set[str], tuple[str, ...]]:
    """The matters and codes as the case puts them; unchanged where it puts nothing else."""
    if conversation.reading is None:
        return matters, codes
    words = conversation.reading.tokens.text.lower
    written = tuple(dict.fromkeys(one.code for one in conversation.reading.tokens.codes if entry(one.code)))
    scenario = conversation.scenario
    if matters <= DESCRIBED and written and GONE.search(words) and set(written) <= set(LEVELS):
        return {"validity"}, written  # "did they get deleted with the IMRT codes": what ended tells of no case
    if _is_settled_between(conversation, matters, written, words):
        return {"which_code"}, written
    if "documentation" in matters and not codes and scenario.technique == "superficial":
        return {"documentation"}, ("77436", *SURFACES)
    if "which_code" not in matters and matters & {"pair", "coverage"} and _asks_if_it_is_right(conversation, words):
        return matters | {"which_code"}, codes
    if len(written) > 1 and ADDED.search(words) and matters <= {"validity", "coverage", "definition", "which_code"}:
        ends = dict.fromkeys(one.upper() for one in NUMBER.findall(words))  # "77427 to 77435" is no range here
        return {"pair"}, tuple(code for code in ends if entry(code))  # "can we add 77280 and 77300 to 77437"
    if scenario.setting == "snf" and written and NURSING_BILLS.search(words) and matters & {"frequency", "coverage"}:
        return (matters - {"frequency", "coverage"}) | {"who_bills"}, codes  # "weekly management" is a name there
    if "authorization" in matters and _runs_into_the_levels(conversation, codes, words):
        return {"authorization", "each_by_date"} if "which_code" in matters else matters, codes
    return matters, codes


def _asks_if_it_is_right(conversation: Conversation, words: str) -> bool:
    """ "Also, is 77318 the correct plan": a code of a family, beside the number that picks one of it."""
    assert conversation.reading is not None  # its words were read
    told = {"channels": conversation.scenario.channels, "sources": conversation.scenario.sources}
    right = RIGHT.search(words)
    if right is None:
        return False
    code = right["code"]
    return any(told[name] is not None and code in family for name, family in BY_NUMBER.items())


def _is_settled_between(conversation: Conversation, matters: set[str], written: tuple[str, ...], words: str) -> bool:
    """ "77402 vs 77407" beside a case that tells all that decides: one of them is wanted, no description."""
    if "comparison" not in matters or not matters <= DESCRIBED or DIFFERENCE.search(words):
        return False
    scenario = conversation.scenario
    day = scenario.last_day(conversation.today)
    several = len(written) > 1 and set(written) <= set(LEVELS) and day >= first_of_levels()
    return several and scenario.technique is not None and delivery_level(scenario.on(day)).code in LEVELS


def _runs_into_the_levels(conversation: Conversation, codes: tuple[str, ...], words: str) -> bool:
    """Whether a course told to have begun with a code that ended goes on under the levels."""
    dates, first = conversation.scenario.dos, first_of_levels()
    ended = [known for code in codes if (known := entry(code)) and known.period_on(first) is None]
    return bool(ended) and dates is not None and dates.start < first and OVER_NEW_YEAR.search(words) is not None


def same_letter(conversation: Conversation) -> tuple[Indicator, ...]:
    """ "Status B, the same B as on the hospital side?": the letter in both systems; nothing where no such is asked."""
    if conversation.reading is None or "denial" in conversation.intents:
        return ()
    told = [one for one in read_indicators(conversation.reading.tokens.text) if one.kind in ("mpfs", "opps")]
    if not told or not SAME_LETTER.search(conversation.reading.tokens.text.lower):
        return ()
    letter = told[0].value
    return Indicator("mpfs", letter), Indicator("opps", letter)
