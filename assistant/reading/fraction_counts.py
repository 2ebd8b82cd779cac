"""Which numbers of a text count fractions, and which part of the course each one counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.reading.numbers import NumberMention
from assistant.reading.tokens import Tokens

Part = Literal["total", "planned", "delivered", "so_far", "boost", "alternative"]


@dataclass(frozen=True, slots=True)
class FractionCount:
    """A number of fractions as said, also an impossible one; spans count in `Text.plain`."""

    part: Part
    value: int | float
    start: int
    end: int
    of: int | float | None = None  # "18 of 25": the 25
    adds: bool = True  # boost: on top of the rest, not "including a boost of 8"
    schedule: str | None = None


_PER = re.compile(
    r"(?:\b(?:per|every|each|any|sets? of|groups? of|once in|blocks? of|of the|in a|multiples? of|"
    r"divided by|first|last|remaining|leftover|left over|"
    r"extra|final|next|those|these|odd|less than|fewer than|under|at most|up to|more than|over|at "
    r"least|minimum of|maximum of|max of|"
    r"exceed(?:s|ing)?|above|below|beyond|within|only covers?|or fewer|level|week|page|chapter|"
    r"section|age|pos|grade|stage|hole|arm|"
    r"another|additional|missed|other|lost|skipped)\s{1,2}(?:the\s|full\s|a\s|of\s)?|[<>]=?\s?|(?<=\d)/)$"
)
_LEFT = re.compile(
    r"^[\s,]{0,2}(?:(?:a|per|each|every|/)\s?day|(?:that|this|per|a|each|one|in a|in one|in "
    r"that)\s?week|left|leftover|remain|to go|missed|or (?:less|fewer|more)|per\b|each\b|apart|"
    r"max|minimum|rule|block|period|set\b|increment|increments)"
)
_STOPPED = re.compile(
    r"\b(?:stopped|quit|discontinued|terminated|ended|dropped out|passed away|died|expired|"
    r"d/c(?:'?d|ed)?|withdrew|cut short|only (?:got|completed|received|had|did|finished|made it)|"
    r"stopping|ended up with|ended early|interrupted for good)(?: (?:treatment|tx|rt|early|the "
    r"course|permanently))?(?: (?:after|at|with|through|on))?(?: (?:only|just|getting|receiving|"
    r"fraction|fx|treatment|tx|the))?\s$"
)
_PLANNED = re.compile(
    r"\b(?:planned|prescribed|scheduled|ordered|intended|supposed|rx(?:'?d)?|plan|was|were)(?: "
    r"(?:was|for|to|to get|to have|to receive|is|had|of|a course of|course|course of|of "
    r"a))?\s(?:a\s)?$"
)
_PLANNED_ALWAYS = re.compile(
    r"\b(?:planned|prescribed|supposed to|scheduled for|ordered|intended|rx(?:'?d)?|plan (?:was|for|of))"
)
_PLANNED_AFTER = re.compile(r"^\s?(?:were |was )?(?:planned|prescribed|ordered|scheduled|intended)")
_GOT = re.compile(
    r"\b(?:got|received|delivered|completed|finished|gave|did|treated|had|has had|actually)(?: "
    r"(?:only|just|for))?\s$"
)
_GOT_AFTER = re.compile(
    r"^\s?(?:were |was |have been |has been |actually )?(?:delivered|completed|given|received|"
    r"done|finished)(?! so far)"
)
_SO_FAR = re.compile(
    r"^[\s,]{0,2}(?:(?:were|was|have been|has been|delivered|completed|given|done|treated|in|"
    r"complete)\s){0,2}(?:so far|to date|thus far|already|as of (?:now|today)|up to now|\bin so "
    r"far|by now)"
)
_POSITION = re.compile(
    r"(?:\b(?:on|at|is on|now on|currently on|through)\s)?\b(?:fraction|fx|treatment|tx|fx number|"
    r"fraction number|treatment number)\s?(?:#|no\.? ?|number )?$"
)
_FOR = re.compile(
    r"\b(?:for|with|at|after|of|about|if|it's|its|it was|make it|make that|was|is|say|then|to|and|"
    r"but|now|only|sorry|no|oops|wait|actually|meant)[,:]?\s(?:a\s|just\s|only\s|all\s)?$"
)
_TIMES_OF = re.compile(
    r"\b(?:imrt|vmat|sbrt|sabr|srs|daily|qd|bid|rt|xrt|ebrt|3d|3dcrt|gy|cgy|protons?|electrons?|"
    r"prostate|breast|lung|brain|spine|treatments?|tx|fx|fractions?|spine|wbrt|pelvis)\s?$"
)
_BOOST_BEFORE = re.compile(r"\bboost(?: (?:of|x|was|is|for|with))?\s?$")
_BOOST_AFTER = re.compile(
    r"^[\s-]?(?:(?:fx|fraction|electron|photon|tumor bed|cavity|sib|lumpectomy|scar|sequential|"
    r"cone down|prostate) )?boost\b"
)
_INCLUDED = re.compile(r"\b(?:including|includes?|incl|of which|inclusive|counting)\b")
_CLOSES = re.compile(r"^\s{0,2}(?:$|[?.,;!)]|total|in total|altogether|all together|instead|then)")
_CUED = re.compile(
    r"^\s?(?:total|in total|planned|prescribed|delivered|completed|done|all done|given|so far|to "
    r"date|daily|bid\b|qd\b|finished)"
)
_TOTAL_BEFORE = re.compile(
    r"\b(?:total(?: of| was|:| is)?|all|course of|course was|course is|whole|altogether)\s$"
)
_REPLANNED = re.compile(r"\b(?:re-?plan\w*|adaptive|re-?sim\w*)\b[^.;,]{0,16} after\s$")
_BESIDES = re.compile(r"\b(?:extra|additional|more|remaining|left ?over|other|separate|different)\b")
_LABEL = re.compile(
    r"\b(?:fx|fractions?|frx|tx|treatments|sessions)\s?(?:given|delivered|total|planned)?\s?[:=]\s?$"
)
_DATE_WORDS = re.compile(r"\b(?:dos|on|date of service|since|until|through|before|after)\s$")


def fraction_counts(tokens: Tokens) -> list[FractionCount]:
    """Every number of fractions in reading order. Linear in the number of numbers."""
    counts: list[FractionCount] = _of_two_doses(tokens)
    numbers = tokens.numbers
    at = 0
    while at < len(numbers):
        chain = _chain(numbers, at)
        count = _read(tokens, chain)
        counts += count
        at += len(chain)
    return counts


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


def _read(tokens: Tokens, chain: Sequence[NumberMention]) -> list[FractionCount]:
    lower, first, last = tokens.text.lower, chain[0], chain[-1]
    before, after = lower[max(0, first.start - 40) : first.start], lower[last.noun_end : last.noun_end + 40]
    if any(one.noun in ("gy", "cgy") for one in chain):
        return _of_a_dose(chain)
    if (
        len(chain) > 1 and chain[-1].link == "x" and first.noun is None
    ):  # "6x 10 fx": the six is an energy or a slip
        return _read(tokens, chain[1:])
    if _PER.search(before) or _LEFT.match(after) or first.form == "approximate":
        return []
    if _BESIDES.search(lower, first.end, last.noun_end):
        return []
    nouns = {one.noun for one in chain}
    if len(chain) == 2 and last.link in ("of", "/", "over") and nouns <= {"fraction", None}:
        return _part_of_whole(first, last, before, after)
    if nouns <= {"day", "week", "time"} and nouns != {None}:
        return _by_calendar(lower, chain, before, after)
    if "fraction" not in nouns and not (nouns == {None} and _cued(chain, before, after)):
        return []
    if last.form == "ordinal" and not _POSITION.search(before):
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
            not _INCLUDED.search(before),
        )
    ]


def _cued(chain: Sequence[NumberMention], before: str, after: str) -> bool:
    """A number without a noun counts fractions when its surroundings say so."""
    if (
        _BOOST_BEFORE.search(before)
        or _BOOST_AFTER.match(after)
        or _STOPPED.search(before)
        or _POSITION.search(before)
        or _LABEL.search(before)
    ):
        return True
    if chain[0].form == "times":
        return bool(_TIMES_OF.search(before.rstrip("x ")))
    if chain[0].form == "word" and chain[0].value == 1:
        return False
    if (
        _CUED.match(after)
        or _TOTAL_BEFORE.search(before)
        or (_PLANNED_ALWAYS.search(_own(before)) and _CLOSES.match(after))
    ):
        return True
    return bool((_FOR.search(before) or _GOT.search(before) or not before.strip()) and _CLOSES.match(after))


def _own(before: str) -> str:
    """The words that belong to this number: "30 planned, 23" plans nothing for the 23."""
    return re.split(r"[,;.\d]", before[-24:])[-1]


def _part(before: str, after: str) -> Part:
    if _BOOST_BEFORE.search(before) or _BOOST_AFTER.match(after):
        return "boost"
    if _SO_FAR.match(after) or _POSITION.search(before) or _REPLANNED.search(before):
        return "so_far"
    if _STOPPED.search(before):
        return "delivered"
    if _PLANNED_AFTER.match(after) or _PLANNED_ALWAYS.search(_own(before)):
        return "planned"
    if _GOT.search(before) or _GOT_AFTER.match(after):
        return "delivered"
    return "planned" if _PLANNED.search(before) and "to " in before[-8:] else "total"


def _part_of_whole(first: NumberMention, last: NumberMention, before: str, after: str) -> list[FractionCount]:
    """ "18 of 25 so far", "28/28"; without a noun a slash may be a date, so a date's word before it rules it out."""
    bare = first.noun is None and last.noun is None
    if bare and last.link == "/" and _DATE_WORDS.search(before):
        return []
    if bare and last.link == "over":
        return []
    part: Part = "delivered" if _STOPPED.search(before) else "so_far"
    return [FractionCount(part, first.value, first.start, last.noun_end, last.value)]


