"""How many days a service lies from the IMRT plan: "60 days before the plan", "billed 20 days after 77301".

Said of one service only, and of the same tumour: where another tumour is spoken of nothing is read.
"""

from __future__ import annotations

import re

from assistant.reading.facts_read import Fact
from assistant.reading.tokens import Tokens

IN_DAYS = {"day": 1, "week": 7}
SIDE = re.compile(
    r"\s*(?P<side>before|prior to|ahead of|after|following) (?:the |an |her |his )?"
    r"(?:imrt plan\b|imrt planning\b|imrt\b|77301\b|plan\b(?! 77(?!301)))"
)
A_WINDOW = re.compile(r"\b(?:within|in the|under|over|than|at least|up to|last|past) ?$")
ANOTHER_TUMOUR = re.compile(
    r"\b(?:another|other|different|second|new|separate|unrelated)\b[^.?!]{0,20}\b(?:tumou?r|site|lesion|area)"
)


APART = re.compile(
    r"\b(?:different|separate) (?:dates?|days?|dos)\b|\bnot (?:on )?(?:the )?same (?:day|date|dos)\b|"
    r"\b(?:days?|weeks?|wks?|months?) (?:before|after|later|apart|earlier|prior to|ahead of)\b|"
    r"\b(?:the )?(?:next|following|previous|prior) (?:day|week)\b|\b(?:the |a )?(?:day|week) before\b"
)
# "Do they have to be on different dates", "never on the same date": the dates are asked about, not told.
ASKED_ABOUT = re.compile(
    r"\b(?:must|have to|has to|need to|needs to|should|can|could|may|if|unless|or|when)\b[^.?!]{0,40}"
    r"\b(?:different|separate|same) (?:dates?|days?|dos)\b"
)


def dates_apart(tokens: Tokens) -> bool:
    """Whether the question tells two codes and that their dates differ: by words, or by a date at each code."""
    lower, codes = tokens.text.lower, list(dict.fromkeys(one.code for one in tokens.codes))
    if len(codes) != 2 or ASKED_ABOUT.search(lower) or ANOTHER_TUMOUR.search(lower):
        return False
    return APART.search(lower) is not None or _each_has_its_date(tokens)


def _each_has_its_date(tokens: Tokens) -> bool:
    days = [one for one in tokens.dates if one.period is not None and one.period.is_day and one.precision == "day"]
    if len(days) != 2 or days[0].period == days[1].period or len(tokens.codes) != 2:
        return False
    behind = [tokens.codes[0].start, days[0].start, tokens.codes[1].start, days[1].start]
    ahead = [days[0].start, tokens.codes[0].start, days[1].start, tokens.codes[1].start]
    return sorted(behind) == behind or sorted(ahead) == ahead


def days_apart(tokens: Tokens) -> Fact | None:
    """The days told, negative before the plan; None where none or several are."""
    lower = tokens.text.lower
    found = [
        (number, side)
        for number in tokens.numbers
        if number.noun in IN_DAYS and isinstance(number.value, int) and not A_WINDOW.search(lower, 0, number.start)
        if (side := SIDE.match(lower, number.noun_end))
    ]
    if len(found) != 1 or ANOTHER_TUMOUR.search(lower) or not ("77301" in lower or "imrt" in lower):
        return None
    number, side = found[0]
    days = number.value * IN_DAYS[str(number.noun)]
    return Fact("days_from_plan", days if side["side"] in ("after", "following") else -days, number.start, side.end())
