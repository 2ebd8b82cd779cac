"""Who bills, and for which part: the physician, the facility, or both in one (global)."""

from __future__ import annotations

import re

from assistant.reading.lexicon import Found, Lexicon
from assistant.reading.patterns import Seldom
from assistant.reading.text import Text

# Somebody who bills.
BILLERS = Lexicon(
    {
        "professional": "doc | doctor | dr | md | physician | rad onc | radonc | rad oncs | radiation oncologist | "
        "rad oncologist | "
        "pro fee | profee | professional fee | professional component | professional side | "
        "professional billing | "
        "professional charge | professional claim | professional part | professional work | "
        "professional service | pro side | "
        "pro component | the pro | and pro | prof fee | prof component | professional bill | cms 1500 | hcfa 1500 | "
        "physician side | physician billing | "
        "physician group | oncologist | professional coder | pro bill | pro charge | professional",
        "facility": "facility fee | facility side | facility billing | facility charge | facility claim | "
        "facility bill | facility | "
        "technical fee | technical component | technical side | technical billing | technical charge "
        "| technical claim | technical part | "
        "tech side | tech fee | tech component | hospital bill | hospital billing | hospital charge |"
        " hospital claim | hospital side | "
        "ub 04 | ub04 | ub | opps | hospital code | technical | hospital report",
        "global": "global | globally | global billing | bill global | bill globally | global fee | global "
        "charge | global bill | "
        "both component | pro and tech | professional and technical | technical and professional",
    }
)
# Phrases that hold one of those words without naming a biller.
_OTHER = Lexicon(
    {
        "setting": "physician office | doctor's office | physician's office | skilled nursing facility | "
        "nursing facility | non facility | "
        "outpatient facility | physician practice",
        "rule": "physician fee schedule | global period | global surgery | global days | global fee period | "
        "technical only | "
        "professional only | technical code | technical or professional | professional or technical |"
        " physician present | "
        "physician supervision | physician order | physician signature | physician's order | "
        "doctor's note | technical assistance | "
        "doc say | doctor say | doctor present | doctor in the room | physician in the room | "
        "physician review | supervising physician | "
        "md code | doc code | doctor code | physician code | physicians code | doc management | doctor management | physician management | md management | doc mgmt | md mgmt | physician mgmt | "
        "technical denial | technical or pro | facility rate | ordering physician | referring physician",
    }
)


# A doctor who treats or decides is named, and bills nothing by that: "our doc wants to give 8 fractions".
_TREATS = re.compile(
    r" (?:call|name|label|describe|term|want|ask|prefer|plan|decide|order|prescribe|give|gave|treat|see|saw|deliver|think|insist|request|use)[a-z]{0,3}"
    r" (?!to (?:bill|report|charge|code|know))"
)
# "hospital + doc", "77427 for the doc and the hospital's 77336": both bill, each its own.
_BOTH = Seldom(
    r"\b(?:hospital|facility|ub|hopd)\w*(?: outpatient| op)?(?: and | ?[+&/] ?)(?:the |our |an? )?(?:employed )?(?:doc|md|physician|pro)|"
    r"\b(?:doc|md|physician|pro)\w*(?: and | ?[+&/] ?)(?:the |our )?(?:hospital|facility)\b|"
    r"\b(?:(?:hospital|facility)['’]s|(?:and|plus|vs\.?|versus) (?:the |our )(?:hospital|facility)(?: bills?| reports?)?)"
    r" (?:own )?(?:cpt )?(?:77\d{3}|g\d{4})\b",
    *"hospital facility ub hopd".split(),
)
# "Does the hospital get paid for it": the hospital's own bill is asked about, whoever's work it is.
HOSPITAL_IS_PAID = Seldom(
    r"\b(?:hospital|facility|hopd|opps)s? (?:to )?(?:also |still |ever |even )?(?:(?:be|gets?|is|see) )"
    r"(?:paid|anything|reimbursed|money|something|payment)\b|"
    r"\bpay(?:s|ing)? (?:to )?(?:the |our |a )?(?:hospital|hopd|facility)(?! bill)\b|"
    r"\bhospital (?:bill|report|charge) (?:77\d{3}|g\d{4})\b.{0,40}\b(?:be )?paid\b|"
    r"\b(?:hospital|facility) (?:payment|reimbursement)\b",
    *"hospital facility hopd opps".split(),
)


# "77371: units, and what for the rad onc?": the physician is asked about beside the code, and does not bill it.
_AND_WHAT_FOR = re.compile(r"\b(?:and|also|plus) what (?:for|about) (?:the |our |an? )?$")


def _asks_beside(lower: str, one: Found[str]) -> bool:
    return _TREATS.match(lower, one.end) is not None or _AND_WHAT_FOR.search(lower[: one.start]) is not None


def find_billers(text: Text) -> list[Found[str]]:
    """Every biller named, in reading order; "physician fee schedule" and the like name none."""
    other = _OTHER.find(text)
    spans = {at for one in other for at in range(one.start, one.end)}
    found = [one for one in BILLERS.find(text) if one.start not in spans and one.end - 1 not in spans]
    paid = HOSPITAL_IS_PAID.search(text.lower)
    if paid and not any(one.value == "facility" for one in found):
        found.append(Found("facility", paid.start(), paid.end()))
    both = _BOTH.search(text.lower)
    if both and {one.value for one in found} == {"professional"}:
        found.append(Found("facility", both.start(), both.end()))
    return [one for one in found if one.value != "professional" or not _asks_beside(text.lower, one)]
