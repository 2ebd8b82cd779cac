"""Fractions that follow from doses (45 Gy at 1.8 Gy) and from the calendar (5 weeks daily)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.reading.fraction_count import FractionCount
from assistant.reading.fraction_words import BID_NEAR, DAILY_AFTER, DAILY_BEFORE, PER_FRACTION, TWICE_WEEKLY
from assistant.reading.numbers import NumberMention
from assistant.reading.tokens import Tokens

ON_IT = re.compile(r"\b(?:on|same|in) $")


def of_two_doses(tokens: Tokens) -> list[FractionCount]:
    """ "45 Gy total, 1.8 Gy per fraction" is 25 fractions, when one goes into the other."""
    lower = tokens.text.lower
    doses = [one for one in tokens.numbers if one.noun in ("gy", "cgy") and one.value > 0]
    if len(doses) != 2 or doses[0].noun != doses[1].noun:
        return []
    each = [one for one in doses if PER_FRACTION.match(lower[one.noun_end : one.noun_end + 14])]
    whole = [one for one in doses if one not in each]
    if len(each) != 1 or len(whole) != 1 or whole[0].value <= each[0].value:
        return []
    count = whole[0].value / each[0].value
    if abs(count - round(count)) > 1e-6:
        return []
    return [FractionCount("total", round(count), doses[0].start, doses[1].noun_end)]


_OF_ITS_DOSE = re.compile(
    r"(?<![\w.-])(?P<n>\d{1,2}|one|two|three|four|five|six|eight|ten|(?:a )?single) (?:x )?\d{1,4}(?:\.\d+)? ?-?c?gy "
    r"(?:(?:palliative|radiation|rt|ebrt|treatment|hypofractionated) )?(?:fractions?|fx|treatments?|sessions?|shots?)\b"
)
_SPELT = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10}


def of_its_dose(lower: str) -> list[FractionCount]:
    """ "One 8 Gy fraction": the dose stands between the number and what it counts."""
    return [
        FractionCount(
            "total", _SPELT.get(one["n"]) or (int(one["n"]) if one["n"].isdigit() else 1), one.start(), one.end()
        )
        for one in _OF_ITS_DOSE.finditer(lower)
    ]


def of_a_dose(chain: Sequence[NumberMention]) -> list[FractionCount]:
    """ "50.4 Gy in 28", "50.4 Gy/28", "200 cGy x 30", "28 x 1.8 Gy"."""
    for left, right in pairwise(chain):
        if left.noun in ("gy", "cgy") and left.noun_is_own and right.noun in (None, "fraction"):
            return [FractionCount("total", right.value, right.start, right.noun_end)]
        if right.noun in ("gy", "cgy") and right.link in ("x", "of") and left.noun in (None, "fraction"):
            return [FractionCount("total", left.value, left.start, left.noun_end)]
    if len(chain) == 1:
        return []
    return [FractionCount("total", one.value, one.start, one.noun_end) for one in chain if one.noun == "fraction"]


def by_calendar(lower: str, chain: Sequence[NumberMention], before: str, after: str) -> list[FractionCount]:
    """ "5 weeks daily" is 25 fractions; "BID x 10 days" is 20."""
    one = chain[-1]
    if len(chain) > 2 or (len(chain) == 2 and one.link not in ("of", "/")):
        return []
    if len(chain) == 2:
        whole = by_calendar(lower, chain[1:], before, after)
        if not whole or not one.value:
            return []
        so_far = whole[0].value * chain[0].value / one.value
        return [
            FractionCount("so_far", int(so_far), chain[0].start, one.noun_end, whole[0].value, True, whole[0].schedule)
        ]
    around = before[-30:] + " | " + after[:24]
    span = one.start, one.noun_end
    if one.noun == "day" and one.value == 1 and ON_IT.search(before):
        return []  # "10 fx of a BID patient checked on one day": that day is no course
    if one.noun == "day" and BID_NEAR.search(around):
        return [FractionCount("total", one.value * 2, *span, schedule="bid")]
    if one.noun == "day" and one.form == "times" and DAILY_BEFORE.search(before.rstrip("x ") + " "):
        return [FractionCount("total", one.value, *span, schedule="qd")]
    if one.noun == "week" and BID_NEAR.search(around):
        return [FractionCount("total", one.value * 10, *span, schedule="bid")]
    if one.noun == "week" and TWICE_WEEKLY.search(around):
        return [FractionCount("total", one.value * 2, *span, schedule="other")]
    if one.noun == "week" and (DAILY_AFTER.match(after) or DAILY_BEFORE.search(before)):
        return [FractionCount("total", one.value * 5, *span, schedule="qd")]
    return []


_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_A_DAY = rf"(?:{_MONTH} )?\d{{1,2}}(?:st|nd|rd|th)?(?:/\d{{1,2}}(?:/\d{{2,4}})?)?"
_LISTED = re.compile(
    rf"\b(?:fx|fractions?|treat(?:ed|ments?)|tx|sessions?)(?: (?:were|was|are|given|delivered|done|on|dates?)){{0,3}}:? (?:on )?"
    rf"(?P<days>{_A_DAY}(?:(?:, ?(?:and )?|,? and |,? & ){_A_DAY}){{2,9}})(?!\d|/| ?(?:fx|fractions?|units?|gy|cgy))"
)


def of_listed_days(lower: str) -> list[FractionCount]:
    """ "Fx on 29, 30, 31, Jan 2, Jan 5": the days told one by one are counted."""
    found = _LISTED.search(lower)
    dated = found and (re.search(r"[a-z/]", found["days"]) or re.search(r"\bon $", lower[: found.start("days")]))
    if not found or not dated:
        return []
    n = len(re.split(r", ?and |, ?|,? and |,? & ", found["days"]))
    return [FractionCount("total", n, *found.span())]


_INSERTIONS = re.compile(
    r"(?<![\w/.-])(?P<n>\d{1,2}|one|two|three|four|five|six|eight|ten) (?:(?:hdr|planned|weekly|separate|outpatient|cylinder|tandem|"
    r"brachy(?:therapy)?) ){0,2}(?:insertions?|applications?)\b(?! ?(?:per|each|a|every) )"
)
_ON_ONE_DAY = re.compile(r"\b(?:same|one|a|each|per) (?:day|date|dos)\b")
_AFTERLOADED = {"77767", "77768", "77770", "77771", "77772"}


def of_insertions(tokens: Tokens, lower: str) -> list[FractionCount]:
    """ "Cylinder, 3 insertions": each insertion of an afterloader is a session, where no fractions are counted."""
    if tokens.technique != "hdr" and not _AFTERLOADED & {one.code for one in tokens.codes}:
        return []
    told = list(_INSERTIONS.finditer(lower))
    if len(told) != 1 or _ON_ONE_DAY.search(lower):
        return []
    n = _SPELT.get(told[0]["n"]) or int(told[0]["n"])
    return [FractionCount("total", n, told[0].start(), told[0].end())]