_PER_FRACTION = re.compile(r"^\s?(?:/|per|a|each|every)\s?(?:fx|fraction|treatment|tx|day)")


def _of_two_doses(tokens: Tokens) -> list[FractionCount]:
    """ "45 Gy total, 1.8 Gy per fraction" is 25 fractions, when one goes into the other."""
    lower = tokens.text.lower
    doses = [one for one in tokens.numbers if one.noun in ("gy", "cgy") and one.value > 0]
    if len(doses) != 2 or doses[0].noun != doses[1].noun:
        return []
    each = [one for one in doses if _PER_FRACTION.match(lower[one.noun_end : one.noun_end + 14])]
    whole = [one for one in doses if one not in each]
    if len(each) != 1 or len(whole) != 1 or whole[0].value <= each[0].value:
        return []
    count = whole[0].value / each[0].value
    if abs(count - round(count)) > 1e-6:
        return []
    return [FractionCount("total", round(count), doses[0].start, doses[1].noun_end)]


def _of_a_dose(chain: Sequence[NumberMention]) -> list[FractionCount]:
    """ "50.4 Gy in 28", "50.4 Gy/28", "200 cGy x 30", "28 x 1.8 Gy"."""
    for left, right in zip(chain, chain[1:], strict=False):
        if left.noun in ("gy", "cgy") and left.noun_is_own and right.noun in (None, "fraction"):
            return [FractionCount("total", right.value, right.start, right.noun_end)]
        if right.noun in ("gy", "cgy") and right.link in ("x", "of") and left.noun in (None, "fraction"):
            return [FractionCount("total", left.value, left.start, left.noun_end)]
    if len(chain) == 1:
        return []
    return [
        FractionCount("total", one.value, one.start, one.noun_end) for one in chain if one.noun == "fraction"
    ]


