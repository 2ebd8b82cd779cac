"""Which numbers of a text count fractions, and which part of the course each one counts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.reading.fraction_count import FractionCount, Part
from assistant.reading.fraction_sums import (
    by_calendar,
    of_a_dose,
    of_insertions,
    of_its_dose,
    of_listed_days,
    of_two_doses,
)
from assistant.reading.fraction_words import (
    ANOTHER_COURSE,
    BESIDES,
    BOOST_AFTER,
    BOOST_BEFORE,
    CLOSES,
    CUED,
    DATE_WORDS,
    FOR,
    GAVE,
    GIVEN_MORE,
    GOES_ON,
    GOT,
    GOT_AFTER,
    INCLUDED,
    LABEL,
    LEFT,
    MORE_GIVEN,
    PER,
    PLANNED,
    PLANNED_AFTER,
    PLANNED_ALWAYS,
    POSITION,
    REPLANNED,
    RESUMED,
    SO_FAR,
    STOPPED,
    STOPPED_AFTER,
    TIMES_OF,
    TOTAL_BEFORE,
    UNITS_SO_FAR,
)
from assistant.reading.numbers import NumberMention
from assistant.reading.tokens import Tokens


def tells_what_is_left(tokens: Tokens) -> bool:
    """Whether the fractions of a last week are told, which are left over and no course."""
    lower = tokens.text.lower
    return any(_OF_THE_LAST.search(lower[max(0, one.start - 40) : one.start]) for one in tokens.numbers)


def fraction_counts(tokens: Tokens) -> list[FractionCount]:
    """Every number of fractions in reading order. Linear in the number of numbers."""
    if dosed := of_its_dose(tokens.text.lower):
        return dosed
    if listed := of_listed_days(tokens.text.lower):
        return listed
    counts: list[FractionCount] = of_two_doses(tokens)
    lower, numbers, at = _without_payers(tokens), tokens.numbers, 0
    while at < len(numbers):
        chain = _chain(numbers, at)
        counts += _read(lower, chain)
        at += len(chain)
    return _without_days(lower, counts) or of_insertions(tokens, lower)


_TREATED = re.compile(r"\b(?:treatment|tx|rx|calendar|working|consecutive) days?\b")


def _without_days(lower: str, counts: list[FractionCount]) -> list[FractionCount]:
    """ "30 treatment days = 60 fx": days beside fractions say how they were spread, not how many there were."""
    rest = [one for one in counts if not _TREATED.search(lower, one.start, one.end + 6)]
    return rest or counts


def _chain(numbers: Sequence[NumberMention], at: int) -> Sequence[NumberMention]:
    end = at + 1
    while (
        end < len(numbers)
        and end - at < 6
        and numbers[end].link in ("-", "/", "of", "or", "and", "+", "x", "in", "over", ",")
    ):
        if numbers[end].link in ("and", ",") and numbers[end - 1].noun != numbers[end].noun:
            break
        end += 1
    return numbers[at:end]


_OF_THE_LAST = re.compile(  # of the text before the number
    r"\b(?:last|final) (?:\w+ ){0,2}(?:week|wk|unit|set|block|otv|77\d{3}(?: week)?) (?:that |which |was |had |has |with |of |got |is |only |just |at ){1,4}$"
)
_BILLED_AS = re.compile(r"\b(?:billed|paid|charged|reported|claimed)(?: us)?(?: (?:as|for|out|only))* $")
_OR_BY = re.compile(
    r"\b(?:calendar |treatment )?weeks?(?:ly)?,? (?:or|vs\.?|versus) (?:by |per |every |each |after )?(?:every )?$"
)
_OR_DAYS = re.compile(
    r"\s?(?:or|vs\.?|versus) (?:by |per |every |each |a )?(?:calendar weeks?|weeks?|7 days|seven days)\b"
)
_DAYS = re.compile(r" (?:days?|dates?|calendar)\b")
OF_A_CODE = re.compile(r"\s?(?:units? of )?(?:77\d{3}|g\d{4})\b")


def _read(lower: str, chain: Sequence[NumberMention]) -> list[FractionCount]:
    first, last = chain[0], chain[-1]
    before, after = lower[max(0, first.start - 40) : first.start], lower[last.noun_end : last.noun_end + 40]
    if len(chain) == 2 and first.noun == "fraction" and first.noun_is_own and _DAYS.match(after):
        return _read(lower, chain[:1])  # "30 fx over 15 tx days": the days are no whole that the 30 are a part of
    if any(one.noun in ("gy", "cgy") for one in chain):
        return of_a_dose(chain)
    if len(chain) > 1 and chain[-1].link == "x" and first.noun is None:  # "6x 10 fx": the six is an energy or a slip
        return _read(lower, chain[1:])
    if len(chain) == 1 and _resumes(before, lower[first.end : first.end + 40], first):
        return [FractionCount("boost", first.value, first.start, last.noun_end)]
    if _BILLED_AS.search(before):
        return []  # units, and no fractions
    if _OF_THE_LAST.search(before):
        return []  # "the last week only had 2 fractions": what is left over, and no course of two
    if _OR_BY.search(before) or _OR_DAYS.match(lower, first.noun_end):
        return []  # "calendar week or 5 tx?", "5 fx or 7 days?": what is counted by, and no course
    if PER.search(before) or LEFT.match(after) or first.form == "approximate":
        return []
    if BESIDES.search(lower, first.end, last.noun_end) or UNITS_SO_FAR.search(before):
        return []
    nouns = {one.noun for one in chain}
    if len(chain) == 2 and last.link in ("of", "/", "over") and nouns <= {"fraction", None}:
        return _part_of_whole(first, last, before, after)
    if nouns <= {"day", "week", "time"} and nouns != {None}:
        return by_calendar(lower, chain, before, after)
    if "fraction" not in nouns and not (nouns == {None} and _cued(chain, before, after)):
        return []
    if last.form == "ordinal" and not POSITION.search(before):
        return (
            [FractionCount("so_far", first.value, first.start, last.noun_end)]
            if "fraction" in nouns and first.form == "ordinal"
            else []
        )
    if len(chain) > 1 and all(one.link == "+" for one in chain[1:]):
        return [FractionCount("total", sum(one.value for one in chain), first.start, last.noun_end)]
    if len(chain) > 1:
        return [
            FractionCount("alternative", one.value, one.start, one.noun_end)
            for one in chain
            if one.noun in ("fraction", None)
        ]
    return [
        FractionCount(
            "boost" if "boost" in lower[first.end : first.noun_end] else _part(before, after),
            first.value,
            first.start,
            first.noun_end,
            None,
            not INCLUDED.search(before),
        )
    ]


def _resumes(before: str, behind: str, number: NumberMention) -> bool:
    """ "Came back for 2 more in the same course": added to what was given before."""
    if not number.is_count or number.noun not in ("fraction", None):
        return False
    if (GAVE.search(before) and GIVEN_MORE.match(behind)) or MORE_GIVEN.match(behind):
        return not ANOTHER_COURSE.search(before) and not ANOTHER_COURSE.search(behind)
    found = RESUMED.search(before)
    if found is None or not GOES_ON.match(behind):
        return False
    return not ANOTHER_COURSE.search(before) and not ANOTHER_COURSE.search(behind) and " after" not in found["between"]


def _without_payers(tokens: Tokens) -> str:
    """The text, payers blanked: the "TX" of "BCBS TX 30 fx" is Texas, not the thirtieth treatment."""
    characters = list(tokens.text.lower)
    for payer in tokens.payers:
        characters[payer.start : payer.end] = " " * (payer.end - payer.start)
    return "".join(characters)


def _cued(chain: Sequence[NumberMention], before: str, after: str) -> bool:
    """A number without a noun counts fractions when its surroundings say so."""
    if len(chain) > 1 and chain[0].form == "word" and OF_A_CODE.match(after):
        return False  # "is that one or two 77427" asks for units
    if (
        BOOST_BEFORE.search(before)
        or BOOST_AFTER.match(after)
        or STOPPED.search(before)
        or POSITION.search(before)
        or LABEL.search(before)
    ):
        return True
    if chain[0].form == "times":
        return bool(TIMES_OF.search(before.rstrip("x ")))
    if chain[0].form == "word" and chain[0].value == 1:
        return False
    if (
        CUED.match(after)
        or TOTAL_BEFORE.search(before)
        or (PLANNED_ALWAYS.search(_own(before)) and CLOSES.match(after))
    ):
        return True
    return bool((FOR.search(before) or GOT.search(before) or not before.strip()) and CLOSES.match(after))


def _own(before: str) -> str:
    """The words that belong to this number: "30 planned, 23" plans nothing for the 23."""
    return re.split(r"[,;.\d]", before[-24:])[-1]


def _part(before: str, after: str) -> Part:
    if BOOST_BEFORE.search(before) or BOOST_AFTER.match(after):
        return "boost"
    if STOPPED.search(before) or STOPPED_AFTER.match(after):
        return "delivered"
    if SO_FAR.match(after) or POSITION.search(before) or REPLANNED.search(before):
        return "so_far"
    if PLANNED_AFTER.match(after) or PLANNED_ALWAYS.search(_own(before)):
        return "planned"
    if GOT.search(before) or GOT_AFTER.match(after):
        return "delivered"
    return "planned" if PLANNED.search(before) and "to " in before[-8:] else "total"


def _part_of_whole(first: NumberMention, last: NumberMention, before: str, after: str) -> list[FractionCount]:
    """ "18 of 25 so far", "28/28"; without a noun a slash may be a date, so a date's word before it rules it out."""
    bare = first.noun is None and last.noun is None
    if bare and last.link == "/" and DATE_WORDS.search(before):
        return []
    if bare and last.link == "over":
        return []
    part: Part = "delivered" if STOPPED.search(before) or STOPPED_AFTER.match(after) else "so_far"
    return [FractionCount(part, first.value, first.start, last.noun_end, last.value)]
