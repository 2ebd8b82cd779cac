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