_DAILY_AFTER = re.compile(
    r"^[\s,]{0,2}(?:of )?(?:once |x )?(?:daily|qd|q\.d\.|every (?:week)?day|monday|mon-fri|m-f|"
    r"5x?/w(?:ee)?k|five days|5 days)(?! (?:cone|cbct|igrt|imag|port))"
)
_DAILY_BEFORE = re.compile(
    r"\b(?:daily|qd|every (?:week)?day|once a day|5 (?:days|times|x) (?:a|per) week|5x?/w(?:ee)?k|"
    r"five (?:days|times) (?:a|per) week|m-f|mon-fri)(?: treatments?| rt| imrt| tx)?,?(?: x| for| "
    r"over)?\s?$"
)
_BID_NEAR = re.compile(
    r"\b(?:bid|b\.i\.d\.?|twice (?:daily|a day|per day)|2x ?/?(?:daily|day|a day)|(?:2|two) "
    r"(?:treatments |fractions |sessions |fx |tx )?(?:a|per|each|/) ?day)"
)
_TWICE_WEEKLY = re.compile(
    r"\b(?:twice (?:weekly|a week|per week)|2x ?/?(?:week|wk|weekly)|two (?:times )?(?:a|per) week)"
)


def _by_calendar(lower: str, chain: Sequence[NumberMention], before: str, after: str) -> list[FractionCount]:
    """ "5 weeks daily" is 25 fractions; "BID x 10 days" is 20."""
    one = chain[-1]
    if len(chain) > 2 or (len(chain) == 2 and one.link not in ("of", "/")):
        return []
    if len(chain) == 2:
        whole = _by_calendar(lower, chain[1:], before, after)
        if not whole or not one.value:
            return []
        so_far = whole[0].value * chain[0].value / one.value
        return [
            FractionCount(
                "so_far", int(so_far), chain[0].start, one.noun_end, whole[0].value, True, whole[0].schedule
            )
        ]
    around = before[-30:] + " | " + after[:24]
    span = one.start, one.noun_end
    if one.noun == "day" and _BID_NEAR.search(around):
        return [FractionCount("total", one.value * 2, *span, schedule="bid")]
    if one.noun == "day" and one.form == "times" and _DAILY_BEFORE.search(before.rstrip("x ") + " "):
        return [FractionCount("total", one.value, *span, schedule="qd")]
    if one.noun == "week" and _BID_NEAR.search(around):
        return [FractionCount("total", one.value * 10, *span, schedule="bid")]
    if one.noun == "week" and _TWICE_WEEKLY.search(around):
        return [FractionCount("total", one.value * 2, *span, schedule="other")]
    if one.noun == "week" and (_DAILY_AFTER.match(after) or _DAILY_BEFORE.search(before)):
        return [FractionCount("total", one.value * 5, *span, schedule="qd")]
    return []
