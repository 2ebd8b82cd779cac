"""What further fractions add where the question tells how many units were billed: "no additional 77427 is due".

Nothing more is right where the units billed are all the course makes; one more where one is still missing.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.checking.clauses.clause_reading import ClauseReading
from assistant.reading.fraction_words import GAVE, MORE_GIVEN, RESUMED
from assistant.reading.number_words import WORDS

# "billed 8 fractions as 2 units", "billed 2 x 77427", "77427 x2", "paid 2 units".
BILLED = re.compile(
    r"\b(?:billed|paid|charged|reported|sent)\b[^.?!]{0,40}?"
    r"(?:(?<![\w.])(?P<units>\d{1,2}|one|two|three|four|five|six|seven|eight) units?\b"
    r"|(?<![\w.])(?P<times>\d{1,2}) ?[x×] ?77\d{3}"
    r"|77\d{3} ?[x×] ?(?P<code>\d{1,2})\b)"
)
# "8 fractions; then 2 more (10 total)": the question's own sum
IN_ALL = re.compile(
    r"(?<![\w.])(?P<total>\d{1,2})(?: fractions| treatments)?(?: in)? (?:total|all)\b|\btotal of (?P<of>\d{1,2})\b"
)
MORE = re.compile(r"\b(?P<number>\w+) (?:more|additional|further|extra)\b(?! than)")
PLAIN = frozenset(
    """PRONOUN WORD THING LINK CODE LEFT LEFTOVER FRACTIONS ARTICLE PUNCT UNIT DO PAY OK NO_ADDITION ADDITION NEG NONE
    APPEND BECAUSE AND NTH_UNIT""".split()
)


def units_billed(question: str) -> int | None:
    """How many units a question says went out before; none where its further fractions are not those counted."""
    lower = question.lower()
    found = list(BILLED.finditer(lower))
    if len(found) != 1:
        return None
    for more in MORE.finditer(lower):
        before, behind = lower[: more.start()], lower[more.end("number") :]
        if not (GAVE.search(before) or RESUMED.search(before) or MORE_GIVEN.match(behind)):
            return None  # more than the case was read to have
    told = next(filter(None, found[0].groups()))
    return int(told) if told.isdigit() else WORDS[told]


def fractions_in_all(question: str) -> int | None:
    """The whole course, as a question adds it up that tells of units billed before further fractions."""
    found = list(IN_ALL.finditer(question.lower()))
    return int(found[0]["total"] or found[0]["of"]) if len(found) == 1 else None


def after_the_bill(c: ClauseReading) -> None:
    """ "The two later fractions do not earn another 77427", "nothing is added for the last two"."""
    billed = c.background.told.units_billed
    if billed is None or len(c.codes) != 1 or not c.kinds <= PLAIN or c.advice:
        return
    if c.has("NTH_UNIT"):  # "the additional fractions don't add a third": told by the place of the unit
        c.claimed.update(c.at("LEFT", "LEFTOVER"))
        return
    nothing = c.at("NO_ADDITION") or [at for at in c.at("NONE") if c.marks[at].said == "nothing" and c.has("APPEND")]
    added, denied = c.at("ADDITION"), c.at("NEG")
    if bool(nothing) == bool(added) or len(denied) > 1 or (nothing and denied):
        return
    units = billed + (1 if added and not denied else 0)
    begin = len(c.advice)
    c.say("units", units, *sorted((*nothing, *added, *denied, *c.at("LEFT", "LEFTOVER", "UNIT", "APPEND"))))
    course = {} if c.background.told.in_all is None else {"fractions": c.background.told.in_all}
    c.advice[begin:] = [  # "for the two extra fractions": those of the end, and no course of two
        replace(one, condition={fact: value for fact, value in one.condition.items() if fact != "fractions"} | course)
        for one in c.advice[begin:]
    ]
